import { describe, expect, test } from 'vitest'
import { clearanceChecks } from '../../db/vocabulary.ts'
import { fromACamera } from './camera-traces.ts'
import {
  bytesNeverUsed,
  type CheckedPhoto,
  checkSubmission,
  measuresAccounted,
  noNearTwin,
  type OtherUse,
  type Submission,
} from './clearance-checks.ts'
import { addHours } from './county-calendar.ts'
import { metresPerDegree } from './distance.ts'
import { cameraInstant, takenAfterAssignment } from './taken-after-assignment.ts'
import { takenAtThePlace } from './taken-at-the-place.ts'
import { worstOf } from './worst-of.ts'

const since = '2026-11-18T01:00:00.000Z'
const place = { longitude: 114.5, latitude: 29, accuracyMetres: null }
const seconds = (n: number) => addHours(since, n / 3600)
const north = (metres: number, accuracyMetres: number | null = 5) => ({
  ...place,
  latitude: place.latitude + metres / metresPerDegree,
  accuracyMetres,
})
const silent = { takenAt: null, longitude: null, latitude: null, make: null }

const photo = (given: Partial<CheckedPhoto> = {}): CheckedPhoto => ({
  ...{ clockOffsetMs: null, takenWith: null, copyOnly: false },
  ...{ photoId: 'p1', capturedAt: addHours(since, 2), fix: north(10), tellable: true, sameBytes: [], twins: [] },
  ...{ exif: { ...silent, make: 'HUAWEI' }, format: 'jpeg', widthPixels: 4000, heightPixels: 3000 },
  ...given,
})
const submission = (given: Partial<Submission> = {}): Submission => ({
  ...{ since, sinceReopened: false, sinceScene: false, receivedAt: addHours(since, 3), deviceAt: addHours(since, 3) },
  ...{ timeZone: 'Asia/Shanghai', place, radiusMetres: 50, photos: [photo()] },
  measures: [{ measure: 'speed-bump', plannedQuantity: 16, installedQuantity: 16, struckBecause: null }],
  ...given,
})
const of = (given: Partial<CheckedPhoto>, rest: Partial<Submission> = {}) =>
  submission({ photos: [photo(given)], ...rest })
const use = (given: Partial<OtherUse> = {}): OtherUse => ({
  ...{ photoId: 'other', sha256: 'ab', hazardId: 'h2', sameHazard: false, role: 'after' },
  ...given,
})
const twin = (given: Partial<OtherUse> = {}) => ({ ...use(given), differenceBits: 3, perceptualBits: 4 })

/** The verdict, and why of the first photo. */
const said = (found: { verdict: string; evidence: { photos: readonly { because: string | null }[] } }) => [
  found.verdict,
  found.evidence.photos[0]?.because,
]

test('every check of the vocabulary speaks once, in its order, and an honest cure passes them all', () => {
  const found = checkSubmission(submission())
  expect(found.map(({ check }) => check)).toEqual([...clearanceChecks])
  expect(new Set(found.map(({ verdict }) => verdict))).toEqual(new Set(['pass']))
})

test('several photos are as doubtful as the most doubtful of them', () => {
  expect(worstOf(['pass', 'cannot-tell', 'doubt'])).toBe('doubt')
  expect(worstOf(['pass', 'cannot-tell'])).toBe('cannot-tell')
  expect(worstOf(['pass', 'pass'])).toBe('pass')
  expect(worstOf([])).toBe('cannot-tell')
})

describe('taken after the task was assigned', () => {
  test('at the very instant counts as after, a millisecond before does not', () => {
    expect(said(takenAfterAssignment(of({ capturedAt: since })))).toEqual(['pass', null])
    expect(said(takenAfterAssignment(of({ capturedAt: '2026-11-18T00:59:59.999Z' })))).toEqual([
      ...['doubt', 'before-assigned'],
    ])
  })

  test('the camera raises a doubt beyond five minutes of slack, in the county’s zone unless it names its own', () => {
    const camera = (takenAt: string) => said(takenAfterAssignment(of({ exif: { ...silent, takenAt } })))
    expect(camera('2026-11-18T08:55:00')).toEqual(['pass', null])
    expect(camera('2026-11-18T08:54:59')).toEqual(['doubt', 'exif-before-assigned'])
    expect(camera('2026-11-18T00:55:00Z')).toEqual(['pass', null])
    expect(camera('2026-11-18T09:30:00+09:00')).toEqual(['doubt', 'exif-before-assigned'])
    expect(camera('no time')).toEqual(['pass', null])
  })

  test('a phone whose clock is ahead of the server’s has its photos taken back by as much', () => {
    const ahead = { receivedAt: seconds(60), deviceAt: seconds(3660) }
    const found = takenAfterAssignment(of({ capturedAt: seconds(1800) }, ahead))
    expect(found).toMatchObject({ verdict: 'doubt', evidence: { clockAheadSeconds: 3600 } })
    expect(takenAfterAssignment(of({ capturedAt: seconds(3630) }, ahead)).verdict).toBe('pass')
    const slack = takenAfterAssignment(of({ capturedAt: since }, { receivedAt: since, deviceAt: seconds(300) }))
    expect(slack).toMatchObject({ verdict: 'pass', evidence: { clockAheadSeconds: 0 } })
  })

  test('a photo from the future cannot tell', () => {
    const late = { receivedAt: seconds(600), deviceAt: null }
    expect(said(takenAfterAssignment(of({ capturedAt: seconds(900) }, late)))).toEqual(['pass', null])
    expect(said(takenAfterAssignment(of({ capturedAt: seconds(901) }, late)))).toEqual(['cannot-tell', 'in-the-future'])
  })

  test('a camera’s time is read by its offset or the county’s zone; nonsense is none', () => {
    expect(cameraInstant('2026-11-18T09:00:00', 'Asia/Shanghai')).toBe(since)
    expect(cameraInstant('2026-11-18T10:00:00+09:00', 'Asia/Shanghai')).toBe(since)
    for (const nonsense of ['', '2026-02-30T09:00:00', '2026:11:18 09:00:00'])
      expect(cameraInstant(nonsense, 'Asia/Shanghai')).toBeNull()
  })
})

describe('taken at the place', () => {
  const at = (metres: number, accuracyMetres: number | null = null) =>
    said(takenAtThePlace(of({ fix: north(metres, accuracyMetres) })))

  test('on the rim of the radius counts as within, a tenth of a metre further does not', () => {
    expect(at(50)).toEqual(['pass', null])
    expect(at(50.1)).toEqual(['doubt', 'far'])
    expect(takenAtThePlace(of({ fix: place }, { radiusMetres: 0 })).verdict).toBe('pass')
  })

  test('a fix that only its roughness brings near, or rougher than the radius, cannot tell', () => {
    expect(at(60, 9)).toEqual(['doubt', 'far'])
    expect(at(60, 11)).toEqual(['cannot-tell', 'too-rough'])
    expect(at(10, 50)).toEqual(['pass', null])
    expect(at(10, 51)).toEqual(['cannot-tell', 'too-rough'])
  })

  test('no position, of the photo or of the hazard, cannot tell', () => {
    expect(said(takenAtThePlace(of({ fix: null })))).toEqual(['cannot-tell', 'no-position'])
    expect(said(takenAtThePlace(of({}, { place: null })))).toEqual(['cannot-tell', 'hazard-without-position'])
  })

  test('the camera’s position speaks where the device has none, and raises a doubt where it says otherwise', () => {
    const camera = (metres: number, fix: CheckedPhoto['fix']) =>
      said(takenAtThePlace(of({ fix, exif: { ...silent, ...north(metres), make: null } })))
    expect(camera(30, null)).toEqual(['pass', null])
    expect(camera(5_000, null)).toEqual(['doubt', 'exif-far'])
    expect(camera(5_000, north(10))).toEqual(['doubt', 'exif-far'])
    expect(camera(30, north(10))).toEqual(['pass', null])
    expect(camera(10, north(500))).toEqual(['doubt', 'far'])
  })
})

describe('bytes and twins', () => {
  test('the same bytes on another hazard, or here in another role, are doubtful; sent anew after a return they are not', () => {
    const bytes = (given: Partial<OtherUse>) => bytesNeverUsed(of({ sameBytes: [use(given)] })).verdict
    expect(bytes({})).toBe('doubt')
    expect(bytes({ sameHazard: true, role: 'scene' })).toBe('doubt')
    expect(bytes({ sameHazard: true, role: 'after' })).toBe('pass')
  })

  test('a near twin on another hazard is doubtful, one here is for the next check', () => {
    expect(noNearTwin(of({ twins: [twin()] })).verdict).toBe('doubt')
    expect(noNearTwin(of({ twins: [twin({ sameHazard: true, role: 'scene' })] })).verdict).toBe('pass')
    expect(noNearTwin(of({ tellable: false })).verdict).toBe('cannot-tell')
  })
})

describe('from a camera', () => {
  const camera = (given: Partial<CheckedPhoto>) => said(fromACamera(of(given)))
  const unnamed = { exif: silent }

  test('the before photo again is doubtful, whether its bytes or its looks', () => {
    const scene = { sameHazard: true, role: 'scene' } as const
    expect(camera({ twins: [twin(scene)] })).toEqual(['doubt', 'before-photo-again'])
    expect(camera({ sameBytes: [use(scene)] })).toEqual(['doubt', 'before-photo-again'])
    expect(camera({ twins: [twin({ role: 'scene' })] })).toEqual(['pass', null])
  })

  test('a screenshot is doubtful, a photo stripped of its traces cannot tell, a camera’s make speaks for it', () => {
    expect(camera({ format: 'png' })).toEqual(['doubt', 'screen-format'])
    expect(camera({ ...unnamed, widthPixels: 1080, heightPixels: 2400 })).toEqual(['doubt', 'screen-sized'])
    expect(camera({ ...unnamed, widthPixels: 1920, heightPixels: 1080 })).toEqual(['doubt', 'screen-sized'])
    expect(camera({ widthPixels: 1080, heightPixels: 2400 })).toEqual(['pass', null])
    expect(camera(unnamed)).toEqual(['cannot-tell', 'no-traces'])
    expect(camera({ ...unnamed, format: 'webp' })).toEqual(['cannot-tell', 'no-traces'])
  })
})

test('every measure stands there or was struck with a reason; struck altogether nothing was done', () => {
  const of = (...measures: [number | null, string | null][]) =>
    measuresAccounted({
      measures: measures.map(([installedQuantity, struckBecause], at) => ({
        ...{ measure: `m${at}`, plannedQuantity: 16, installedQuantity, struckBecause },
      })),
    }).verdict
  expect(of([12, null])).toBe('pass')
  expect(of([12, null], [null, '路面太窄'])).toBe('pass')
  expect(of([12, null], [null, null])).toBe('doubt')
  expect(of([null, '路面太窄'])).toBe('doubt')
  expect(of()).toBe('cannot-tell')
})

test('a photo by the app’s own viewfinder bears no traces by nature: nothing can be told, and nothing is doubted', () => {
  const screen = { exif: silent, widthPixels: 1080, heightPixels: 1920 }
  const judged = (given: Partial<CheckedPhoto>) => fromACamera({ photos: [photo({ ...screen, ...given })] })
  expect(judged({}).verdict).toBe('doubt')
  expect(judged({ takenWith: 'viewfinder' })).toMatchObject({
    ...{ verdict: 'cannot-tell', evidence: { photos: [{ because: 'viewfinder' }] } },
  })
})

test('the phone’s copy tells nothing of a camera while its original is still to come', () => {
  const copy = photo({ exif: silent, copyOnly: true, widthPixels: 1600, heightPixels: 720 })
  expect(fromACamera({ photos: [copy] })).toMatchObject({
    ...{ verdict: 'cannot-tell', evidence: { photos: [{ because: 'original-on-phone' }] } },
  })
})

test('a phone two years slow is told as evidence, and its own camera’s time in the file raises no doubt', () => {
  const twoYears = 730 * 86_400_000
  const slow = { clockOffsetMs: twoYears, exif: { ...silent, takenAt: '2024-11-18T11:00:00', make: 'HUAWEI' } }
  const judged = (given: Partial<CheckedPhoto>) =>
    takenAfterAssignment(submission({ photos: [photo({ ...slow, ...given })] }))
  expect(judged({ takenWith: 'file' })).toMatchObject({
    ...{ verdict: 'pass', evidence: { photos: [{ clockOffsetMs: twoYears }] } },
  })
  expect(judged({ takenWith: 'card' }).verdict).toBe('doubt')
  expect(judged({ clockOffsetMs: 200_000, exif: silent }).evidence.photos).toMatchObject([{ clockOffsetMs: null }])
})
