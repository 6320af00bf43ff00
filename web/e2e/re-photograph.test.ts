import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inYining, type Walk, walkIn } from '../../server/test-walk.ts'
import { confirm, dialog, openStage, type Stage, take } from './acting.ts'
import { faultsSeenByAxe } from './axe-faults.ts'
import { phone, type Reader, withCamera } from './browser.ts'
import { noPhotos, roadPhotos } from './road-photos.ts'

let stage: Stage
let walk: Walk

beforeAll(async () => {
  stage = await openStage(withCamera)
  walk = walkIn(stage.county)
})
afterAll(() => stage?.close())

const across = { width: 844, height: 390 }
/** 25 m south and 25 m west of the hazard. */
const southWest = { longitude: inYining.longitude - 0.000257, latitude: inYining.latitude - 0.000225, accuracy: 4 }

/** A road chief before the form that sends in the cure, with leave to use the camera or without. */
const submitting = async (leave: readonly string[]): Promise<Reader & { hazardId: string }> => {
  const registered = await walk.registered({ measures: [] })
  const hazard = await walk.step('chief1', registered, walk.onTask(registered, 'accept'))
  const chief = await stage.enter('chief1', { device: phone, path: `/hazards/${hazard.id}` })
  await chief.page.context().grantPermissions([...leave])
  await chief.page.context().setGeolocation(southWest)
  await take(chief.page, '拍照提交')
  return { ...chief, hazardId: hazard.id }
}

const camera = (page: Page) => page.locator('.full-camera')
const openCamera = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '对着整改前照片拍' }).click()
  await camera(page).locator('.camera-before img[data-loaded=true]').waitFor()
}
const overlayOpacity = (page: Page): Promise<string> =>
  page.locator('.camera-before').evaluate((before) => getComputedStyle(before).opacity)
const afterPhotosOf = async (hazardId: string) =>
  (await walk.look('chief1', hazardId)).photos.filter(({ role }) => role === 'after')

test('a cure is photographed through the photo of before, and the server knows it was', async () => {
  const { page, hazardId, keep } = await submitting(['geolocation', 'camera'])
  await openCamera(page)

  // the way back in words, and there one is told so
  await camera(page).getByText('东北 35 米').waitFor()
  await keep('re-photograph-1-blended')
  await page.context().setGeolocation({ ...inYining, accuracy: 4 })
  await camera(page).getByText('已到位').waitFor()
  await page.context().setGeolocation(southWest)
  await camera(page).getByText('东北 35 米').waitFor()

  // how strongly the earlier photo shows is remembered; held, it shows alone
  await camera(page).getByLabel('整改前照片浓淡').fill('30')
  expect(await overlayOpacity(page)).toBe('0.3')
  await camera(page).getByText('按住看整改前').hover()
  await page.mouse.down()
  expect(await overlayOpacity(page)).toBe('1')
  await page.mouse.up()
  expect(await overlayOpacity(page)).toBe('0.3')
  await camera(page).getByText('左右').click()
  await keep('re-photograph-2-divided')
  expect(await faultsSeenByAxe(page, '.full-camera')).toEqual([])
  await page.setViewportSize(across)
  await keep('re-photograph-3-held-across')
  await page.setViewportSize({ width: 390, height: 844 })

  // the phone's back key and Escape close the camera and leave the form; by keys alone it opens and shoots
  await page.goBack()
  await camera(page).waitFor({ state: 'detached' })
  await openCamera(page)
  await page.keyboard.press('Escape')
  await camera(page).waitFor({ state: 'detached' })
  await dialog(page).getByRole('button', { name: '对着整改前照片拍' }).focus()
  await page.keyboard.press('Enter')
  await camera(page).locator('.camera-before img[data-loaded=true]').waitFor()
  expect(await overlayOpacity(page)).toBe('0.3')
  await page.keyboard.press('Space')
  await camera(page).getByText('已拍 1 张').waitFor()
  await keep('re-photograph-4-shot')
  await camera(page).getByText('完成').click()
  await dialog(page).getByText('已送达').waitFor()
  await confirm(page, '提交')

  const [photo, ...others] = await afterPhotosOf(hazardId)
  expect(others).toEqual([])
  expect(photo).toMatchObject({ takenWith: 'viewfinder', position: { source: 'device', accuracyMetres: 4 } })
  expect(photo?.position?.latitude).toBeCloseTo(southWest.latitude, 6)
  expect(Math.max(photo?.widthPixels ?? 0, photo?.heightPixels ?? 0)).toBeGreaterThanOrEqual(1280)
  const age = Math.abs(Date.now() - Date.parse(photo?.capturedAt ?? ''))
  expect(age).toBeLessThan(5 * 60_000)
})

test('the camera is let go while the page is hidden, and is there again when it is seen', async () => {
  const { page } = await submitting(['geolocation', 'camera'])
  await openCamera(page)
  const see = (state: 'visible' | 'hidden'): Promise<void> =>
    page.evaluate((to) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => to })
      document.dispatchEvent(new Event('visibilitychange'))
    }, state)
  const track = await page.evaluateHandle(() => {
    const { srcObject } = document.querySelector('video') ?? {}
    return srcObject instanceof MediaStream ? srcObject.getVideoTracks()[0] : undefined
  })
  expect(await track.evaluate((each) => each?.readyState)).toBe('live')
  await see('hidden')
  expect(await track.evaluate((each) => each?.readyState)).toBe('ended')
  await see('visible')
  await page.waitForFunction(() => (document.querySelector('video')?.readyState ?? 0) >= 2)
  await page.locator('.camera-shutter[aria-disabled=false]:focus').waitFor()
  await page.keyboard.press('Space')
  await camera(page).getByText('已拍 1 张').waitFor()
})

test('without leave for the camera the reason is told and the file picker takes the photo', async () => {
  const { page, hazardId, keep } = await submitting(['geolocation'])
  await page.getByRole('button', { name: '对着整改前照片拍' }).click()
  await camera(page).getByText('不允许本页使用相机').waitFor()
  expect(await faultsSeenByAxe(page, '.full-camera')).toEqual([])
  await keep('re-photograph-5-refused')
  const [road] = await roadPhotos(1)
  if (!road) throw new Error('there is no photo to pick')
  const chooser = page.waitForEvent('filechooser')
  await camera(page).getByRole('button', { name: '用手机相机拍' }).click()
  await (await chooser).setFiles(road)
  await dialog(page).getByText('已送达').waitFor()
  await confirm(page, '提交')
  expect(await afterPhotosOf(hazardId)).toMatchObject([{ takenWith: 'file' }])
})

test('what is no photo is refused where the cure’s photo is picked, with its name and why; the good one goes', async () => {
  const { page, hazardId, keep } = await submitting(['geolocation'])
  const album = dialog(page).locator('input[type=file][multiple]')
  await album.setInputFiles([...noPhotos, ...(await roadPhotos(1))])
  await dialog(page).getByText('已送达').waitFor()
  const refused = dialog(page).getByRole('alert')
  expect(await refused.locator('li').allInnerTexts()).toEqual([
    'notes.jpg 不是照片',
    'empty.jpg 空文件',
    'noise.jpg 不是照片',
  ])
  expect(await dialog(page).locator('.photo-tile').count()).toBe(1)
  await keep('re-photograph-6-no-photos')
  await confirm(page, '提交')
  expect(await afterPhotosOf(hazardId)).toMatchObject([{ takenWith: 'file' }])
})

test('a browser without the live camera keeps the file picker alone', async () => {
  const registered = await walk.registered({ measures: [] })
  const hazard = await walk.step('chief1', registered, walk.onTask(registered, 'accept'))
  const chief = await stage.enter('chief1', { device: phone })
  await chief.page.addInitScript(() => Object.defineProperty(navigator, 'mediaDevices', { value: undefined }))
  await chief.page.goto(`${stage.county.address}/hazards/${hazard.id}`)
  await take(chief.page, '拍照提交')
  await dialog(chief.page).getByRole('button', { name: '从相册选' }).waitFor()
  expect(await dialog(chief.page).getByRole('button', { name: '对着整改前照片拍' }).count()).toBe(0)
})
