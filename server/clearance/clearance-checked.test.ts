import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clearanceChecks } from '../../db/vocabulary.ts'
import { metresPerDegree } from '../domain/distance.ts'
import type { HazardWhole } from '../hazards/answers.ts'
import { sha256Of } from '../photos/test-pictures.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import { fixAt, inYining, inZhajin, newId, type Walk, walkIn } from '../test-walk.ts'
import { Findings } from './findings-wire.ts'

let county: TestCounty
let walk: Walk

beforeAll(async () => {
  county = await testCounty()
  walk = walkIn(county)
})
afterAll(() => county.close())

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
const camera = (seed: number, quality = 80) => view(seed).jpeg({ quality }).withExif(huawei).toBuffer()

const send = async (bytes: Buffer, account = 'squad1'): Promise<string> => {
  const sha256 = sha256Of(bytes)
  const answer = await (await walk.as(account)).put(`/api/photos/${sha256}`, bytes)
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(202)
  return sha256
}
const now = () => county.clock.now()
const north = (metres: number) => ({ ...inYining, latitude: inYining.latitude + metres / metresPerDegree })
const taken = async (bytes: Buffer, given: Record<string, unknown> = {}) =>
  walk.photo({ sha256: await send(bytes), capturedAt: now(), position: fixAt(north(10), now()), ...given })

const reported = async (account: string, scene: Buffer, at = inYining) =>
  walk.report(account, { position: fixAt(at), photos: [await walk.photo({ sha256: await send(scene, account) })] })
const onRegister = async (scene: Buffer, account = 'squad1', at = inYining, unitId = 'unit-town1') => {
  const hazard = await reported(account, scene, at)
  return walk.step(account, hazard, 'register', {
    ...{ code: 'A05', severity: 'minor', description: '支路缺减速带', spot: '' },
    tasks: [{ id: newId(), unitId, demand: '', measures: [{ measure: 'speed-bump', quantity: 16 }] }],
  })
}
const submitted = async (hazard: HazardWhole, photos: unknown[], account = 'chief1') => {
  county.clock.advance({ minutes: 5 })
  const on = await walk.step(account, hazard, walk.onTask(hazard, 'accept'))
  return walk.step(account, on, walk.onTask(on, 'submit'), await walk.submission(on, 0, { photos }))
}
const findings = async (account: string, hazard: HazardWhole) => {
  const path = `/api/hazards/${hazard.id}/${walk.onTask(hazard, 'findings')}`
  return Findings.parse((await (await walk.as(account)).get(path)).body)
}
const verdicts = async (hazard: HazardWhole, account = 'reviewer') =>
  Object.fromEntries(
    (await findings(account, hazard)).attempts[0]?.findings.map(({ check, verdict }) => [check, verdict]) ?? [],
  )

test('an honest cure passes every check at once, and the journal keeps the verdicts', async () => {
  const hazard = await onRegister(await camera(1))
  county.clock.advance({ minutes: 10 })
  const done = await submitted(hazard, [await taken(await camera(2))])
  const { attempts } = await findings('reviewer', done)
  expect(attempts).toMatchObject([{ attempt: 1, foundAt: now() }])
  expect(attempts[0]?.findings.map(({ check, verdict }) => [check, verdict])).toEqual(
    clearanceChecks.map((check) => [check, 'pass']),
  )
  expect(done.timeline.slice(-2)).toMatchObject([
    { kind: 'task-submitted' },
    {
      kind: 'clearance-checked',
      body: { attempt: 1, taskId: done.tasks[0]?.id, verdicts: { 'no-near-twin': 'pass' } },
    },
  ])
})

test('a photo older than the task, or from far away, is doubtful; nobody is kept from verifying it', async () => {
  const hazard = await onRegister(await camera(3))
  const old = await taken(await camera(4), { capturedAt: '2026-11-01T00:00:00.000Z', position: fixAt(north(300)) })
  const done = await submitted(hazard, [old])
  expect(await verdicts(done)).toMatchObject({ 'taken-after-assignment': 'doubt', 'taken-at-the-place': 'doubt' })
  const [first] = (await findings('reviewer', done)).attempts
  expect(first?.findings[1]).toMatchObject({
    evidence: { radiusMetres: 50, photos: [{ metres: 300, accuracyMetres: 6, because: 'far' }] },
  })
  expect((await walk.step('reviewer', done, walk.onTask(done, 'verify'))).stage).toBe('cleared')
})

test('the before photo again, saved smaller so that its bytes are others, is suspected', async () => {
  const hazard = await onRegister(await camera(5))
  const again = await view(5).resize(500).jpeg({ quality: 55 }).withExif(huawei).toBuffer()
  const done = await submitted(hazard, [await taken(again)])
  expect(await verdicts(done)).toMatchObject({
    ...{ 'bytes-never-used': 'pass', 'no-near-twin': 'pass', 'from-a-camera': 'doubt' },
  })
  const [first] = (await findings('squad1', done)).attempts
  const found = first?.findings.find(({ check }) => check === 'from-a-camera')
  expect(found).toMatchObject({
    evidence: { photos: [{ because: 'before-photo-again', before: [{ hazard: { id: done.id }, role: 'scene' }] }] },
  })
})

test('the same bytes and a near twin on another hazard are doubtful, and outside one’s scope nothing more is said', async () => {
  const elsewhere = await onRegister(await camera(6), 'squad2', inZhajin, 'unit-town2')
  const hazard = await onRegister(await camera(7))
  const twin = await view(6).resize(560).jpeg({ quality: 60 }).withExif(huawei).toBuffer()
  const same = await camera(6)
  const done = await submitted(hazard, [await taken(same), await taken(twin)])
  expect(await verdicts(done)).toMatchObject({ 'bytes-never-used': 'doubt', 'no-near-twin': 'doubt' })

  const usesSeenBy = async (account: string) => {
    const [first] = (await findings(account, done)).attempts
    return first?.findings.flatMap((found) => {
      if (found.check === 'bytes-never-used') return found.evidence.photos.flatMap(({ uses }) => uses)
      return found.check === 'no-near-twin' ? found.evidence.photos.flatMap(({ twins }) => twins) : []
    })
  }
  const number = elsewhere.registerNumber
  const known = { sameHazard: false, role: 'scene', hazard: { id: elsewhere.id, number }, sha256: sha256Of(same) }
  expect(await usesSeenBy('reviewer')).toMatchObject([known, known])
  const hidden = { sameHazard: false, role: 'scene', hazard: null, sha256: null }
  expect(await usesSeenBy('chief1')).toMatchObject([hidden, hidden])
})

test('each submission is an attempt of its own, and what was found about the first stays', async () => {
  const hazard = await onRegister(await camera(8))
  const far = await submitted(hazard, [await taken(await camera(9), { position: fixAt(north(900)) })])
  const back = await walk.step('reviewer', far, walk.onTask(far, 'return'), { because: '护栏端头仍外露' })
  const near = await taken(await camera(9))
  const again = await walk.step(
    'chief1',
    back,
    walk.onTask(back, 'submit'),
    await walk.submission(back, 0, { photos: [near] }),
  )
  const { attempts } = await findings('reviewer', again)
  expect(attempts.map(({ attempt, findings: found }) => [attempt, found[1]?.verdict])).toEqual([
    ...[
      [2, 'pass'],
      [1, 'doubt'],
    ],
  ])
  // its own photo sent anew after a return is no reuse
  expect(await verdicts(again)).toMatchObject({ 'bytes-never-used': 'pass' })
})

test('after a reopening the cure must be seen after the reopening', async () => {
  const hazard = await onRegister(await camera(10))
  const done = await submitted(hazard, [await taken(await camera(11))])
  const shot = now()
  const cleared = await walk.step('reviewer', done, walk.onTask(done, 'verify'))
  county.clock.advance({ hours: 1 })
  const looked = await walk.photo({ sha256: await send(await camera(12)) })
  const back = await walk.step('squad1', cleared, 'fail-revisit', { photos: [looked], because: '又坏了' })
  const old = await taken(await camera(13), { capturedAt: shot })
  const again = await walk.step(
    'chief1',
    back,
    walk.onTask(back, 'submit'),
    await walk.submission(back, 0, { photos: [old] }),
  )
  const [first] = (await findings('reviewer', again)).attempts
  expect(first?.findings[0]).toMatchObject({
    ...{ check: 'taken-after-assignment', verdict: 'doubt' },
    evidence: { sinceReopened: true, since: back.timeline.at(-1)?.at },
  })
})

test('without positions, on either side, and of a lens cap nothing can be told', async () => {
  const dark = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#101010' } })
    .jpeg()
    .toBuffer()
  const hazard = await onRegister(await camera(14))
  const done = await submitted(hazard, [await taken(dark, { position: null })])
  expect(await verdicts(done)).toMatchObject({
    ...{ 'taken-at-the-place': 'cannot-tell', 'no-near-twin': 'cannot-tell', 'from-a-camera': 'cannot-tell' },
  })
})

test('whoever does not see the hazard does not see what was found', async () => {
  const hazard = await onRegister(await camera(15))
  const done = await submitted(hazard, [await taken(await camera(16))])
  const path = `/api/hazards/${done.id}/${walk.onTask(done, 'findings')}`
  expect((await (await walk.as('chief2')).get(path)).status).toBe(404)
  expect((await (await walk.as('chief1')).get(path)).status).toBe(200)
  const other = await onRegister(await camera(17))
  const mixed = `/api/hazards/${other.id}/${walk.onTask(done, 'findings')}`
  expect((await (await walk.as('reviewer')).get(mixed)).status).toBe(404)
  expect((await findings('reviewer', other)).attempts).toEqual([])
})

const minutesAgo = (minutes: number) => new Date(Date.parse(county.clock.now()) - minutes * 60_000).toISOString()
const curedOnTheSpot = async (sceneAt: string, afterAt: string) => {
  const scene = await walk.report('squad1', { photos: [await walk.photo({ capturedAt: sceneAt })] })
  const entered = await walk.step('squad1', scene, 'register', {
    ...{ code: 'A05', severity: 'minor', sameDay: true, description: '标志被遮挡', spot: '' },
    tasks: [{ id: newId(), unitId: 'unit-squad1', measures: [] }],
  })
  const accepted = await walk.step('squad1', entered, walk.onTask(entered, 'accept'))
  const after = await walk.photo({ capturedAt: afterAt })
  const submission = { ...(await walk.submission(accepted)), photos: [after] }
  const done = await walk.step('squad1', accepted, walk.onTask(accepted, 'submit'), submission)
  return (await findings('squad1', done)).attempts[0]?.findings[0]
}

test('a cure on the spot that had to wait for a signal is no weaker evidence for it', async () => {
  expect(await curedOnTheSpot(minutesAgo(90), minutesAgo(70))).toMatchObject({
    ...{ check: 'taken-after-assignment', verdict: 'pass' },
    evidence: { since: minutesAgo(90), sinceScene: true },
  })
  expect(await curedOnTheSpot(minutesAgo(90), minutesAgo(100))).toMatchObject({
    ...{ verdict: 'doubt', evidence: { sinceScene: true, photos: [{ because: 'before-assigned' }] } },
  })
})
