import { expect, test } from 'vitest'
import { RegisterHazard, ReportHazard } from '../../server/hazards/wire.ts'
import { SubmitTask } from '../../server/remediation/wire.ts'
import { newId } from '../new-id.ts'
import type { FieldEntry, FieldPosition, FieldReport, FieldStep } from '../outbox/entry.ts'
import { type CaptureDraft, newCapture, type Shot } from './capture-draft.ts'
import { fieldEntries } from './field-entries.ts'

const nowMs = Date.parse('2026-11-21T02:00:00.000Z')
const here: FieldPosition = { longitude: 114.5, latitude: 29, accuracyMetres: 6, source: 'device', atMs: nowMs }
const shot = (given: Partial<Shot> = {}): Shot => ({
  ...{ id: newId(nowMs), bytes: new Blob(['x'], { type: 'image/jpeg' }), takenAtMs: nowMs, takenWith: 'viewfinder' },
  ...{ position: here, part: 'before', kind: 'main-from', ...given },
})
const entriesOf = (change: Partial<CaptureDraft>, shots: readonly Shot[], position: FieldPosition | null = here) =>
  fieldEntries({
    ...{ draft: { ...newCapture('squad', nowMs), code: 'A05', ...change }, shots, position },
    ...{ unitId: 'unit-squad1', codeName: '支路缺减速带', nowMs },
  })
const reportIn = (entries: readonly FieldEntry[]): FieldReport => {
  const first = entries[0]
  if (first?.kind !== 'report') throw new Error('no report comes first')
  return first
}
const stepsIn = (entries: readonly FieldEntry[]): FieldStep[] =>
  entries.flatMap((entry) => (entry.kind === 'step' ? [entry] : []))

test('a report is as old as its first photo, and its photos stand in the order of the guide', () => {
  const report = reportIn(
    entriesOf({ remark: ' 无减速带 ' }, [shot({ kind: 'side', takenAtMs: nowMs - 5000 }), shot({ takenAtMs: nowMs })]),
  )
  expect(report).toMatchObject({
    takenAtMs: nowMs - 5000,
    description: '无减速带',
    sceneComplete: true,
    position: here,
  })
  expect(report.photos.map(({ name }) => name)).toEqual(['before-1-main-from.jpg', 'before-2-side.jpg'])
  expect(report.photos.map(({ position }) => position)).toEqual([here, here])
})

test('without a position a place is named, or nothing: the scene is then not said to be complete', () => {
  const place = { code: '360424100', lngLat: null, words: '义宁镇', routeCode: null }
  expect(reportIn(entriesOf({ place }, [shot()], null))).toMatchObject({
    ...{ placeCode: '360424100', spot: '义宁镇', sceneComplete: false, position: null },
  })
  const bare = reportIn(entriesOf({}, [shot()], null))
  expect(bare).toMatchObject({ placeCode: null, position: null })
  const { kind: _kind, hazardId: _id, takenAtMs: _at, photos: _photos, ...fields } = bare
  const capturedAt = new Date(nowMs).toISOString()
  expect(ReportHazard.safeParse({ ...fields, capturedAt, photos: [] }).success).toBe(true)
})

test('no hazard bears two addresses: a pin, a drawing or a fix outdoes what was picked from a list before', () => {
  const village = { code: '360424100201', lngLat: [114.53, 29.03], words: '城北村', routeCode: null } as const
  const township = { ...village, code: '360424100', lngLat: null, words: '义宁镇' }
  const spotOf = (change: Partial<CaptureDraft>) => reportIn(entriesOf(change, [shot()])).spot
  expect(spotOf({ place: village })).toBe('城北村')
  expect(spotOf({ place: village, pin: [114.6, 29.1] })).toBe('')
  expect(spotOf({ place: township })).toBe('')
  expect(spotOf({ place: { ...township, words: 'X801 K12+345', routeCode: 'X801360424' } })).toBe('X801 K12+345')
  const cured = entriesOf({ place: village, pin: [114.6, 29.1], cured: [] }, [shot(), shot({ part: 'after' })])
  expect(stepsIn(cured)[0]?.body).toMatchObject({ spot: '' })
})

test('a village’s own point goes with the village’s code, for it tells no road; a stake’s point tells its road', () => {
  const village = { code: '360424100201', lngLat: [114.53, 29.03], words: '城北村', routeCode: null } as const
  const itsPoint: FieldPosition = { ...here, accuracyMetres: null, source: 'place' }
  const codeOf = (change: Partial<CaptureDraft>, position: FieldPosition) =>
    reportIn(entriesOf(change, [shot()], position)).placeCode
  expect(codeOf({ place: village }, itsPoint)).toBe('360424100201')
  expect(codeOf({ place: { ...village, words: 'X801 K12+345', routeCode: 'X801360424' } }, itsPoint)).toBeNull()
  expect(codeOf({ place: village, pin: [114.6, 29.1] }, { ...itsPoint, source: 'pin' })).toBeNull()
  expect(codeOf({ place: { ...village, lngLat: null } }, here)).toBeNull()
})

test('a cure on the spot is a report and three steps on it, of the own unit, in the server’s own shapes', () => {
  const cured = [{ measure: 'junction-post', quantity: 4 }]
  const entries = entriesOf({ cured, sceneComplete: false }, [shot(), shot({ part: 'after', kind: null })])
  expect(reportIn(entries)).toMatchObject({ sceneComplete: true })
  expect(reportIn(entries).photos).toHaveLength(1)
  const [register, accept, submit] = stepsIn(entries)
  const hazardId = reportIn(entries).hazardId
  const actId = newId(nowMs)
  const registering = RegisterHazard.parse({ ...register?.body, actId })
  expect(registering).toMatchObject({ severity: 'minor', sameDay: true, description: '支路缺减速带' })
  const taskId = registering.tasks[0]?.id
  expect(registering.tasks).toMatchObject([{ unitId: 'unit-squad1', measures: cured }])
  expect(accept).toMatchObject({ path: `/api/hazards/${hazardId}/tasks/${taskId}/accept`, taskId, photos: null })
  expect(submit?.path).toBe(`/api/hazards/${hazardId}/tasks/${taskId}/submit`)
  expect(SubmitTask.parse({ ...submit?.body, actId, photos: [] }).measures).toEqual([
    { measure: 'junction-post', installedQuantity: 4, struckBecause: null },
  ])
  expect(submit?.photos).toHaveLength(1)
  expect([register, accept, submit].map((step) => step?.version)).toEqual([null, null, null])
})

test('the same draft saved twice names the same report and the same steps', () => {
  const draft = { ...newCapture('squad', nowMs), code: 'A05', cured: [] }
  const shots = [shot(), shot({ part: 'after', kind: null })]
  const ids = () => fieldEntries({ draft, shots, position: here, unitId: 'u', codeName: 'x', nowMs }).map(idOf)
  expect(ids()).toEqual(ids())
  expect(new Set(ids()).size).toBe(4)
})
const idOf = (entry: FieldEntry): string => (entry.kind === 'report' ? entry.hazardId : entry.actId)

test('photos of a hazard on file are one step on the version that was seen, and no second report', () => {
  const known = { id: newId(nowMs), version: 7, shortCode: 'X2K4P' }
  const entries = entriesOf({ known }, [shot()])
  expect(entries).toHaveLength(1)
  expect(entries[0]).toMatchObject({ kind: 'step', move: 'add-scene-photo', hazardId: known.id, version: 7 })
})
