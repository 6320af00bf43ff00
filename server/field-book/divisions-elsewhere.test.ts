import { expect, test } from 'vitest'
import { areaOfBounds } from '../domain/bounds.ts'
import type { DrawnZone } from '../domain/place-index.ts'
import { muchLand } from '../zones/test-much-land.ts'
import { divisionsElsewhere } from './divisions-elsewhere.ts'
import { packBook } from './pack-book.ts'

/** The same numbers every time. */
const numbers = (): (() => number) => {
  let state = 7
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
const townships = Array.from({ length: 36 }, (_, i): DrawnZone => {
  const west = 114 + (i % 6) / 10
  const south = 28.7 + Math.floor(i / 6) / 10
  return {
    ...{ id: `township-${i}`, shape: 'area', level: 'township', name: `乡${i}`, placeCode: `360424${100 + i}` },
    ...{ routeCode: null, fromMetres: null, toMetres: null },
    geometry: areaOfBounds({ west, south, east: west + 0.1, north: south + 0.1 }),
  }
})
const villages = (count: number) => muchLand({ areas: count, segments: 0 }, numbers()).areas

test('what is beyond the own ground adds no more than some hundred kilobytes to a book', async () => {
  const elsewhere = divisionsElsewhere(['360424100'], [...townships, ...villages(250)], new Map())
  expect(elsewhere.filter(({ code }) => code.length === 9)).toHaveLength(35)
  expect(elsewhere.filter(({ code }) => code.length === 12).length).toBeGreaterThan(200)
  expect(elsewhere.some(({ code }) => code.startsWith('360424100'))).toBe(false)
  expect((await packBook('"book"', elsewhere)).bodies.br.length).toBeLessThan(150_000)
})

test('villages that would be heavier are left out, all of them; townships never', () => {
  const elsewhere = divisionsElsewhere(['360424100'], [...townships, ...villages(900)], new Map())
  expect(elsewhere.map(({ code }) => code.length)).toEqual(Array.from({ length: 35 }, () => 9))
})

test('a division is called what the list of places calls it', () => {
  const [named] = divisionsElsewhere(['360424100'], townships, new Map([['360424101', '白岭镇']]))
  expect(named).toMatchObject({ code: '360424101', name: '白岭镇' })
})
