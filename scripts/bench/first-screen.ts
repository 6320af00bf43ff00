import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { BrowserContext } from 'playwright-core'
import { openBrowser, phone, signIn, withCameraAllowed } from '../../web/e2e/browser.ts'
import { countyAtAddress } from '../../web/e2e/county-at-address.ts'

/** A phone of some years ago on a poor 4G: 1.6 Mbit/s, 150 ms, a processor four times as slow. */
const throttle = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }
const slowdown = 4
const runs = 5

/** What had come over the line by a moment, whole files and parts of them. */
interface Come {
  readonly afterMs: number
  /** Page, scripts, rules and pictures of the app itself. */
  readonly bytes: number
  /** Who is asking, the county's lists. */
  readonly answers: number
}

interface Seen {
  readonly lcpMs: number
  readonly stands: Come
  readonly whole: Come
}

/** It can be pressed: its picture is live. */
const shutter = '.camera-shutter[aria-disabled=false]'

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/** Opens an address with an empty cache: when its largest part was painted, and what had come over the line by then. */
const look = async (context: BrowserContext, url: string, steps: readonly string[]): Promise<Seen> => {
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true })
  await cdp.send('Network.setBypassServiceWorker', { bypass: true })
  await cdp.send('Network.emulateNetworkConditions', throttle)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  const answered = new Set<string>()
  const sizes = new Map<string, number>()
  cdp.on('Network.responseReceived', ({ requestId, response }) => {
    if (new URL(response.url).pathname.startsWith('/api/')) answered.add(requestId)
  })
  cdp.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    sizes.set(requestId, (sizes.get(requestId) ?? 0) + encodedDataLength)
  })
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => sizes.set(requestId, encodedDataLength))
  const startedAtMs = performance.now()
  const come = (): Come => {
    let [bytes, answers] = [0, 0]
    for (const [requestId, size] of sizes) {
      if (answered.has(requestId)) answers += size
      else bytes += size
    }
    return { afterMs: performance.now() - startedAtMs, bytes, answers }
  }
  // what begins behind the first screen goes on long after it stands
  await page.goto(url, { waitUntil: 'commit' })
  const reached: Come[] = []
  for (const step of steps) {
    await page.locator(step).waitFor()
    reached.push(come())
  }
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
  const [stands = come(), whole = stands] = reached
  return { lcpMs, stands, whole }
}

/** The first screen of a squad: bytes before anything lazy, and its largest paint beside an empty page's. */
export const benchFirstScreen = async (): Promise<void> => {
  const county = await countyAtAddress()
  const browser = await openBrowser(withCameraAllowed)
  const headers = Object.fromEntries((await fetch(`${county.address}/`)).headers)
  for (const name of ['content-length', 'content-encoding', 'etag', 'transfer-encoding']) delete headers[name]
  const empty = createServer((_, to) => to.writeHead(200, headers).end('<!doctype html><title>路清</title><p>路清</p>'))
  await new Promise<void>((resolve) => empty.listen(0, '127.0.0.1', resolve))
  const { port } = empty.address() as AddressInfo
  try {
    const { page, close } = await signIn(browser, county.address, 'squad1', { device: phone, path: '/me' })
    const context = page.context()
    await context.grantPermissions(['camera', 'geolocation'])
    // it has stood here before, as on every day but the first; a new release has emptied the cache
    await page.goto(`${county.address}/capture`)
    await page.locator(`#app ${shutter}`).waitFor()
    const [ours, bare]: [Seen[], Seen[]] = [[], []]
    for (let run = 0; run < runs; run++) {
      bare.push(await look(context, `http://127.0.0.1:${port}/`, []))
      ours.push(await look(context, `${county.address}/capture`, [shutter, `#app ${shutter}`]))
    }
    await close()
    const [lcp, bareLcp] = [median(ours.map(({ lcpMs }) => lcpMs)), median(bare.map(({ lcpMs }) => lcpMs))]
    console.log('the camera as the first screen, on a slow phone (1.6 Mbit/s, 150 ms, a quarter of the processor)')
    console.log('  against an empty page with the same headers')
    const middle = (of: (seen: Seen) => number): string => median(ours.map(of)).toFixed(0)
    const told = (step: 'stands' | 'whole'): string =>
      `after ${middle((seen) => seen[step].afterMs)} ms, ${middle((seen) => seen[step].bytes / 1000)} KB of the app and ${middle((seen) => seen[step].answers / 1000)} KB of answers`
    console.log(`  the shutter can be pressed ${told('stands')}`)
    console.log(`  the app has taken it over ${told('whole')}`)
    console.log(
      `  ratio ${(lcp / bareLcp).toFixed(2)}   largest paint ${lcp.toFixed(0)} ms, yardstick ${bareLcp.toFixed(0)} ms\n`,
    )
  } finally {
    await browser.close()
    empty.close()
    await county.close()
  }
}
