import { expect, test } from 'vitest'
import { newCapture, type Shot } from './capture-draft.ts'
import { asAnother, leftOver } from './left-over.ts'

const draft = { ...newCapture('squad', 0), hazardId: 'h1' }
const shot = (id: string, takenAtMs = 0): Shot => ({
  ...{ id, bytes: new Blob(), takenAtMs, takenWith: 'viewfinder', position: null, part: 'before', kind: null },
})
const entry = (id: string, ...photos: string[]) => ({
  id,
  photos: photos.map((photo) => ({
    ...{ id: photo, sha256: '', bytes: 1, copyBytes: null, copyReceived: false, originalReceived: false },
    ...{ refusal: null, givenUp: false, sentShare: null },
  })),
})

test('a draft that nobody has kept has nothing left over: all of it is still to be saved', () => {
  expect(leftOver(draft, [shot('p1')], { entries: [entry('h2', 'p2')], receipts: [] })).toBeNull()
})

test('of a draft that another page has kept, only the photos taken here since then are left', () => {
  const kept = { entries: [entry('h1', 'p1')], receipts: [] }
  expect(leftOver(draft, [shot('p1'), shot('p2')], kept)?.map(({ id }) => id)).toEqual(['p2'])
  expect(leftOver(draft, [shot('p1')], kept)).toEqual([])
})

test('photos given to a known hazard are kept under the step that carries them', () => {
  const known = { id: 'h9', version: 1, shortCode: 'ABCDE' }
  const toKnown = { ...draft, known }
  const kept = { entries: [entry(draft.actIds.photos, 'p1')], receipts: [] }
  expect(leftOver(toKnown, [shot('p1')], kept)).toEqual([])
  expect(leftOver(draft, [shot('p1')], kept)).toBeNull()
})

test('where only the receipt is left, as many photos as it counts are its own, and later ones stay', () => {
  const kept = { entries: [], receipts: [{ id: 'h1', photos: 1 }] }
  expect(leftOver(draft, [shot('late', 9), shot('early', 1)], kept)?.map(({ id }) => id)).toEqual(['late'])
})

test('what goes on with its words has no name in common with what was kept', () => {
  const another = asAnother({ ...draft, code: 'B01' }, 1)
  expect(another.code).toBe('B01')
  const namesOf = ({ hazardId, taskId, actIds }: typeof draft) => [hazardId, taskId, ...Object.values(actIds)]
  expect(namesOf(another).filter((name) => namesOf(draft).includes(name))).toEqual([])
})
