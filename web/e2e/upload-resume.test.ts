import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seededRandom } from '../../scripts/demo-county/seeded-random.ts'
import { sha256Of } from '../../server/photos/test-pictures.ts'
import { type Walk, walkIn } from '../../server/test-walk.ts'
import { type BadLink, openBadLink } from './bad-link.ts'
import { openBrowser, phone, type Reader, signIn } from './browser.ts'
import { type CountyAtAddress, countyAtAddress } from './county-at-address.ts'
import { save } from './field-captures.ts'

let county: CountyAtAddress
let link: BadLink
let browser: Browser
let reader: Reader

beforeAll(async () => {
  county = await countyAtAddress()
  link = await openBadLink(county.address)
  browser = await openBrowser()
})
afterAll(async () => {
  await reader?.close()
  await browser?.close()
  await link?.close()
  await county?.close()
})

const patient = { timeout: 60_000, interval: 50 }

/** Grain that nothing compresses, on few enough pixels that it goes as it is: about 1.2 MB. */
const grainy = async (): Promise<Buffer> => {
  const random = seededRandom('grain')
  const [width, height] = [1500, 1100]
  const colours = Buffer.from(Array.from({ length: width * height * 3 }, () => random.wholeBetween(0, 255)))
  return sharp(colours, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 60 })
    .toBuffer()
}

interface Asked {
  readonly method: string
  readonly offset: string | null
}
/** What the browser asked of the server about this photo, in its order. */
const askedOf = (page: Page, sha256: string): Asked[] => {
  const asked: Asked[] = []
  page.on('request', (request) => {
    if (!request.url().endsWith(`/api/photos/${sha256}`)) return
    void request.allHeaders().then((headers) => {
      asked.push({ method: request.method(), offset: headers['upload-offset'] ?? null })
    })
  })
  return asked
}

test('an upload broken in the middle goes on where it broke: asked by HEAD, the rest by PATCH, hardly a byte twice', async () => {
  const walk: Walk = walkIn(county)
  const buffer = await grainy()
  const sha256 = sha256Of(new Uint8Array(buffer))
  const path = `/api/photos/${sha256}`
  reader = await signIn(browser, link.url, 'squad1', { device: phone, path: '/capture' })
  const { page } = reader
  await page.locator('input[type=file][multiple]').waitFor({ state: 'attached' })
  const asked = askedOf(page, sha256)
  const sent = (): number => link.counts.bodyBytesOf.get(path) ?? 0
  link.change({ bytesPerSecond: 400_000 })
  await page.locator('input[type=file][multiple]').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer })
  await page.locator('.shots-row li').first().waitFor()
  await save(page)

  await expect.poll(sent, patient).toBeGreaterThan(buffer.length / 2)
  const broken = page.waitForEvent('requestfailed', {
    predicate: (request) => request.url().endsWith(path),
    ...patient,
  })
  link.sever(true)
  const atTheBreak = sent()
  expect(atTheBreak).toBeLessThan(buffer.length)
  await broken
  link.sever(false)

  const photosThere = async () => {
    const list = await (await walk.as('squad1')).get(path)
    return list.status
  }
  await expect.poll(photosThere, patient).toBe(200)
  await expect.poll(() => asked.filter(({ method }) => method !== 'HEAD').length, patient).toBeGreaterThan(1)
  const sending = asked.filter(({ method }) => method !== 'HEAD')
  expect(sending[0]).toEqual({ method: 'PUT', offset: null })
  const rest = sending.filter(({ method }) => method === 'PATCH')
  expect(rest.length).toBeGreaterThan(0)
  expect(sending.filter(({ method }) => method === 'PUT')).toHaveLength(1)
  const firstOf = (wanted: string): number => asked.findIndex(({ method }) => method === wanted)
  expect(firstOf('HEAD')).toBeLessThan(firstOf('PATCH'))
  const from = Number(rest[0]?.offset)
  expect(from).toBeGreaterThan(0)
  // what was on its way when the link broke is all that goes twice
  expect(atTheBreak - from).toBeLessThan(buffer.length * 0.2)
  expect(sent()).toBeLessThan(buffer.length * 1.2)
  console.log(
    `resume: ${buffer.length} B, broke after ${atTheBreak} B, went on from ${from} B, sent ${sent()} B in all`,
  )
})
