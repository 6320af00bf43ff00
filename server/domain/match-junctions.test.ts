import { expect, test } from 'vitest'
import { type LngLat, metresPerDegree, radiansPerDegree } from './distance.ts'
import { matchJunctions } from './match-junctions.ts'

const at = (east: number, north: number): LngLat => [
  114.5 + east / (metresPerDegree * Math.cos(29 * radiansPerDegree)),
  29 + north / metresPerDegree,
]
const found = (east: number, north = 0) => ({ lngLat: at(east, north) })
const known = (id: string, east: number, north = 0) => ({ id, lngLat: at(east, north) })

test('a junction whose lines are drawn a little differently keeps its identity; further off it is another', () => {
  const { kept, fresh, gone } = matchJunctions([found(12), found(1000)], [known('old', 0), known('far', 1040)])
  expect(kept.map((pair) => pair.known.id)).toEqual(['old'])
  expect(fresh).toHaveLength(1)
  expect(gone.map(({ id }) => id)).toEqual(['far'])
})

test('of two candidates the nearest wins, and no identity is given twice', () => {
  const { kept, fresh, gone } = matchJunctions([found(10), found(-4)], [known('one', 0)])
  expect(kept).toEqual([{ found: found(-4), known: known('one', 0) }])
  expect(fresh).toHaveLength(1)
  expect(gone).toEqual([])
})

test('the same lines make the same ids, whatever the order, and never one that is taken', () => {
  const once = matchJunctions([found(0), found(500)], [])
  const again = matchJunctions([found(500), found(0)], [])
  expect(new Set(once.fresh.map(({ id }) => id))).toEqual(new Set(again.fresh.map(({ id }) => id)))
  const [first] = once.fresh
  const elsewhere = matchJunctions([found(0)], [known(first?.id ?? '', 900)])
  expect(elsewhere.fresh[0]?.id).toBe(`${first?.id}-2`)
})

test('thousands are matched one to one in the time of a breath', () => {
  const many = Array.from({ length: 5000 }, (_, i) => found((i % 100) * 80, Math.floor(i / 100) * 80))
  const before = many.map(({ lngLat }, i) => ({ id: `k${i}`, lngLat }))
  const { kept, fresh, gone } = matchJunctions(many, before)
  expect(kept.every((pair) => pair.found.lngLat === pair.known.lngLat)).toBe(true)
  expect([kept.length, fresh.length, gone.length]).toEqual([5000, 0, 0])
})
