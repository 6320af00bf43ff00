import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { BrowserContext, Page } from 'playwright-core'
import { openBrowser, phone, signIn } from '../../web/e2e/browser.ts'
import { countyAtAddress } from '../../web/e2e/county-at-address.ts'

/** A phone of some years ago on a poor 4G: 1.6 Mbit/s, 150 ms, a processor four times as slow. */
const throttle = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }
const slowdown = 4
const runs = 5
/** A phone has one, and its owner has allowed it: the first screen is the viewfinder. */
const camera = { whole: true, args: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'] }

interface Seen {
  readonly lcpMs: number
  readonly standsMs: number
  /** Page, scripts, rules and pictures of the app itself. */
  readonly bytes: number
  /** Who is asking, the county's lists. */
  readonly answers: number
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/** Opens an address with an empty cache: when its largest part was painted, and what had come over the line by then. */
const look = async (context: BrowserContext, url: string, painted: (page: Page) => Promise<unknown>): Promise<Seen> => {
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true })
  await cdp.send('Network.setBypassServiceWorker', { bypass: true })
  await cdp.send('Network.emulateNetworkConditions', throttle)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  const answered = new Set<string>()
  let [bytes, answers] = [0, 0]
  cdp.on('Network.responseReceived', ({ requestId, response }) => {
    if (new URL(response.url).pathname.startsWith('/api/')) answered.add(requestId)
  })
  let counting = true
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!counting) return
    if (answered.has(requestId)) answers += encodedDataLength
    else bytes += encodedDataLength
  })
  const startedAtMs = performance.now()
  // what begins behind the first screen goes on long after it stands
  await page.goto(url, { waitUntil: 'commit' })
  await painted(page)
  counting = false
  const standsMs = performance.now() - startedAtMs
  await page.waitForTimeout(1_000)
  const lcpMs = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        })
      }),
  )
  await page.close()
  return { lcpMs, standsMs, bytes, answers }
}

/** The first screen of a squad: bytes before anything lazy, and its largest paint beside an empty page's. */
export const benchFirstScreen = async (): Promise<void> => {
  const county = await countyAtAddress()
  const browser = await openBrowser(camera)
  const headers = Object.fromEntries((await fetch(`${county.address}/`)).headers)
  for (const name of ['content-length', 'content-encoding', 'etag', 'transfer-encoding']) delete headers[name]
  const empty = createServer((_, to) => to.writeHead(200, headers).end('<!doctype html><title>路清</title><p>路清</p>'))
  await new Promise<void>((resolve) => empty.listen(0, '127.0.0.1', resolve))
  const { port } = empty.address() as AddressInfo
  try {
    const { page, close } = await signIn(browser, county.address, 'squad1', { device: phone, path: '/me' })
    const context = page.context()
    await context.grantPermissions(['camera', 'geolocation'])
    const [ours, bare]: [Seen[], Seen[]] = [[], []]
    for (let run = 0; run < runs; run++) {
      bare.push(await look(context, `http://127.0.0.1:${port}/`, async () => undefined))
      ours.push(
        await look(context, `${county.address}/capture`, (opened) => opened.locator('.camera-shutter').waitFor()),
      )
    }
    await close()
    const [lcp, bareLcp] = [median(ours.map(({ lcpMs }) => lcpMs)), median(bare.map(({ lcpMs }) => lcpMs))]
    console.log('the camera as the first screen, on a slow phone (1.6 Mbit/s, 150 ms, a quarter of the processor)')
    console.log('  against an empty page with the same headers')
    const kb = (of: (seen: Seen) => number): string => (median(ours.map(of)) / 1000).toFixed(0)
    console.log(
      `  ${kb(({ bytes }) => bytes)} KB of the app and ${kb(({ answers }) => answers)} KB of answers before the shutter`,
    )
    console.log(`  the shutter is there after ${median(ours.map(({ standsMs }) => standsMs)).toFixed(0)} ms`)
    console.log(
      `  ratio ${(lcp / bareLcp).toFixed(2)}   largest paint ${lcp.toFixed(0)} ms, yardstick ${bareLcp.toFixed(0)} ms\n`,
    )
  } finally {
    await browser.close()
    empty.close()
    await county.close()
  }
}
