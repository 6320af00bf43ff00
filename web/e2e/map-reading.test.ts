import { afterAll, beforeAll, expect, test } from 'vitest'
import { walkIn } from '../../server/test-walk.ts'
import { layHazard, onRegister } from '../../server/zones/test-hazards.ts'
import { palettes } from '../map/layers/palette.ts'
import { openStage, type Stage } from './acting.ts'
import type { Reader } from './browser.ts'
import { colourOf, drawn, middleOf, patient, shareOf, smallDesk, tokenOf } from './map-page.ts'

let stage: Stage
const still = { reducedMotion: 'reduce' } as const

beforeAll(async () => {
  stage = await openStage()
  const { world } = stage.county
  await layHazard(world, 'solo', [114.53, 29.03], { ...onRegister('R-1', '2026-01-10'), severity: 'major' })
  for (const step of [-2, -1, 0, 1, 2])
    await layHazard(world, `crowd${step}`, [114.25 + step * 0.0004, 29.05], onRegister(`R-2${step + 2}`, '2036-12-01'))
})
afterAll(() => stage?.close())

const readers = new Map<string, Reader>()
const tiles: string[] = []

/** One device for each account: signing in and fetching the map's program is tried elsewhere. */
const open = async (path: string, account = 'reviewer'): Promise<Reader> => {
  const reader = readers.get(account) ?? (await stage.enter(account, { device: smallDesk }))
  if (!readers.has(account))
    reader.page.on('response', (response) => {
      if (response.url().includes('/api/tiles/hazards/') && response.status() < 300) tiles.push(response.url())
    })
  readers.set(account, reader)
  tiles.length = 0
  await reader.page.goto(`${stage.county.address}${path}`)
  await drawn(reader.page)
  return reader
}

test('the first view comes from tiles: a hazard is drawn where it lies, in its colour, and nowhere else', async () => {
  const { page, keep } = await open('/map?at=114.53,29.03,15')
  const middle = await middleOf(page)
  const red = await tokenOf(page, '--warn-red')
  await expect.poll(() => shareOf(page, { ...middle, pixels: 20 }, red), patient).toBeGreaterThan(0.08)
  expect(tiles.length).toBeGreaterThan(0)
  for (const aside of [-120, 120])
    expect(await shareOf(page, { x: middle.x + aside, y: middle.y, pixels: 30 }, red)).toBeLessThan(0.005)
  const land = colourOf(palettes.day.land)
  expect(await shareOf(page, { ...middle, pixels: 180 }, land, 8)).toBeGreaterThan(0.6)
  await keep('map-1-first-view')
  await page.emulateMedia({ ...still, colorScheme: 'dark' })
  const night = colourOf(palettes.night.land)
  await expect.poll(() => shareOf(page, { ...middle, pixels: 180 }, night, 8), patient).toBeGreaterThan(0.6)
  await page.emulateMedia({ ...still, colorScheme: 'light' })
})

test('a filter narrows list and tiles alike, stands in the address, and is taken away by its chip', async () => {
  const { page } = await open('/map')
  const count = page.locator('.map-count')
  await count.getByText('图中 6／6 处').waitFor()
  await page.getByRole('button', { name: '筛选' }).click()
  await page.getByRole('combobox', { name: '等级' }).selectOption({ label: '重大' })
  await count.getByText('图中 1／1 处').waitFor()
  await expect.poll(() => tiles.some((tile) => tile.includes('severity=major')), patient).toBe(true)
  expect(page.url()).toContain('severity=major')
  await page.getByRole('combobox', { name: '上报时间' }).selectOption({ label: '去年上报' })
  await page.getByText('没有符合条件的隐患').first().waitFor()
  await page.getByRole('button', { name: /^筛选/ }).click()
  await page.getByRole('button', { name: '去掉“去年上报”' }).click()
  await count.getByText('图中 1／1 处').waitFor()
  await page.getByRole('button', { name: '去掉“重大”' }).click()
  await count.getByText('图中 6／6 处').waitFor()
  expect(page.url()).not.toMatch(/severity|reported/)
})

test('a link whose condition cannot be read says so, and lists what the rest of it asks for', async () => {
  const { page } = await open('/map?stage=nowhere&severity=major')
  const said = page.getByRole('status').getByText('链接里的条件“stage=nowhere”看不懂')
  await said.waitFor()
  await page.locator('.map-count').getByText('图中 1／1 处').waitFor()
  await page.getByRole('button', { name: '知道了' }).click()
  await said.waitFor({ state: 'detached' })
})

test('a plate that is clicked comes apart: the sheet goes nearer to where it stood', async () => {
  const { page } = await open('/map?at=114.25,29.05,9')
  const { x, y } = await middleOf(page)
  await page.mouse.click(x, y)
  const zoomNow = () => Number(new URL(page.url()).searchParams.get('at')?.split(',')[2] ?? 0)
  await expect.poll(zoomNow, patient).toBeGreaterThanOrEqual(10.5)
  const [longitude, latitude] = (new URL(page.url()).searchParams.get('at') ?? '').split(',').map(Number)
  expect(longitude).toBeCloseTo(114.25, 1)
  expect(latitude).toBeCloseTo(29.05, 1)
})

test('the ground that is tapped tells whose it is, and a link opens the same card', async () => {
  const { page } = await open('/map?at=114.57,29.08,13')
  const { x, y } = await middleOf(page)
  const card = page.locator('.map-card')
  await expect
    .poll(async () => {
      await page.mouse.click(x, y)
      return card.getByText('陈镇长').first().isVisible()
    }, patient)
    .toBe(true)
  await card.getByRole('heading', { name: '义宁镇' }).waitFor()
  expect(page.url()).toContain('card=zone:zone-360424100')
  const other = await open(new URL(page.url()).pathname + new URL(page.url()).search, 'leader')
  await other.page.locator('.map-card').getByRole('heading', { name: '义宁镇' }).waitFor()
})

test('what somebody else reports is on the sheet within seconds, and nobody has to ask for it', async () => {
  const { page } = await open('/map?at=114.51,29.08,16')
  const middle = await middleOf(page)
  const land = colourOf(palettes.day.land)
  const bare = () => shareOf(page, { ...middle, pixels: 10 }, land, 8)
  expect(await bare()).toBeGreaterThan(0.9)
  await walkIn(stage.county).report('squad1')
  await expect.poll(bare, { timeout: 15_000, interval: 200 }).toBeLessThan(0.75)
})
