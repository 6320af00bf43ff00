import { afterAll, beforeAll, expect, test } from 'vitest'
import { walkIn } from '../../server/test-walk.ts'
import { layHazard, onRegister } from '../../server/zones/test-hazards.ts'
import { choose, dialog, openStage, type Stage } from './acting.ts'
import { phone, type Reader } from './browser.ts'
import { drawn, middleOf, patient, pixelOf, sheet, smallDesk } from './map-page.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
  const { world } = stage.county
  // a street of five, given in disorder, and one beyond the ring
  for (const [i, place] of [3, 0, 4, 1, 2].entries())
    await layHazard(world, `street${place}`, [114.25 + (place - 2) * 0.002, 29.05], {
      ...onRegister(`S-${place}`, `2036-12-0${i + 1}`),
    })
  await layHazard(world, 'beyond', [114.262, 29.05], onRegister('S-9', '2036-12-20'))
})
afterAll(() => stage?.close())

const readers = new Map<string, Reader>()
/** One device for each account: signing in and fetching the map's program is tried elsewhere. */
const open = async (path: string, account = 'reviewer', device = smallDesk): Promise<Reader> => {
  const kept = `${account} ${device.isMobile}`
  const known = readers.get(kept)
  const reader = known ?? (await stage.enter(account, { device, path }))
  readers.set(kept, reader)
  if (known) await known.page.goto(`${stage.county.address}${path}`)
  await drawn(reader.page)
  return reader
}
const street = '/map?at=114.25,29.05,15&place=360424105'

test('what a line is drawn round is picked out, and leads to its list in the register', async () => {
  const { page, keep } = await open(street)
  await page.getByRole('button', { name: '圈选隐患' }).click()
  const { x, y } = await middleOf(page)
  const [wide, high] = [225, 90]
  await page.mouse.move(x - wide, y - high)
  await page.mouse.down()
  for (const [dx, dy] of [
    [1, -1],
    [1, 1],
    [-1, 1],
    [-1, -0.9],
  ] as const)
    await page.mouse.move(x + dx * wide, y + dy * high, { steps: 4 })
  await page.mouse.up()
  await page.getByRole('heading', { name: '已选 5 处' }).waitFor()
  await keep('map-2-picked')
  await page.getByRole('button', { name: '清空' }).click()
  await page.keyboard.down('Shift')
  await page.mouse.move(x - 20, y - 40)
  await page.mouse.down()
  await page.mouse.move(x + wide, y + 40, { steps: 5 })
  await page.mouse.up()
  await page.keyboard.up('Shift')
  await page.getByRole('heading', { name: '已选 3 处' }).waitFor()
  await page.getByRole('button', { name: '在簿册里看' }).click()
  await page.getByText('共 3 处').waitFor()
  expect(page.url()).toContain('/register?among=')
  await page.getByRole('button', { name: '去掉“选出的 3 处”' }).waitFor()
})

test('without a pointer: rows are walked by the arrow keys, ticked, and planned into a day that goes down the street', async () => {
  const { page, keep } = await open(street)
  await page.getByRole('button', { name: '圈选隐患' }).click()
  const rows = page.getByRole('checkbox', { name: /S-/ })
  await rows.first().focus()
  for (let i = 0; i < 5; i++) {
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
  }
  await page.getByRole('heading', { name: '已选 5 处' }).waitFor()
  await page.getByRole('button', { name: '排一天的路线' }).click()
  const stops = page.locator('.map-stop .map-stop-name')
  await expect.poll(() => stops.count(), patient).toBe(5)
  const order = (await stops.allInnerTexts()).map((text) => text.replace(/[^S\d-]/g, ''))
  // from the one due first, S-3: on to the near end, then back through the others
  expect(order).toEqual(['S-3', 'S-4', 'S-2', 'S-1', 'S-0'])
  await page.getByText(/直线全程约 1\.0 公里|直线全程约 9\d\d 米/).waitFor()
  await keep('map-3-route')
  const again = await open(new URL(page.url()).pathname + new URL(page.url()).search, 'leader')
  await expect.poll(() => again.page.locator('.map-stop').count(), patient).toBe(5)
  await again.page.getByRole('button', { name: '收起路线' }).click()
  expect(await again.page.locator('.map-stop').count()).toBe(0)
})

test('Enter on a row opens its card, Escape closes it and gives the row back', async () => {
  const { page } = await open(street)
  const row = page.locator('button.map-row', { hasText: 'S-0' })
  await row.focus()
  await page.keyboard.press('Enter')
  const card = page.locator('.map-card')
  await card.getByRole('heading', { name: 'S-0' }).waitFor()
  await page.keyboard.press('Escape')
  await card.waitFor({ state: 'detached' })
  expect(await row.evaluate((each) => each === document.activeElement)).toBe(true)
})

test('tasks are handed over one by one; what cannot be is left with its reason, and who may not is told whose it is', async () => {
  const walk = walkIn(stage.county)
  const hazard = await walk.registered({ severity: 'minor' })
  await walk.report('squad1')
  const { page, keep } = await open('/map?place=360424100')
  await page.getByRole('button', { name: '圈选隐患' }).click()
  await page.getByRole('button', { name: '选图中全部 2 处' }).click()
  await page.getByRole('button', { name: '改派', exact: true }).click()
  await choose(page, '责任单位', '县公路事务中心')
  await dialog(page).getByLabel('原因').fill('属县道')
  await dialog(page).getByRole('button', { name: '开始改派' }).click()
  await dialog(page).getByText('1 处已改派，1 处没有改派').waitFor()
  await keep('map-4-reassigned')
  const after = await walk.look('reviewer', hazard.id)
  expect(after.tasks.map(({ unit }) => unit?.id)).toEqual(['unit-roads'])
  expect(after.timeline.at(-1)).toMatchObject({ kind: 'task-reassigned' })
  await dialog(page).getByRole('button', { name: '只留没有改派的' }).click()
  await page.getByRole('heading', { name: '已选 1 处' }).waitFor()

  const leader = await open('/map?place=360424105', 'leader')
  await leader.page.getByRole('button', { name: '圈选隐患' }).click()
  await leader.page.getByRole('button', { name: /选图中全部/ }).click()
  await leader.page.getByText('这一步不由您办理。').waitFor()
})

test('on the phone: what is near stands nearest first with distance and direction, within reach of a thumb', async () => {
  const { page, keep } = await open('/map', 'reviewer', { ...phone, reducedMotion: 'reduce' })
  await page.context().setGeolocation({ longitude: 114.2541, latitude: 29.05, accuracy: 6 })
  await page.getByRole('button', { name: '附近', exact: true }).tap()
  const rows = page.locator('.map-near-row')
  await rows.first().waitFor()
  expect(await rows.first().innerText()).toMatch(/S-4[\s\S]*\d+ 米/)
  const free = async (at: readonly [number, number]): Promise<boolean> => {
    const [field, list] = [await sheet(page).boundingBox(), await page.locator('.map-sheet').boundingBox()]
    const { y } = await pixelOf(page, at)
    return field !== null && list !== null && y > field.y + 12 && y < list.y - 12
  }
  for (const place of [[114.2541, 29.05] as const, [114.254, 29.05] as const])
    await expect.poll(() => free(place), patient).toBe(true)
  await keep('map-5-near')
  await page.context().setGeolocation({ longitude: 114.246, latitude: 29.05, accuracy: 6 })
  await expect.poll(() => rows.first().innerText(), patient).toContain('S-0')
  for (const button of await page.locator('.map-sheet .map-row, .map-control').all()) {
    const box = await button.boundingBox()
    if (box !== null) expect(Math.round(box.height)).toBeGreaterThanOrEqual(44)
  }
  const body = page.locator('.map-sheet-body')
  await page.getByRole('button', { name: /处排成路线/ }).scrollIntoViewIfNeeded()
  expect(await body.evaluate((list) => list.scrollTop)).toBeGreaterThan(0)
  await page.getByRole('button', { name: /处排成路线/ }).tap()
  await page.locator('.map-stop').first().waitFor()
  expect(await body.evaluate((list) => list.scrollTop)).toBe(0)
})
