import type { Tx } from '../db/unit-of-work.ts'
import type { ChiefLevel, PlaceKind } from '../db/vocabulary.ts'
import { areaOfBounds } from './domain/bounds.ts'
import { metresBetween } from './domain/distance.ts'
import { placeCellOf } from './domain/morton.ts'

/** Square zones at round degrees, so that a test can say where something lies without a map. */

interface Square {
  readonly code: string
  readonly kind: PlaceKind
  readonly level: ChiefLevel
  readonly name: string
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

const township = { kind: 'township', level: 'township', south: 29, north: 29.1 } as const

export const testSquares: readonly Square[] = [
  { ...township, code: '360424100', name: '义宁镇', west: 114.5, east: 114.6 },
  { ...township, code: '360424101', name: '白岭镇', west: 114, east: 114.1 },
  { ...township, code: '360424105', name: '渣津镇', west: 114.2, east: 114.3 },
  {
    ...{ code: '360424100201', kind: 'village', level: 'village', name: '城北村' },
    ...{ west: 114.52, south: 29.02, east: 114.54, north: 29.04 },
  },
]

export const testBounds = { west: 113.9, south: 28.6, east: 115, north: 29.4 }
const route = { routeCode: 'X001360424', name: '义白线' }
const alongRoad = {
  type: 'LineString' as const,
  coordinates: [
    [114.5, 29.05],
    [114.6, 29.05],
  ],
}
const roadMetres = Math.round(metresBetween([114.5, 29.05], [114.6, 29.05]))

export const fillTestPlaces = async (tx: Tx, county: string): Promise<void> => {
  const { zones, zonePosts, places, roads } = tx.t
  for (const square of testSquares) {
    const { code, kind, level, name, west, south, east, north } = square
    const [longitude, latitude] = [(west + east) / 2, (south + north) / 2]
    await tx.q.insert(zones).values({
      ...{ county, id: `zone-${code}`, shape: 'area', level, name, placeCode: code, geometry: areaOfBounds(square) },
      ...{ routeCode: null, fromMetres: null, toMetres: null, invented: true },
    })
    await tx.q.insert(places).values({
      ...{ county, code, kind, name, aliases: [], longitude, latitude, invented: true },
      placeCell: placeCellOf([longitude, latitude]),
    })
  }
  await tx.q.insert(roads).values({
    ...{ county, id: 'road-x001', ...route, roadClass: 'county', lengthMetres: roadMetres },
    ...{ geometry: alongRoad, invented: true },
  })
  await tx.q.insert(zones).values({
    ...{ county, id: 'zone-x001', shape: 'segment', level: 'county', name: 'X001 全线', placeCode: county },
    ...{ routeCode: route.routeCode, fromMetres: 0, toMetres: roadMetres, geometry: alongRoad, invented: true },
  })
  const posts = [
    ['zone-360424100', 'chief1', 'township'],
    ['zone-360424105', 'chief2', 'township'],
    ['zone-x001', 'county-chief', 'county'],
  ] as const
  for (const [zoneId, personId, level] of posts)
    await tx.q.insert(zonePosts).values({
      ...{ county, id: `post-${personId}`, zoneId, personId, level, heldFrom: '2026-01-01', heldUntil: null },
    })
}
