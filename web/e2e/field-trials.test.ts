import type { Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { seededRandom } from '../../scripts/demo-county/seeded-random.ts'
import { trialSize } from '../../server/test-trial-size.ts'
import { type BadLink, openBadLink } from './bad-link.ts'
import { type CountyAtAddress, countyAtAddress } from './county-at-address.ts'
import { capture, type FieldCapture, finishWhatWasLeft, onServer, photosEach } from './field-captures.ts'
import { type FieldDevice, fieldDevice } from './field-device.ts'

/** `npm run trials` makes them at full size; beside every other test a smaller one is made of each. */
const captures = trialSize(200, 12)
const kills = trialSize(50, 5)
const limitMs = trialSize(1_800_000, 240_000)

let county: CountyAtAddress
let link: BadLink
let device: FieldDevice
afterEach(async () => {
  await device.close()
  await link.close()
  await county.close()
})

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const within = async (limit: number, done: () => Promise<boolean>): Promise<boolean> => {
  for (const until = Date.now() + limit; Date.now() < until; await sleep(500)) if (await done()) return true
  return done()
}
const tell = (what: string): void => console.log(`trial: ${what}`)

const setOut = async (): Promise<Page> => {
  county = await countyAtAddress()
  link = await openBadLink(county.address)
  device = fieldDevice(link.url, 'squad1')
  const page = await device.open('/capture')
  // the first visit, with a signal: from now on the page opens without
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await page.locator('.capture-category').first().waitFor()
  await sleep(3_000)
  return page
}

test('a browser killed amid capturing and sending loses nothing and doubles nothing', {
  timeout: limitMs,
}, async () => {
  let page = await setOut()
  const random = seededRandom('flat battery')
  const made: FieldCapture[] = []
  link.sever(true)
  let killed = 0
  const during = Math.floor(kills / 2)
  for (let number = 0; made.length < captures; number++) {
    const due = killed < during && random.chance((during / captures) * 1.2)
    const battery = due ? sleep(random.between(0, 700)).then(() => device.kill()) : null
    await capture(page, number, made).catch((error: unknown) => {
      if (battery === null) throw error
    })
    if (battery === null) continue
    await battery
    killed++
    page = await device.open('/capture')
    await finishWhatWasLeft(page, made)
  }
  const kept = made.filter(({ fate }) => fate === 'kept').length
  tell(`${made.length} captures of ${photosEach} photos without a signal, ${killed} kills, ${kept} said to be kept`)

  link.change({ bytesPerSecond: trialSize(1_500_000, 200_000), roundTripMs: 40 })
  link.sever(false)
  while (killed < kills) {
    await sleep(random.between(200, 2_500))
    await device.kill()
    killed++
    await device.open('/outbox')
  }
  const arrived = await within(limitMs / 3, async () => {
    const { whole, promisesOpen } = await onServer(county, made)
    return whole >= kept && promisesOpen === 0
  })
  const found = await onServer(county, made)
  tell(
    `${killed} kills, opened ${device.timesOpened()} times: ${found.whole} of ${kept} whole, ${found.hazards} hazards`,
  )
  expect(found.faults).toEqual([])
  expect(arrived).toBe(true)
  expect(found.whole).toBe(kept)
  expect(found.hazards).toBeLessThanOrEqual(made.length)
})

test('a link that cuts, stalls and swallows answers brings every capture once', { timeout: limitMs }, async () => {
  const page = await setOut()
  link.sever(true)
  const made: FieldCapture[] = []
  for (let number = 0; number < captures; number++) await capture(page, number, made)
  link.counts.bodyBytesOf.clear()
  link.change({ roundTripMs: 150, cutBodies: 0.05, stalls: 0.02, stallMs: 10_000, droppedAnswers: 0.1 })
  link.sever(false)
  const arrived = await within((limitMs * 2) / 3, async () => {
    const { whole, promisesOpen } = await onServer(county, made)
    return whole >= captures && promisesOpen === 0
  })
  const found = await onServer(county, made)
  const sent = photoBytes()
  const again = sent.again / sent.once
  tell(
    `${found.hazards} of ${captures} captures; ${link.counts.cutBodies} bodies cut, ${link.counts.stalls} stalls, ` +
      `${link.counts.droppedAnswers} answers swallowed; bytes sent again ${(again * 100).toFixed(1)} %`,
  )
  expect(found.faults).toEqual([])
  expect(arrived).toBe(true)
  expect(found.hazards).toBe(captures)
  // of a few captures one lost answer is a large share already
  expect(again).toBeLessThanOrEqual(trialSize(5, 20) / 100)
})

/** Of all bytes of photos that left the device, those beyond each photo's own length. */
const photoBytes = (): { once: number; again: number } => {
  let [once, again] = [0, 0]
  for (const [path, bytes] of link.counts.bodyBytesOf) {
    if (!path.startsWith('/api/photos/')) continue
    const own = link.counts.wholeOf.get(path) ?? bytes
    once += own
    again += Math.max(0, bytes - own)
  }
  return { once, again }
}
