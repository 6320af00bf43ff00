import { expect, test } from 'vitest'
import { dayOf } from '../../server/domain/county-calendar.ts'
import type { PhotoView } from '../../server/hazards/answers.ts'
import {
  afterPhotos,
  cameLate,
  cameraOf,
  clockDifference,
  clockOffMinutes,
  daysAfterAssigning,
  isCopyOnly,
  metresFromHazard,
  showPair,
} from './photo-facts.ts'

const photo = (id: string, change: Partial<PhotoView> = {}): PhotoView => ({
  ...{ id, sha256: id.padEnd(64, '0'), role: 'scene', taskId: null, takenBy: null },
  ...{ capturedAt: '2026-11-20T02:00:00.000Z', attachedAt: '2026-11-20T02:01:00.000Z', position: null },
  exif: { takenAt: null, longitude: null, latitude: null, make: null, model: null },
  ...{ widthPixels: 4000, heightPixels: 3000, bytes: 1, fromHazardId: null },
  ...{ clockOffsetMs: null, takenWith: null, copySha256: null },
  ...change,
})
const at = (longitude: number, latitude: number) => ({ longitude, latitude, accuracyMetres: 5, source: null, at: null })
const hazardWith = (photos: PhotoView[]) => ({ photos, tasks: [{ id: 't' }] })

test('a task is judged by the photos of its latest submission, not by those that were returned', () => {
  const first = photo('a', { role: 'after', taskId: 't', attachedAt: '2026-11-20T05:00:00.000Z' })
  const second = photo('b', { role: 'after', taskId: 't', attachedAt: '2026-11-21T05:00:00.000Z' })
  const other = photo('c', { role: 'after', taskId: 'u', attachedAt: '2026-11-22T05:00:00.000Z' })
  expect(afterPhotos({ photos: [first, second, other] }, 't')).toEqual([second])
})

test('before and after are shown as a pair once there is something of both', () => {
  const before = photo('a')
  const after = photo('b', { role: 'after', taskId: 't' })
  expect(showPair(hazardWith([before]))).toBeNull()
  expect(showPair(hazardWith([after]))).toBeNull()
  expect(showPair(hazardWith([before, after]))).toEqual({ before, after })
})

test('a photo is measured from the hazard by its own position record, and not at all without one', () => {
  const hazard = { position: at(114.55, 29.05) }
  expect(metresFromHazard(photo('a', { position: at(114.55, 29.0505) }), hazard)).toBe(56)
  expect(metresFromHazard(photo('a'), hazard)).toBeNull()
  expect(metresFromHazard(photo('a', { position: at(114.55, 29.05) }), { position: null })).toBeNull()
})

test('the camera’s own time is mentioned only where it is more than ten minutes off', () => {
  // 10:00 on the county's clocks
  const photoWith = (takenAt: string | null) => photo('a', { exif: { ...photo('a').exif, takenAt } })
  const difference = (takenAt: string | null) => clockDifference(photoWith(takenAt), 'Asia/Shanghai')
  expect(difference('2026-11-20T10:09:00')).toBeNull()
  expect(difference('2026-11-20T12:00:00')).toBe(120)
  expect(difference('2026-11-20T02:00:00+00:00')).toBeNull()
  expect(difference('2026-11-20T10:00:00+09:00')).toBe(60)
  expect(difference('long ago')).toBeNull()
  expect(difference(null)).toBeNull()
})

test('a photo older than its task is told apart from one of the same day', () => {
  const task = { assignedAt: '2026-11-20T02:00:00.000Z' }
  const days = (capturedAt: string) => daysAfterAssigning({ capturedAt }, task, (instant) => dayOf(instant))
  expect(days('2026-11-20T01:59:59.000Z')).toBe(-1)
  expect(days('2026-11-20T03:00:00.000Z')).toBe(0)
  expect(days('2026-11-20T16:30:00.000Z')).toBe(1)
})

test('a camera is named once, though its maker stands in both fields', () => {
  const named = (make: string | null, model: string | null) =>
    cameraOf(photo('a', { exif: { ...photo('a').exif, make, model } }))
  expect(named('HUAWEI', 'HUAWEI P60')).toBe('HUAWEI P60')
  expect(named('Xiaomi', '23013RK75C')).toBe('Xiaomi 23013RK75C')
  expect(named(null, null)).toBe('')
})

test('a phone’s clock is mentioned where it was more than five minutes off, fast or slow', () => {
  const off = (clockOffsetMs: number | null) => clockOffMinutes({ clockOffsetMs })
  expect([off(null), off(0), off(300_000), off(-300_000)]).toEqual([null, null, null, null])
  expect([off(360_000), off(-360_000), off(733 * 86_400_000)]).toEqual([6, 6, 733 * 1440])
})

test('what came more than an hour after the shutter was sent later', () => {
  const capturedAt = '2026-11-20T02:00:00.000Z'
  expect(cameLate({ capturedAt, receivedAt: '2026-11-20T03:00:00.000Z' })).toBe(false)
  expect(cameLate({ capturedAt, receivedAt: '2026-11-20T03:00:01.000Z' })).toBe(true)
})

test('a photo stands as its copy only until the original is here', () => {
  const [copy, original] = ['c'.repeat(64), 'd'.repeat(64)]
  expect(isCopyOnly({ sha256: copy, copySha256: copy })).toBe(true)
  expect(isCopyOnly({ sha256: original, copySha256: copy })).toBe(false)
  expect(isCopyOnly({ sha256: original, copySha256: null })).toBe(false)
})
