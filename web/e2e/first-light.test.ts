import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HazardWhole } from '../../server/hazards/answers.ts'
import { walkIn } from '../../server/test-walk.ts'
import { openStage, type Stage } from './acting.ts'
import { faultsSeenByAxe } from './axe-faults.ts'
import { type Reader, withCameraAllowed } from './browser.ts'
import { button, cameraStands, inTheField, inTime, shutter } from './capture-page.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage(withCameraAllowed)
})
afterAll(() => stage?.close())

/** A phone on which the camera has stood before, about to open the app anew. */
const onAnotherDay = async (metresEast: number): Promise<Reader> => {
  const reader = await inTheField(stage, metresEast)
  await cameraStands(reader.page)
  await reader.page.addInitScript(() => {
    const { mediaDevices } = navigator
    const open = mediaDevices.getUserMedia.bind(mediaDevices)
    const streams: MediaStream[] = []
    Reflect.set(window, 'openedStreams', streams)
    mediaDevices.getUserMedia = async (wished) => {
      const stream = await open(wished)
      streams.push(stream)
      return stream
    }
  })
  return reader
}
/** How many times the camera was opened, and how many of them are still live. */
const cameras = (page: Page) =>
  page.evaluate(() => {
    const streams: MediaStream[] = Reflect.get(window, 'openedStreams')
    return { opened: streams.length, live: streams.filter(({ active }) => active).length }
  })

/** The app itself is kept back on its way; answers what lets it come. */
const withoutTheApp = async (page: Page): Promise<() => void> => {
  const { promise: leave, resolve: letItCome } = Promise.withResolvers<void>()
  await page.route('**/assets/shell-*.js', async (route) => {
    await leave
    await route.continue()
  })
  return letItCome
}
const first = (page: Page) => page.locator('body > .stage')
const appStands = (page: Page) => page.locator('#app .camera-shutter[aria-disabled=false]').waitFor(inTime)

const placesOf = (page: Page) =>
  page.evaluate(() =>
    ['.stage-top', '.camera-sheet', '.guide', '.camera-shutter'].map((part) => {
      const { x, y, width, height } = document.querySelector(`.stage ${part}`)?.getBoundingClientRect() ?? new DOMRect()
      return [part, x, y, width, height]
    }),
  )

test('a squad shoots before the app has come, and finds the photos in the form when it has', async () => {
  const { page, keep } = await onAnotherDay(0)
  const letItCome = await withoutTheApp(page)
  await page.goto(`${stage.county.address}/`, { waitUntil: 'commit' })
  await cameraStands(page)
  expect(await faultsSeenByAxe(page)).toEqual([])
  await shutter(page).tap()
  await first(page).getByText('1 张').waitFor()
  await page.locator('.camera-sheet').tap()
  await page.keyboard.press('Enter')
  await first(page).getByText('2 张').waitFor()
  await keep('first-light-1-two-shots')
  expect(await page.getByRole('navigation').count()).toBe(0)

  letItCome()
  const photos = page.getByRole('list', { name: '照片' }).getByRole('button')
  await expect.poll(() => photos.count(), inTime).toBe(2)
  expect(await first(page).count()).toBe(0)
  expect(await cameras(page)).toEqual({ opened: 1, live: 1 })
  await keep('first-light-2-in-the-form')
  await button(page, '支路缺减速带').tap()
  await button(page, '保存').tap()
  const href = await page.getByRole('link', { name: '打开这一处' }).getAttribute('href')
  const squad = await walkIn(stage.county).as('squad1')
  const saved = async () => {
    const answer = await squad.get(`/api/hazards/${href?.split('/').pop()}`)
    return answer.status === 200 ? HazardWhole.parse(answer.body).photos : []
  }
  await expect.poll(async () => (await saved()).length, inTime).toBe(2)
  expect((await saved()).map(({ takenWith }) => takenWith)).toEqual(['viewfinder', 'viewfinder'])
})

test('the shutter waits for no more than 60 KB of the app', async () => {
  const { address } = stage.county
  const packed = async (path: string) => {
    const answer = await fetch(`${address}${path}`, { headers: { 'Accept-Encoding': 'br' } })
    return { bytes: Number(answer.headers.get('Content-Length')), text: await answer.text() }
  }
  const page = await packed('/')
  const parts = [...page.text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '')
  expect(parts.length).toBeGreaterThan(1)
  const sizes = await Promise.all(parts.map(async (path) => (await packed(path)).bytes))
  expect(Math.min(...sizes)).toBeGreaterThan(0)
  expect(page.bytes + sizes.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(60_000)
})

test.each(['light', 'dark'] as const)('nothing moves when the app takes the viewfinder over: %s', async (scheme) => {
  const { page, keep } = await onAnotherDay(500)
  await page.emulateMedia({ colorScheme: scheme })
  const letItCome = await withoutTheApp(page)
  await page.goto(`${stage.county.address}/capture`, { waitUntil: 'commit' })
  await cameraStands(page)
  expect(await first(page).locator('video').isVisible()).toBe(true)
  await shutter(page).focus()
  const before = await placesOf(page)
  await keep(`first-light-3-before-${scheme}`)
  letItCome()
  await appStands(page)
  await first(page).waitFor({ state: 'detached' })
  await keep(`first-light-4-after-${scheme}`)
  expect(await placesOf(page)).toEqual(before)
  expect(await shutter(page).evaluate((element) => element === document.activeElement)).toBe(true)
  expect(await cameras(page)).toEqual({ opened: 1, live: 1 })
})

test('whose session was ended elsewhere comes to the door, without a camera and without the photos', async () => {
  const { page } = await onAnotherDay(1_000)
  const letItCome = await withoutTheApp(page)
  // a page that is still asking would hear of it first, and forget the camera
  await page.goto('about:blank')
  await page.context().clearCookies()
  await page.goto(`${stage.county.address}/capture`, { waitUntil: 'commit' })
  await cameraStands(page)
  await shutter(page).tap()
  await first(page).getByText('1 张').waitFor()
  letItCome()
  await page.getByLabel('密码', { exact: true }).waitFor(inTime)
  await first(page).waitFor({ state: 'detached' })
  expect(await cameras(page)).toEqual({ opened: 1, live: 0 })
})

test('after signing out no viewfinder is drawn, and no camera opened, before it is known who comes next', async () => {
  const { page } = await onAnotherDay(1_500)
  await page.locator('button.my-menu').first().tap()
  await page.getByRole('button', { name: '退出登录' }).tap()
  await page.getByLabel('密码', { exact: true }).waitFor(inTime)
  const letItCome = await withoutTheApp(page)
  const asked = page.waitForRequest('**/assets/shell-*.js')
  await page.goto(`${stage.county.address}/capture`, { waitUntil: 'commit' })
  await asked
  expect(await page.locator('.camera').count()).toBe(0)
  expect(await page.getByText('正在打开 · Opening').isVisible()).toBe(true)
  expect(await cameras(page)).toEqual({ opened: 0, live: 0 })
  letItCome()
  await page.getByLabel('密码', { exact: true }).waitFor(inTime)
})
