import { expect, test } from 'vitest'
import { ReportHazard } from '../../server/hazards/wire.ts'
import { newId } from '../new-id.ts'
import { missingFrom, newDraft, positionOf, reportFrom } from './report-draft.ts'

const at = '2026-11-21T02:00:00.000Z'
const later = '2026-11-21T02:05:00.000Z'
const fix = (accuracyMetres: number, source: 'device' | 'exif' = 'device') => ({
  ...{ longitude: 114.5, latitude: 29, accuracyMetres, source, at },
})
const photo = (position: ReturnType<typeof fix> | null, capturedAt = at) => ({
  ...{ id: newId(), sha256: 'a'.repeat(64), capturedAt, position },
})

test('the finest fix counts, a device before a camera, and a pin put by hand before all', () => {
  const draft = newDraft('squad')
  expect(positionOf(draft, [photo(fix(40)), photo(fix(6))], fix(12), at)?.accuracyMetres).toBe(6)
  expect(positionOf(draft, [photo(fix(3, 'exif'))], fix(60), at)?.source).toBe('device')
  expect(positionOf({ ...draft, pin: [114.6, 29.1] }, [photo(fix(6))], null, at)).toMatchObject({
    ...{ longitude: 114.6, latitude: 29.1, source: 'pin' },
  })
  expect(positionOf(draft, [photo(null)], null, at)).toBeNull()
})

test('a missing fix never blocks saving once the township is picked', () => {
  const draft = { ...newDraft('squad'), code: 'A05' }
  expect(missingFrom(draft, 0, null)).toBe('photo')
  expect(missingFrom({ ...draft, code: '' }, 1, fix(5))).toBe('category')
  expect(missingFrom(draft, 1, null)).toBe('place')
  expect(missingFrom({ ...draft, township: '360424100' }, 1, null)).toBeNull()
  expect(missingFrom({ ...draft, code: 'H99' }, 1, fix(5))).toBe('words')
})

test('a report is as old as its first photo, and is what the server accepts', () => {
  const draft = { ...newDraft('squad'), code: 'A05', description: ' 无减速带 ' }
  const report = reportFrom(draft, 'patrol', [photo(fix(5), later), photo(fix(5), at)], fix(5))
  expect(report.capturedAt).toBe(at)
  expect(report.description).toBe('无减速带')
  expect(ReportHazard.safeParse(report).success).toBe(true)
})

test('a scene without a position is not said to be complete', () => {
  const draft = { ...newDraft('squad'), code: 'A05', township: '360424100' }
  expect(reportFrom(draft, 'patrol', [photo(null)], null)).toMatchObject({
    ...{ sceneComplete: false, placeCode: '360424100', position: null },
  })
})
