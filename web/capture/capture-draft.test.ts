import { expect, test } from 'vitest'
import { newId } from '../new-id.ts'
import { inGuidedOrder, missingFrom, newCapture, nextKind, type Shot, type ShotKind } from './capture-draft.ts'

const nowMs = Date.parse('2026-11-21T02:00:00.000Z')
const draft = newCapture('squad', nowMs)
const shot = (kind: ShotKind | null, given: Partial<Shot> = {}): Shot => ({
  ...{ id: newId(nowMs), bytes: new Blob(['x']), takenAtMs: nowMs, takenWith: 'viewfinder', position: null },
  ...{ part: 'before', kind, ...given },
})

test('four views are asked for one after the other, each may be skipped, and more are welcome', () => {
  expect(nextKind([], [])).toBe('main-from')
  expect(nextKind([shot('main-from')], [])).toBe('main-to')
  expect(nextKind([shot('main-from')], ['main-to', 'side'])).toBe('detail')
  expect(nextKind([shot('detail')], [])).toBe('main-from')
  expect(nextKind([shot('main-from'), shot('main-to'), shot('side'), shot('detail')], [])).toBeNull()
})

test('a photo of the cure is none of the four views', () => {
  expect(nextKind([shot('main-from', { part: 'after' })], [])).toBe('main-from')
})

test('photos stand in the order of the guide, whatever was taken first', () => {
  const later = { takenAtMs: nowMs + 1000 }
  const order = inGuidedOrder([shot(null), shot('detail'), shot('main-from', later)]).map(({ kind }) => kind)
  expect(order).toEqual(['main-from', 'detail', null])
})

test('one photo and a category are enough: no position, place or word is ever asked for', () => {
  expect(missingFrom(draft, [], true)).toBe('photo')
  expect(missingFrom(draft, [shot('main-from')], true)).toBe('category')
  expect(missingFrom({ ...draft, code: 'A05' }, [shot('main-from')], false)).toBeNull()
})

test('only “other” asks for words, for nobody would know what it was', () => {
  const other = { ...draft, code: 'H99' }
  expect(missingFrom(other, [shot(null)], true)).toBe('words')
  expect(missingFrom({ ...other, remark: '牛群上路' }, [shot(null)], true)).toBeNull()
})

test('a cure on the spot is shown by a photo after it, at a place that can be found again', () => {
  const cured = { ...draft, code: 'A05', cured: [] }
  const both = [shot('main-from'), shot(null, { part: 'after' })]
  expect(missingFrom(cured, [shot('main-from')], true)).toBe('after-photo')
  expect(missingFrom(cured, both, false)).toBe('position-for-cure')
  expect(missingFrom(cured, both, true)).toBeNull()
})

test('photos for a hazard on file need no category, but at least one photo', () => {
  const adding = { ...draft, known: { id: newId(nowMs), version: 3, shortCode: 'X2K4P' } }
  expect(missingFrom(adding, [], false)).toBe('photo')
  expect(missingFrom(adding, [shot(null)], false)).toBeNull()
})
