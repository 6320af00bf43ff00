import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupPhotos, middlePhoto, type PhotoAtPlace } from './photo-groups.ts'

const start = Date.parse('2026-11-21T01:00:00.000Z')
const degreePerMetre = 1 / 111_194.9
let made = 0
/** `north` in metres of a fixed point; null for a photo without a place. */
const shot = (seconds: number, north: number | null, camera = 'Nikon D70'): PhotoAtPlace => {
  made += 1
  const name = `DSC_${String(made).padStart(4, '0')}.JPG`
  const lngLat = north === null ? null : ([114.5, 29 + north * degreePerMetre] as const)
  return { id: `p${made}`, name, camera, atMs: start + seconds * 1000, timeFrom: 'camera', lngLat }
}
const sizes = (photos: readonly PhotoAtPlace[]) => groupPhotos(photos).map((group) => group.length)

test('photos of one place taken in one visit are one hazard; the next junction is another', () => {
  expect(sizes([shot(0, 0), shot(20, 12), shot(45, -15), shot(240, 300), shot(250, 310)])).toEqual([3, 2])
})

test('40 metres and ten minutes are the edges, both included', () => {
  expect(sizes([shot(0, 0), shot(10, 39.9)])).toEqual([2])
  expect(sizes([shot(0, 0), shot(10, 40.5)])).toEqual([1, 1])
  expect(sizes([shot(0, 0), shot(600, 0)])).toEqual([2])
  expect(sizes([shot(0, 0), shot(601, 0)])).toEqual([1, 1])
})

test('a walk along the road does not become one long hazard', () => {
  expect(sizes(Array.from({ length: 9 }, (_, step) => shot(step * 30, step * 25)))).toEqual([2, 2, 2, 2, 1])
})

test('two cameras at two places at the same time are not shuffled into each other', () => {
  const both = [shot(0, 0), shot(5, 2000, 'Canon'), shot(10, 5), shot(15, 2005, 'Canon'), shot(20, 3)]
  expect(groupPhotos(both).map((group) => group.map(({ camera }) => camera))).toEqual([
    ['Nikon D70', 'Nikon D70', 'Nikon D70'],
    ['Canon', 'Canon'],
  ])
})

test('without a place time alone counts, and two minutes are then long', () => {
  expect(sizes([shot(0, null), shot(100, null), shot(190, null), shot(400, null)])).toEqual([3, 1])
  expect(sizes([shot(0, null), shot(30, null, 'Canon')])).toEqual([1, 1])
})

test('one photo whose fix failed stays with those around it', () => {
  expect(sizes([shot(0, 0), shot(15, null), shot(30, 4)])).toEqual([3])
  expect(sizes([shot(0, null), shot(15, 0), shot(30, 500)])).toEqual([2, 1])
})

test('photos whose time is only their file’s stand alone, with a place of their own or without', () => {
  const copied = (north: number | null): PhotoAtPlace => ({ ...shot(0, north), timeFrom: 'file' })
  expect(sizes([copied(null), shot(0, 0), copied(null), copied(0), copied(2), shot(10, 3)])).toEqual([1, 2, 1, 1, 1])
  expect(sizes([copied(null), shot(5, null)])).toEqual([1, 1])
})

test('no hazard has more photos than a report may carry', () => {
  expect(sizes(Array.from({ length: 65 }, (_, second) => shot(second, 0)))).toEqual([30, 30, 5])
})

test('the order in which files come changes nothing, and every photo is in exactly one group', () => {
  const anyShot = fc.record({
    seconds: fc.integer({ min: 0, max: 3000 }),
    north: fc.option(fc.integer({ min: 0, max: 400 })),
    camera: fc.constantFrom('Nikon', 'Canon'),
  })
  const given = fc.array(anyShot, { maxLength: 40 }).chain((list) => {
    const photos = list.map(({ seconds, north, camera }) => shot(seconds, north, camera))
    return fc.tuple(fc.constant(photos), fc.shuffledSubarray(photos, { minLength: photos.length }))
  })
  const ids = (photos: readonly PhotoAtPlace[]) => groupPhotos(photos).map((group) => group.map(({ id }) => id))
  fc.assert(
    fc.property(given, ([photos, shuffled]) => {
      expect(ids(shuffled)).toEqual(ids(photos))
      expect(ids(photos).flat().sort()).toEqual(photos.map(({ id }) => id).sort())
    }),
  )
})

test('the photo in the middle stands for the place, never the one with the stray fix', () => {
  const stray = shot(0, 38)
  const photos = [stray, shot(5, 0), shot(9, 2), shot(12, null), shot(14, -2)]
  expect(middlePhoto(photos)?.atMs).toBe(start + 5000)
  expect(middlePhoto([shot(0, null)])).toBeNull()
})
