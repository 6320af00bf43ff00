import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { groundFeature } from '../../server/base-map/ground-feature.ts'
import { makeBaseMap } from '../../server/base-map/make-base-map.ts'
import { openBrowser, phone, type Reader, signIn } from './browser.ts'
import { type CountyAtAddress, countyAtAddress } from './county-at-address.ts'

let county: CountyAtAddress
let browser: Browser
let squad: Reader

beforeAll(async () => {
  county = await countyAtAddress()
  const ring = [
    [114.5, 29],
    [114.6, 29],
    [114.6, 29.1],
    [114.5, 29.1],
    [114.5, 29],
  ]
  await makeBaseMap(county.world, {
    ...{ folder: join(county.folder, 'base-map'), osm: null, elevation: null, marginMetres: 1000 },
    ground: [groundFeature('water', 6, { type: 'Polygon', coordinates: [ring] }, { kind: 'lake' })],
    progress: () => undefined,
  })
  browser = await openBrowser()
  squad = await signIn(browser, county.address, 'squad1', { device: phone })
})
afterAll(async () => {
  await squad?.close()
  await browser?.close()
  await county?.close()
})

/** The lake’s own ink in the middle of what is drawn; a screenshot sees what the reader sees. */
const inkInMiddle = async (page: Page): Promise<string> => {
  await page.locator('.map-canvas[data-map=idle]').waitFor({ timeout: 60_000 })
  const png = await page.screenshot({ clip: { x: 60, y: 300, width: 1, height: 1 } })
  return page.evaluate(async (bytes) => {
    const picture = await createImageBitmap(new Blob([Uint8Array.from(bytes)]))
    const pen = new OffscreenCanvas(1, 1).getContext('2d')
    pen?.drawImage(picture, 0, 0)
    return [...(pen?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3).join()
  }, Array.from(png))
}
const water = '218,228,227'
const place = '/map?at=114.56,29.075,13.5'

test('the base map is drawn beneath the hazards, and stays when there is no connection', async () => {
  const { page } = squad
  await page.goto(`${county.address}${place}`)
  await expect.poll(() => inkInMiddle(page), { timeout: 60_000 }).toBe(water)
  await squad.keep('base-map-online')
  const kept = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration()
      const shelf = await caches.open('luqing-base-map')
      return registration?.active ? (await shelf.keys()).length : 0
    })
  await expect.poll(kept, { timeout: 60_000 }).toBe(1)
  await page.context().setOffline(true)
  await page.goto(`${county.address}/map?at=114.57,29.07,13.2`)
  await expect.poll(() => inkInMiddle(page), { timeout: 60_000 }).toBe(water)
  await squad.keep('base-map-offline')
})

test('at signing out the base map leaves the phone', async () => {
  const { page } = squad
  await page.context().setOffline(false)
  await page.goto(`${county.address}/mine`)
  await page.locator('button.my-menu').first().click()
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByLabel('账号').waitFor()
  expect(await page.evaluate(() => caches.has('luqing-base-map'))).toBe(false)
})
