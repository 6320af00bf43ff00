import type { LineString } from 'geojson'
import { expect, test } from 'vitest'
import type { DrawnRoad, DrawnZone } from './place-index.ts'
import { makePlaceIndex } from './place-index.ts'
import { positionOfStake } from './position-of-stake.ts'

const bent: LineString = {
  type: 'LineString',
  coordinates: [
    [114.5, 29.05],
    [114.53, 29.06],
    [114.54, 29.02],
    [114.6, 29.05],
  ],
}
const road: DrawnRoad = {
  ...{ id: 'road-1', routeCode: 'X001360424', roadClass: 'county', lengthMetres: 14_000, geometry: bent },
}
const staked: DrawnZone = {
  ...{ id: 'segment-1', shape: 'segment', level: 'county', name: '一段', placeCode: '360424', geometry: bent },
  ...{ routeCode: 'X001360424', fromMetres: 822_400, toMetres: 812_400 },
}
const reach = { segmentMetres: 30, bounds: null }

test('a stake mark leads to the position that has this very stake mark', () => {
  const index = makePlaceIndex('360424', reach, [], [road])
  for (let metres = 0; metres <= road.lengthMetres; metres += 250) {
    const there = positionOfStake([], [road], 'X001360424', metres)
    expect(there && index.locate(there).chainageMetres).toBe(metres)
  }
})

test('where a segment has its own stakes they count, also when they run against the drawing', () => {
  const index = makePlaceIndex('360424', reach, [staked], [road])
  for (let metres = 812_400; metres <= 822_400; metres += 500) {
    const there = positionOfStake([staked], [road], 'X001360424', metres)
    expect(there && index.locate(there).chainageMetres).toBe(metres)
  }
})

test('a stake that no road of the route has is nowhere, save a little past the measured end', () => {
  expect(positionOfStake([], [road], 'X001360424', 14_200)).toBeNull()
  expect(positionOfStake([], [road], 'X001360424', -1)).toBeNull()
  expect(positionOfStake([], [road], 'G353', 500)).toBeNull()
  expect(positionOfStake([], [road], 'X001360424', 14_020)).toEqual([114.6, 29.05])
  expect(positionOfStake([], [{ ...road, lengthMetres: 0 }], 'X001360424', 0)).toBeNull()
})
