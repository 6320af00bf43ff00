import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayRoute, mostStops } from './day-route.ts'
import { type LngLat, metresBetween } from './distance.ts'

const place = fc.tuple(fc.double({ min: 114, max: 115, noNaN: true }), fc.double({ min: 28.8, max: 29.4, noNaN: true }))
const inOrder = (places: readonly LngLat[], order: readonly number[]): LngLat[] => order.map((i) => places[i] ?? [0, 0])
const along = (way: readonly LngLat[]): number =>
  way.reduce((sum, spot, at) => sum + metresBetween(way[at - 1] ?? spot, spot), 0)

test('whatever the places, the way goes to each of them once and is no longer than the order they came in', () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 14 }), fc.option(place), (places, from) => {
      const { order, legMetres, totalMetres } = dayRoute(places, from)
      expect([...order].sort((a, b) => a - b)).toEqual(places.map((_, i) => i))
      const start = from === null ? [] : [from]
      expect(totalMetres).toBeLessThanOrEqual(along([...start, ...places]) + 1e-6)
      expect(totalMetres).toBeCloseTo(along([...start, ...inOrder(places, order)]), 3)
      expect(legMetres.reduce((sum, leg) => sum + leg, 0)).toBeCloseTo(totalMetres, 3)
      if (from === null && places.length > 0) expect(order[0]).toBe(0)
    }),
    { numRuns: 60 },
  )
})

test('of six places no other order is shorter by more than a tenth', () => {
  const permutations = (items: readonly number[]): number[][] =>
    items.length <= 1
      ? [[...items]]
      : items.flatMap((item) => permutations(items.filter((one) => one !== item)).map((rest) => [item, ...rest]))
  const orders = permutations([0, 1, 2, 3, 4, 5])
  fc.assert(
    fc.property(fc.array(place, { minLength: 6, maxLength: 6 }), place, (places, from) => {
      const shortest = Math.min(...orders.map((order) => along([from, ...inOrder(places, order)])))
      expect(dayRoute(places, from).totalMetres).toBeLessThanOrEqual(shortest * 1.1 + 1)
    }),
    { numRuns: 40 },
  )
})

test('fifty places along a road, given in disorder, are driven along the road', () => {
  const road = Array.from({ length: mostStops }, (_, i): LngLat => [114.2 + i * 0.01, 29 + Math.sin(i / 8) * 0.02])
  const disorder = road.map((_, i) => (i * 17) % mostStops)
  const places = inOrder(road, disorder)
  const { order } = dayRoute(places, [114.19, 29])
  expect(order.map((i) => disorder[i])).toEqual(road.map((_, i) => i))
  expect(() => dayRoute([...road, [114, 29]], null)).toThrow(RangeError)
})
