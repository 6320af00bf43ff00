import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HazardWhole } from '../hazards/answers.ts'
import { jpeg, sha256Of } from '../photos/test-pictures.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import { newId, type Walk, walkIn } from '../test-walk.ts'
import { Findings } from './findings-wire.ts'

let county: TestCounty
let walk: Walk

beforeAll(async () => {
  county = await testCounty()
  walk = walkIn(county)
})
afterAll(() => county.close())

let made = 0
const nextSeed = (): number => 1000 + made++
/** Far enough apart that no two views of this file are taken for one another. */
const nextView = (): number => 3 + 7.3 * made++

const twoYears = 730 * 86_400_000
const findingsOf = async (hazard: HazardWhole) => {
  const path = `/api/hazards/${hazard.id}/tasks/${hazard.tasks[0]?.id}/findings`
  const { attempts } = Findings.parse((await (await walk.as('reviewer')).get(path)).body)
  return (check: string) => attempts[0]?.findings.find((finding) => finding.check === check)
}

/** A cure sent from a phone: only its copies have arrived when it is submitted. */
const submittedWith = async (given: Record<string, unknown>, made: { copy?: Buffer; original?: Buffer } = {}) => {
  const hazard = await walk.registered()
  const accepted = await walk.step('chief1', hazard, walk.onTask(hazard, 'accept'))
  const { copy, original } = {
    ...{ copy: await jpeg(160, 120, nextSeed()), original: await jpeg(320, 240, nextSeed()) },
    ...made,
  }
  await (await walk.as('chief1')).put(`/api/photos/${sha256Of(copy)}`, copy)
  const capturedAt = county.clock.now()
  const photo = { id: newId(), sha256: sha256Of(original), copySha256: sha256Of(copy), capturedAt, position: null }
  const body = await walk.submission(accepted, 0, { photos: [{ ...photo, ...given }] })
  return walk.step('chief1', accepted, walk.onTask(accepted, 'submit'), body)
}

test('while only the copy is here nothing is told of its camera: the original is still on the phone', async () => {
  const found = await findingsOf(await submittedWith({ takenWith: 'file' }))
  expect(found('from-a-camera')).toMatchObject({
    ...{ verdict: 'cannot-tell', evidence: { photos: [{ because: 'original-on-phone' }] } },
  })
})

test('a phone’s clock that was two years off is shown with the time it was put right to', async () => {
  const found = await findingsOf(await submittedWith({ clockOffsetMs: twoYears }))
  expect(found('taken-after-assignment')).toMatchObject({
    ...{ verdict: 'pass', evidence: { photos: [{ clockOffsetMs: twoYears }] } },
  })
})

/** A picture of its own: soft hills, no two seeds alike. */
const view = (seed: number, width = 640, height = 480) => {
  const data = Buffer.alloc(width * height * 3)
  for (let at = 0; at < width * height; at++) {
    const [x, y] = [(at % width) / width, Math.floor(at / width) / height]
    const grey = 120 + 50 * Math.sin(seed + 9 * x + 3 * seed * y) + 40 * Math.cos(seed * 2.7 * x + 7 * y)
    data.fill(grey, at * 3, at * 3 + 3)
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
}
const huawei = { IFD0: { Make: 'HUAWEI', Model: 'TNY-AL00' } }
/** A cure of which the copy is here, and its original, which is still on the phone. */
const cured = async (withExif: Parameters<ReturnType<typeof sharp>['withExif']>[0], given = {}) => {
  const seed = nextView()
  const original = await view(seed).jpeg({ quality: 90 }).withExif(withExif).toBuffer()
  const copy = await sharp(original).resize(320).jpeg({ quality: 80 }).toBuffer()
  const hazard = await submittedWith({ takenWith: 'file', ...given }, { copy, original })
  const bring = async () => {
    const answer = await (await walk.as('chief1')).put(`/api/photos/${sha256Of(original)}`, original)
    expect(answer.status).toBe(201)
  }
  const checkedEntries = async () =>
    (await walk.look('reviewer', hazard.id)).timeline.filter(({ kind }) => kind === 'clearance-checked')
  return { hazard, bring, checkedEntries, seed }
}

test('an original that tells more than its copy has the checks made anew, which the journal says', async () => {
  const { hazard, bring, checkedEntries } = await cured(huawei)
  expect((await findingsOf(hazard))('from-a-camera')?.verdict).toBe('cannot-tell')
  county.clock.advance({ minutes: 90 })
  await bring()
  const found = await findingsOf(hazard)
  expect(found('from-a-camera')).toMatchObject({
    ...{ verdict: 'pass', evidence: { photos: [{ because: null, make: 'HUAWEI', widthPixels: 640 }] } },
  })
  // as it was when the cure was sent, not as if it were sent now; and the copy is no twin of its original
  expect(['taken-after-assignment', 'bytes-never-used', 'no-near-twin'].map((check) => found(check)?.verdict)).toEqual([
    ...['pass', 'pass', 'pass'],
  ])
  const entries = await checkedEntries()
  expect(entries.map(({ body }) => body['attempt'])).toEqual([1, 1])
  expect(entries[1]).toMatchObject({
    actor: { id: 'chief1' },
    body: { verdicts: { 'from-a-camera': 'pass' }, originals: [expect.any(String)] },
  })
  expect((await walk.look('reviewer', hazard.id)).version).toBe(hazard.version)
})

test('an original that a camera dated before the task raises the doubt its copy could not', async () => {
  const { hazard, bring, checkedEntries } = await cured({
    ...huawei,
    IFD2: { DateTimeOriginal: '2025:03:01 08:00:00' },
  })
  expect((await findingsOf(hazard))('taken-after-assignment')?.verdict).toBe('pass')
  await bring()
  expect((await findingsOf(hazard))('taken-after-assignment')).toMatchObject({
    ...{ verdict: 'doubt', evidence: { photos: [{ because: 'exif-before-assigned' }] } },
  })
  expect((await checkedEntries()).at(-1)?.body['verdicts']).toMatchObject({ 'taken-after-assignment': 'doubt' })
})

test('a photo of another hazard that was taken later throws no doubt back on this one', async () => {
  const { hazard, bring, seed } = await cured(huawei)
  county.clock.advance({ minutes: 1 })
  const alike = await view(seed).resize(600).jpeg({ quality: 70 }).toBuffer()
  await (await walk.as('squad1')).put(`/api/photos/${sha256Of(alike)}`, alike)
  await walk.report('squad1', { photos: [await walk.photo({ sha256: sha256Of(alike) })] })
  await bring()
  expect((await findingsOf(hazard))('no-near-twin')?.verdict).toBe('pass')
})
