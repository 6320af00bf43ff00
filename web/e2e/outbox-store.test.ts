import type { Browser, BrowserContext, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { type CountyAtAddress, countyAtAddress } from './county-at-address.ts'

let county: CountyAtAddress
let browser: Browser
let context: BrowserContext
let page: Page
let code: string

const key = (letter: string): string => btoa(letter.repeat(32))
const own = key('a')

/** The store's own files as one script; put into the page by the debugger, past its CSP. */
const bundled = async (): Promise<string> => {
  const entry = new URL('outbox-page-side.ts', import.meta.url).pathname
  const lib = { entry, formats: ['iife' as const], name: 'side', fileName: () => 'side.js' }
  const output = await build({ configFile: false, logLevel: 'silent', build: { write: false, minify: false, lib } })
  const [first] = Array.isArray(output) ? output : [output]
  const chunk = first !== undefined && 'output' in first ? first.output.find(({ type }) => type === 'chunk') : undefined
  if (chunk?.type !== 'chunk') throw new Error('the store could not be bundled')
  return chunk.code
}

const reload = async (): Promise<void> => {
  await page.goto(`${county.address}/`)
  await page.evaluate(code)
}

beforeAll(async () => {
  county = await countyAtAddress()
  browser = await openBrowser()
  code = await bundled()
})
beforeEach(async () => {
  await context?.close()
  context = await browser.newContext()
  // the page without the app, whose sign-in page would forget the keys in the middle of a test
  await context.route('**/assets/index-*.js', (route) => route.abort())
  page = await context.newPage()
  await reload()
})
afterAll(async () => {
  await browser?.close()
  await county?.close()
})

test('what is kept is there after the page was thrown away, whole to the byte', async () => {
  expect(await page.evaluate((k) => outboxSide.add('p1', k, ['e1', 'e2'], [300_000, 5]), own)).toBe('kept')
  await reload()
  expect(await page.evaluate(() => outboxSide.look('p1', null))).toEqual({
    ...{ ids: ['e1', 'e2'], whole: ['e1-0', 'e1-1', 'e2-0', 'e2-1'], locked: 0, encrypts: true },
  })
})

test('on the disk nothing can be read without the key, and the key cannot be taken out of the browser', async () => {
  await page.evaluate((k) => outboxSide.add('p1', k, ['e1'], [2_000]), own)
  expect(await page.evaluate(() => outboxSide.readsPlainly())).toBe(false)
  expect(await page.evaluate(() => outboxSide.canTakeOutKey('p1'))).toBe('stays')
})

test('a full device refuses the next capture visibly; nothing is half kept and nothing older is touched', async () => {
  const debug = await context.newCDPSession(page)
  await debug.send('Storage.overrideQuotaForOrigin', { origin: county.address, quotaSize: 3_000_000 })
  expect(await page.evaluate((k) => outboxSide.add('p1', k, ['e1'], [400_000]), own)).toBe('kept')
  const answer = await page.evaluate((k) => outboxSide.add('p1', k, ['e2', 'e3'], [2_500_000, 2_500_000]), own)
  expect(answer).toBe('no-room')
  expect(await page.evaluate(() => outboxSide.countRows())).toEqual({ entries: 1, parts: 1 })
  await debug.send('Storage.overrideQuotaForOrigin', { origin: county.address })
  expect(await page.evaluate((k) => outboxSide.look('p1', k), own)).toMatchObject({ ids: ['e1'], whole: ['e1-0'] })
})

test('signing out leaves what is unsent unreadable; signing in again finds it', async () => {
  await page.evaluate((k) => outboxSide.add('p1', k, ['e1'], [1_000]), own)
  await page.evaluate(() => outboxSide.forgetKeys())
  expect(await page.evaluate(() => outboxSide.canTakeOutKey('p1'))).toBe('no key')
  expect(await page.evaluate(() => outboxSide.look('p1', null))).toMatchObject({ ids: [], locked: 1 })
  await reload()
  expect(await page.evaluate((k) => outboxSide.look('p1', k), own)).toMatchObject({ ids: ['e1'], whole: ['e1-0'] })
})

test('with HTTPS nothing is kept plain: before its first key a phone keeps nothing and says so, with it all opens', async () => {
  expect(await page.evaluate(() => outboxSide.add('p1', null, ['e1'], [1_000]))).not.toBe('kept')
  expect(await page.evaluate(() => outboxSide.countRows())).toEqual({ entries: 0, parts: 0 })
  expect(await page.evaluate((k) => outboxSide.add('p1', k, ['e1'], [1_000]), own)).toBe('kept')
  expect(await page.evaluate(() => outboxSide.look('p1', null))).toMatchObject({ ids: ['e1'], whole: ['e1-0'] })
})

test('another person on the same phone neither sees nor opens it', async () => {
  await page.evaluate((k) => outboxSide.add('p1', k, ['e1'], [1_000]), own)
  expect(await page.evaluate((k) => outboxSide.look('p2', k), key('b'))).toMatchObject({ ids: [], locked: 0 })
  await page.evaluate(() => outboxSide.forgetKeys())
  // with their own key under the other's name it still does not open
  expect(await page.evaluate((k) => outboxSide.look('p1', k), key('b'))).toMatchObject({ ids: [], locked: 1 })
})

test('what somebody put there in the clear, or under a key of their own, is never taken for the person’s', async () => {
  await page.evaluate((k) => outboxSide.add('p1', k, ['e1'], [1_000]), own)
  await page.evaluate(() => outboxSide.forgetKeys())
  await page.evaluate(() => outboxSide.plant('p1', 'planted'))
  await page.evaluate(() => outboxSide.plantKey('p1'))
  await page.evaluate(() => outboxSide.add('p1', null, ['planted-too'], [5]))
  await reload()
  const found = await page.evaluate((k) => outboxSide.look('p1', k), own)
  expect(found).toMatchObject({ ids: ['e1'], whole: ['e1-0'], locked: 2 })
  await reload()
  expect(await page.evaluate(() => outboxSide.look('p1', null))).toMatchObject({ ids: ['e1'], locked: 2 })
})

test('a connection to the storage that the system dropped is opened again', async () => {
  await page.evaluate((k) => outboxSide.add('p1', k, ['e1'], [1_000]), own)
  await page.evaluate(() => outboxSide.loseConnection())
  expect(await page.evaluate((k) => outboxSide.add('p1', k, ['e2'], [1_000]), own)).toBe('kept')
})

test('the field copy of a large photo has 1600 pixels and a fraction of the bytes; a small one gets none', async () => {
  const large = await page.evaluate(() => outboxSide.copyOfPicture(3000, 4000, 0.95))
  expect(large.copy).toMatchObject({ type: 'image/jpeg', wide: 1200, high: 1600 })
  expect(large.copy?.bytes).toBeLessThan(large.originalBytes / 2)
  expect((await page.evaluate(() => outboxSide.copyOfPicture(1200, 900, 0.7))).copy).toBeNull()
})
