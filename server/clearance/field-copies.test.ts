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

const twoYears = 730 * 86_400_000
const findingsOf = async (hazard: HazardWhole) => {
  const path = `/api/hazards/${hazard.id}/tasks/${hazard.tasks[0]?.id}/findings`
  const { attempts } = Findings.parse((await (await walk.as('reviewer')).get(path)).body)
  return (check: string) => attempts[0]?.findings.find((finding) => finding.check === check)
}

/** A cure sent from a phone: only its copies have arrived when it is submitted. */
const submittedWith = async (given: Record<string, unknown>) => {
  const hazard = await walk.registered()
  const accepted = await walk.step('chief1', hazard, walk.onTask(hazard, 'accept'))
  const [copy, original] = [await jpeg(160, 120, Math.random() * 1e6), await jpeg(320, 240, Math.random() * 1e6)]
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
