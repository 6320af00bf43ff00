import { expect, test } from 'vitest'
import { boundsOf, isWithin } from '../../server/domain/bounds.ts'
import type { Bounds } from '../../server/domain/distance.ts'
import { positionsOf } from '../../server/domain/geometry-runs.ts'
import type { HazardPoint } from '../../server/map/wire.ts'
import { inListOrder, inView } from './list-order.ts'
import { markedPoints } from './marked-points.ts'

const at = (id: string, lngLat: [number, number], part: Partial<HazardPoint['properties']>): HazardPoint => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: lngLat },
  properties: {
    ...{ id, number: id, stage: 'register', setAside: null, severity: 'minor', colour: 'yellow', overdue: false },
    ...{ code: 'A01', dueOn: null, placeCode: '360424100', routeCode: null },
    ...part,
  },
})
const here: [number, number] = [114.5, 29]
const idsOf = (points: HazardPoint[], view: Bounds | null = null) =>
  inView(inListOrder(markedPoints(points)), view).map(({ id }) => id)

test('the list is due first: what is overdue, then the nearest deadline, then the rest by how bad it is', () => {
  const points = [
    at('cleared', here, { stage: 'cleared', colour: 'blue', dueOn: '2026-01-01' }),
    at('major-later', here, { severity: 'major', dueOn: '2026-12-20' }),
    at('lead', here, { stage: 'team', severity: null, colour: null }),
    at('soon', here, { dueOn: '2026-11-25' }),
    at('overdue-serious', here, { severity: 'serious', overdue: true, dueOn: '2026-11-10' }),
    at('overdue-minor', here, { overdue: true, dueOn: '2026-11-02' }),
    at('major-same-day', here, { severity: 'major', dueOn: '2026-11-25' }),
  ]
  const order = ['overdue-minor', 'overdue-serious', 'major-same-day', 'soon', 'major-later', 'lead', 'cleared']
  expect(idsOf(points)).toEqual(order)
  expect(idsOf(points.toReversed())).toEqual(order)
})

test('panning the map leaves in the list only what is in view', () => {
  const points = [at('in', here, {}), at('out', [114.9, 29], {})]
  const view = { west: 114.4, south: 28.9, east: 114.6, north: 29.1 }
  expect(idsOf(points, view)).toEqual(['in'])
  expect(idsOf(points)).toEqual(['in', 'out'])
})

test('bounds hold every position of a shape, its edges included, and are none around nothing', () => {
  const ring = [
    [114.1, 29.2],
    [114.3, 29],
    [114.2, 29.4],
    [114.1, 29.2],
  ]
  const bounds = boundsOf(positionsOf({ type: 'MultiPolygon', coordinates: [[ring]] }))
  expect(bounds).toEqual({ west: 114.1, south: 29, east: 114.3, north: 29.4 })
  if (bounds) expect(isWithin([114.1, 29.4], bounds)).toBe(true)
  expect(boundsOf([])).toBeNull()
})
