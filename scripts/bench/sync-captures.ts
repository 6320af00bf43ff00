import { openBadLink, type Weather } from '../../web/e2e/bad-link.ts'
import { countyAtAddress } from '../../web/e2e/county-at-address.ts'
import { capture, type FieldCapture, onServer } from '../../web/e2e/field-captures.ts'
import { fieldDevice } from '../../web/e2e/field-device.ts'

/** A valley's bar of signal: 675 kbit/s both ways, 150 ms there and back. */
const bytesPerSecond = 675_000 / 8
const roundTripMs = 150
/** In real time: the link could be made faster, but not the processors at its ends. All 200 take some 25 minutes. */
const captures = Number(process.env['LUQING_BENCH_CAPTURES'] ?? 20)

export interface Synced {
  readonly seconds: number
  readonly bareSeconds: number
  readonly megabytes: number
  readonly ratio: number
}

/**
 * A day's captures kept without a signal, then sent over the slow link by the real app in a real browser: how long it
 * took from the first request to the last photo's row, against their bytes over the bandwidth.
 */
export const syncCaptures = async (weather: Partial<Weather> = {}): Promise<Synced> => {
  const county = await countyAtAddress()
  const link = await openBadLink(county.address)
  const device = fieldDevice(link.url, 'squad1')
  try {
    const page = await device.open('/capture')
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    await page.waitForTimeout(3_000)
    link.sever(true)
    const made: FieldCapture[] = []
    for (let number = 0; number < captures; number++) await capture(page, number, made, 'field')
    link.counts.bodyBytesOf.clear()
    link.change({ ...weather, bytesPerSecond, roundTripMs })
    const startedAt = performance.now()
    link.sever(false)
    // the page finds the signal by itself; whoever waits for it taps "send now"
    await page.goto(`${link.url}/outbox`)
    for (;;) {
      const { whole, promisesOpen } = await onServer(county, made)
      if (whole >= captures && promisesOpen === 0) break
      if (performance.now() - startedAt > captures * 60_000)
        throw new Error(`only ${whole} of ${captures} captures arrived`)
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
    const seconds = (performance.now() - startedAt) / 1000
    let bytes = 0
    for (const [path, whole] of link.counts.wholeOf) if (link.counts.bodyBytesOf.has(path)) bytes += whole
    const bareSeconds = bytes / bytesPerSecond
    return { seconds, bareSeconds, megabytes: bytes / 1e6, ratio: seconds / bareSeconds }
  } finally {
    await device.close()
    await link.close()
    await county.close()
  }
}

export const benchSync = async (): Promise<void> => {
  const tell = ({ seconds, bareSeconds, megabytes, ratio }: Synced): string =>
    `  ratio ${ratio.toFixed(2)}   ours ${seconds.toFixed(1)} s, yardstick ${bareSeconds.toFixed(1)} s for ${megabytes.toFixed(1)} MB`
  console.log(`${captures} captures of 3 photos over 675 kbit/s and 150 ms`)
  console.log('  against their bytes over the bandwidth')
  console.log(`${tell(await syncCaptures())}\n`)
  console.log('the same where 5 % of bodies break off')
  console.log(`${tell(await syncCaptures({ cutBodies: 0.05 }))}\n`)
}
