import type { Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HazardWhole } from '../../server/hazards/answers.ts'
import { type Walk, walkIn } from '../../server/test-walk.ts'
import { openStage, type Stage } from './acting.ts'
import { faultsSeenByAxe } from './axe-faults.ts'
import { withCamera } from './browser.ts'
import {
  button,
  cameraStands,
  inTheField,
  inTime,
  onRoad,
  photosPutDown,
  readyToShoot,
  shutter,
} from './capture-page.ts'
import { keptKeys } from './kept-keys.ts'
import { roadPhotos } from './road-photos.ts'

let stage: Stage
let walk: Walk

beforeAll(async () => {
  stage = await openStage({ appKept: true, ...withCamera })
  walk = walkIn(stage.county)
})
afterAll(() => stage?.close())

const look = async (id: string): Promise<HazardWhole | null> => {
  const answer = await (await walk.as('squad1')).get(`/api/hazards/${id}`)
  return answer.status === 200 ? HazardWhole.parse(answer.body) : null
}
/** Of the hazard just kept, as the note above the viewfinder leads to it once the server has it. */
const idOfSaved = async (page: Page): Promise<string> => {
  const href = await page.getByRole('link', { name: '打开这一处' }).getAttribute('href')
  return href?.split('/').pop() ?? ''
}

test('with no signal three taps lead from the open page to a report kept on the phone, and the next one may begin', async () => {
  const { page, keep } = await inTheField(stage, 0)
  await readyToShoot(page)
  expect(await faultsSeenByAxe(page)).toEqual([])
  await keep('capture-1-viewfinder')
  await page.context().setOffline(true)

  let taps = 0
  const tap = async (target: Locator): Promise<void> => {
    await target.tap()
    taps += 1
  }
  await tap(shutter(page))
  await tap(button(page, '支路缺减速带'))
  await keep('capture-2-category')
  expect(await faultsSeenByAxe(page)).toEqual([])
  await tap(button(page, '保存'))
  await page.getByText('已存在本机').waitFor()
  expect(taps).toBe(3)
  await keep('capture-3-kept')
  expect(await faultsSeenByAxe(page)).toEqual([])
  expect(await shutter(page).evaluate((element) => element === document.activeElement)).toBe(true)

  // back in the village with a signal: whole, with its photo, its position and whoever answers for it
  await page.context().setOffline(false)
  const hazardId = await idOfSaved(page)
  await expect.poll(async () => (await look(hazardId))?.photos.length, inTime).toBe(1)
  const hazard = await look(hazardId)
  expect(hazard).toMatchObject({ code: 'A05', stage: 'camera', townshipName: '义宁镇', routeCode: 'X001360424' })
  expect(hazard?.photos[0]).toMatchObject({
    takenWith: 'viewfinder',
    position: { source: 'device', accuracyMetres: 6 },
  })
  expect(hazard?.longitude).toBeCloseTo(114.55, 5)
})

test('a page killed between shutter and saving opens again with its photos', async () => {
  const { page } = await inTheField(stage, 500)
  await readyToShoot(page)
  await shutter(page).tap()
  await button(page, '护栏缺失').tap()
  await page.getByRole('list', { name: '照片' }).getByRole('button').first().waitFor()
  // the photo is put down while the form is read; killed before that, nothing was promised yet
  await expect.poll(() => photosPutDown(page), inTime).toBe(1)
  const again = await page.context().newPage()
  await page.close()
  await again.goto(`${stage.county.address}/capture`)
  await again.getByRole('list', { name: '照片' }).getByRole('button').first().waitFor()
  expect(await button(again, '护栏缺失').getAttribute('aria-pressed')).toBe('true')
  await button(again, '保存').tap()
  const hazardId = await idOfSaved(again)
  await expect.poll(async () => (await look(hazardId))?.photos.length, inTime).toBe(1)
})

test('where the page may not use the camera, the phone’s own camera leads to the same report', async () => {
  const { page, keep } = await inTheField(stage, 1_000, ['geolocation'])
  await page.getByText('手机不允许本页使用相机').waitFor()
  expect(await faultsSeenByAxe(page)).toEqual([])
  await keep('capture-4-without-camera')
  const [photo] = await roadPhotos(1)
  if (!photo) throw new Error('no photo')
  expect(await page.locator('input[type=file][capture=environment]').count()).toBe(1)
  await page.locator('input[type=file]').first().setInputFiles(photo)
  await button(page, '坑槽/破损/沉陷').tap()
  await button(page, '保存').tap()
  const hazardId = await idOfSaved(page)
  await expect.poll(async () => (await look(hazardId))?.photos[0]?.takenWith, inTime).toBe('file')
})

test('cured on the spot: found, registered, taken on and sent in without a signal, and verified by somebody else', async () => {
  const { page, keep } = await inTheField(stage, 1_500)
  await readyToShoot(page)
  await page.context().setOffline(true)
  await shutter(page).tap()
  await button(page, '支路缺减速带').tap()
  await page.getByLabel('当场已整改').click()
  await page.locator('.camera-before img[data-loaded=true]').waitFor()
  await keep('capture-5-after-photo')
  expect(await faultsSeenByAxe(page)).toEqual([])
  await shutter(page).tap()
  await button(page, '道口标柱/警示桩加一').tap()
  await button(page, '道口标柱/警示桩加一').tap()
  await keep('capture-6-measures')
  expect(await faultsSeenByAxe(page)).toEqual([])
  await button(page, '保存').tap()
  await page.getByText('已存在本机').waitFor()
  // one place to its author, however many steps
  await page.getByText('待发 1 处').first().waitFor()
  await page.context().setOffline(false)
  const hazardId = await idOfSaved(page)
  await expect.poll(async () => (await look(hazardId))?.tasks[0]?.state, inTime).toBe('submitted')

  const hazard = await look(hazardId)
  if (hazard === null) throw new Error('it was there a moment ago')
  expect(hazard).toMatchObject({ stage: 'register', severity: 'minor', sameDay: true })
  expect(hazard.tasks[0]).toMatchObject({
    ...{ unit: { id: 'unit-squad1' } },
    measures: [{ measure: 'junction-post', plannedQuantity: 2, installedQuantity: 2 }],
  })
  expect(hazard.photos.map(({ role }) => role).sort()).toEqual(['after', 'scene'])
  const own = await walk.tryStep('squad1', hazard, walk.onTask(hazard, 'verify'))
  expect(own.body).toMatchObject({ because: { reason: 'own-work' } })
  expect((await walk.step('squad1b', hazard, walk.onTask(hazard, 'verify'))).stage).toBe('cleared')
})

test('what is on file within 50 m is shown before a second one is made, and can be given the photos', async () => {
  const { longitude, latitude } = onRoad(2_020)
  const position = { longitude, latitude, accuracyMetres: 5, source: 'device', at: new Date().toISOString() }
  const known = await walk.report('squad1', { position, capturedAt: new Date().toISOString() })
  const { page, keep } = await inTheField(stage, 2_000)
  await readyToShoot(page)
  await page.getByRole('button', { name: '这里已有一处（20 米）' }).tap()
  await keep('capture-7-already-here')
  expect(await faultsSeenByAxe(page)).toEqual([])
  await button(page, '就是这一处，补拍照片').tap()
  await shutter(page).tap()
  await page.context().setOffline(true)
  await button(page, '补到这一处').tap()
  await page.getByText('已存在本机').waitFor()
  await page.context().setOffline(false)
  await expect.poll(async () => (await look(known.id))?.photos.length, inTime).toBe(known.photos.length + 1)
})

test('with two on file nearby the eight commonest categories stay in view, and the two are one tap away', async () => {
  const at = new Date().toISOString()
  for (const metresEast of [3_010, 3_025]) {
    const { longitude, latitude } = onRoad(metresEast)
    const position = { longitude, latitude, accuracyMetres: 5, source: 'device', at }
    await walk.report('squad1', { position, capturedAt: at })
  }
  const { page, keep } = await inTheField(stage, 3_000)
  await readyToShoot(page)
  await page.locator('.stage-known').waitFor()
  await shutter(page).tap()
  await page.getByRole('button', { name: '附近已有 2 处，最近 10 米' }).waitFor()
  const save = await page.locator('.capture-save').boundingBox()
  const bottoms = await page
    .locator('.capture-category')
    .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().bottom))
  expect(bottoms.length).toBeGreaterThanOrEqual(8)
  expect(Math.max(...bottoms.slice(0, 8))).toBeLessThanOrEqual(save?.y ?? 0)
  await keep('capture-8-two-here')
  await page.getByRole('button', { name: '附近已有 2 处，最近 10 米' }).tap()
  expect(await button(page, '就是这一处，补拍照片').count()).toBe(2)
  expect(await faultsSeenByAxe(page)).toEqual([])
  await button(page, '就是这一处，补拍照片').first().tap()
  await button(page, '补到这一处').waitFor()
})

test('the map under the pin is drawn without a signal, though nobody ever looked at a map', async () => {
  const { page, keep } = await inTheField(stage, 3_500)
  await readyToShoot(page)
  // townships and zones, roads, places, and what lies beneath them
  await expect.poll(() => keptLayers(page), inTime).toBe(4)
  await expect.poll(() => workerStands(page), inTime).toBe('activated')
  await page.context().setOffline(true)
  await page.goto(`${stage.county.address}/capture`)
  await readyToShoot(page)
  await shutter(page).tap()
  await button(page, '看图、拖图钉').tap()
  const map = page.locator('.pin-map')
  await expect.poll(() => map.getAttribute('data-map'), inTime).toBe('idle')
  await map.scrollIntoViewIfNeeded()
  // the only road runs from west to east under the pin; beside it there is none
  const coloursAt = async (x: number, ...ys: number[]) => {
    const { data, info } = await sharp(await map.screenshot())
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const at = (y: number) => (Math.round(info.height * y) * info.width + Math.round(info.width * x)) * info.channels
    return ys.map((y) => [...data.subarray(at(y), at(y) + 3)].join())
  }
  const isDrawn = async () => {
    const [road, beside] = await coloursAt(0.2, 0.5, 0.3)
    return road !== beside
  }
  await expect.poll(isDrawn, inTime).toBe(true)
  await keep('capture-9-pin-map-offline')
})

const workerStands = (page: Page): Promise<string> =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state ?? 'none')

/** How many layers of the map lie on this device. */
const keptLayers = async (page: Page): Promise<number> =>
  (await keptKeys(page)).filter((key) => key.startsWith('["map-layer"')).length

test('a phone without room says so, keeps the photos on the page, and saves once there is room', async () => {
  const { page, keep } = await inTheField(stage, 2_500)
  await readyToShoot(page)
  const roomFor = (bytes: number): Promise<void> =>
    page.evaluate((quota) => {
      Object.defineProperty(navigator.storage, 'estimate', {
        configurable: true,
        value: () => Promise.resolve({ quota, usage: 0 }),
      })
    }, bytes)
  await roomFor(1_000)
  await shutter(page).tap()
  await button(page, '支路缺减速带').tap()
  await button(page, '保存').tap()
  await page.getByText('手机空间不够，这一处没有存上').waitFor()
  expect(await button(page, '现在发送').isVisible()).toBe(true)
  expect(await page.getByRole('link', { name: '去导出' }).getAttribute('href')).toBe('/outbox')
  expect(await page.getByRole('list', { name: '照片' }).getByRole('button').count()).toBe(1)
  await keep('capture-9-no-room')
  expect(await faultsSeenByAxe(page)).toEqual([])
  await roomFor(10_000_000_000)
  await button(page, '保存').tap()
  await page.getByText('已存在本机').waitFor()
})

test('without any fix a road and stake mark place it, by thumb or by keyboard alone', async () => {
  const { page, keep } = await inTheField(stage, 0, ['camera'])
  await cameraStands(page)
  await shutter(page).focus()
  await page.keyboard.press('Enter')
  await button(page, '急弯').focus()
  await page.keyboard.press('Space')
  await button(page, '按村或桩号选').focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('道路').selectOption('X001360424')
  await page.getByLabel('桩号').fill('K3+200')
  await keep('capture-8-stake')
  expect(await faultsSeenByAxe(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByText('选的是 X001 K3+200').waitFor()
  await button(page, '保存').focus()
  await page.keyboard.press('Enter')
  const hazardId = await idOfSaved(page)
  await expect.poll(async () => (await look(hazardId))?.routeCode, inTime).toBe('X001360424')
  const chainage = (await look(hazardId))?.chainageMetres ?? 0
  expect(Math.abs(chainage - 3_200)).toBeLessThanOrEqual(2)
})
