import { expect, test } from 'vitest'
import type { PhotoAtPlace } from '../../server/domain/photo-groups.ts'
import * as hands from './arrangement.ts'

const start = Date.parse('2026-11-21T01:00:00.000Z')
const shot = (id: string, minutes: number, north: number | null = 0): PhotoAtPlace => ({
  ...{ id, name: `${id}.JPG`, camera: 'D70', atMs: start + minutes * 60_000, timeFrom: 'camera' },
  lngLat: north === null ? null : [114.5, 29 + north],
})
const photos = [shot('a1', 0), shot('a2', 1), shot('a3', 2), shot('b1', 30), shot('b2', 31), shot('c1', 60)]
const ids = (groups: readonly hands.Group[]) => groups.map(({ photoIds }) => photoIds.join(' '))
const byRule = hands.groupsOf(hands.untouched, photos)

test('what no hand has touched follows the rule', () => {
  expect(ids(byRule)).toEqual(['a1 a2 a3', 'b1 b2', 'c1'])
  const later = photos.map((photo) => (photo.id === 'b1' ? { ...photo, atMs: start + 3 * 60_000 } : photo))
  expect(ids(hands.groupsOf(hands.untouched, later))).toEqual(['a1 a2 a3 b1', 'b2', 'c1'])
})

test('a split, a join, a move and a photo left out stay, whatever the clock does to the others', () => {
  const split = hands.splitOff(byRule, hands.fromHereOn(byRule, 'a2'), 'new')
  const kept = hands.withGroups(hands.untouched, byRule, split)
  expect(ids(hands.groupsOf(kept, photos))).toEqual(['a1', 'a2 a3', 'b1 b2', 'c1'])
  // all but what the hand touched still follows the clock
  const shifted = photos.map((photo) => ({ ...photo, atMs: photo.atMs + (photo.id === 'b2' ? 1_800_000 : 0) }))
  expect(ids(hands.groupsOf(kept, shifted))).toEqual(['a1', 'a2 a3', 'b1', 'c1 b2'])

  const shown = hands.groupsOf(kept, photos)
  const [first, , third, fourth] = shown.map(({ id }) => id)
  if (!first || !third || !fourth) throw new Error('groups are missing')
  expect(ids(hands.joined(shown, [third, fourth]))).toEqual(['a1', 'a2 a3', 'b1 b2 c1'])
  expect(ids(hands.moved(shown, ['a2'], first))).toEqual(['a1 a2', 'a3', 'b1 b2', 'c1'])
  expect(ids(hands.groupsOf(hands.leftOut(kept, ['a1', 'b2']), photos))).toEqual(['a2 a3', 'b1', 'c1'])
})

test('photos left out come back, and nobody else’s group is disturbed', () => {
  const kept = hands.leftOut(hands.withGroups(hands.untouched, [], byRule), ['c1'])
  expect(ids(hands.groupsOf(kept, photos))).toEqual(['a1 a2 a3', 'b1 b2'])
  expect(ids(hands.groupsOf(hands.broughtBack(kept), photos))).toEqual(['a1 a2 a3', 'b1 b2', 'c1'])
})

test('photos of a second card join what hands have arranged, as groups of their own', () => {
  const kept = hands.withGroups(hands.untouched, [], byRule)
  expect(ids(hands.groupsOf(kept, [...photos, shot('d1', 1.5), shot('d2', 45)]))).toEqual([
    ...['a1 a2 a3', 'd1', 'b1 b2', 'd2', 'c1'],
  ])
})

test('a category set for one part is the category of the whole, and remarks are not lost', () => {
  const named = hands.described(byRule, [byRule[1]?.id ?? ''], { code: 'A05', description: '无减速带' })
  const whole = hands.joined(
    named,
    named.map(({ id }) => id),
  )
  expect(whole).toHaveLength(1)
  expect(whole[0]).toMatchObject({ code: 'A05', description: '无减速带' })
})

test('more photos than a report may carry are not joined', () => {
  const many = Array.from({ length: 31 }, (_, n) => shot(`m${n}`, n / 10))
  const shown = hands.groupsOf(hands.untouched, many)
  expect(shown.map(({ photoIds }) => photoIds.length)).toEqual([30, 1])
  expect(
    hands.mayJoin(
      shown,
      shown.map(({ id }) => id),
    ),
  ).toBe(false)
})
