import { GeoJSONVT } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import type { Feature, Position } from 'geojson'
import { dayOf } from '../domain/county-calendar.ts'
import { inspectionAge, recentSince } from '../domain/inspection-age.ts'
import { shieldOf } from '../domain/route-shield.ts'
import { zoneTier } from '../domain/zone-tier.ts'
import { findCounty } from '../hazards/store.ts'
import { countInspections, pointsOfJunctions, stateOfRegister } from '../junctions/store.ts'
import type { World } from '../world.ts'
import { allRoads, allZones, furnishingOf, placeList, type ZoneRow } from '../zones/store.ts'
import { mostTileBytes, type TileAddress } from './tile-address.ts'

interface Layer {
  /** Changes whenever what is drawn does; known before anything is read. */
  readonly version: (world: World) => Promise<string>
  readonly features: (world: World) => Promise<Feature[]>
  /** What is drawn near by alone, from which zoom on. */
  readonly nearOnly?: { readonly fromZoom: number; readonly isIt: (feature: Feature) => boolean }
}

const furnished = async ({ db, county }: World): Promise<string> => (await furnishingOf(db, county)).version

const pointOf = ({ longitude, latitude }: { longitude: number; latitude: number }) => ({
  ...{ type: 'Feature' as const },
  geometry: { type: 'Point' as const, coordinates: [longitude, latitude] },
})

const drawnZones = async ({ db, county }: World, wanted: (zone: ZoneRow) => boolean): Promise<Feature[]> =>
  (await allZones(db, county))
    .filter(wanted)
    .map(({ id, shape, level, name, placeCode, routeCode, invented, geometry }) => ({
      ...{ type: 'Feature', geometry },
      properties: {
        ...{ id, shape, level, name, placeCode, routeCode: routeCode ?? '', invented },
        tier: zoneTier({ shape, placeCode }),
      },
    }))

const endsOf = (geometry: ZoneRow['geometry']): Position[] => {
  const lines =
    geometry.type === 'LineString'
      ? [geometry.coordinates]
      : geometry.type === 'MultiLineString'
        ? geometry.coordinates
        : []
  return [lines[0]?.[0], lines.at(-1)?.at(-1)].filter((end) => end !== undefined)
}

/** The registers' own months: an inspection within them is recent on the map. */
const recentMonths = 12

/** Roads without a route code say something only where single houses can be told apart, and are ten times as many. */
const lanesFromZoom = 13

/** Each layer below the hazards: when it changes, and how its features are read. A new layer is one more line here. */
const layers = {
  zones: { version: furnished, features: (world) => drawnZones(world, () => true) },
  areas: { version: furnished, features: (world) => drawnZones(world, ({ shape }) => shape === 'area') },
  segments: { version: furnished, features: (world) => drawnZones(world, ({ shape }) => shape === 'segment') },
  /** Where one chief's part ends and the next begins, once for both. */
  'segment-ends': {
    version: furnished,
    features: async ({ db, county }) => {
      const ends = new Map<string, Position>()
      for (const { shape, geometry } of await allZones(db, county))
        if (shape === 'segment') for (const end of endsOf(geometry)) ends.set(end.join(), end)
      return [...ends.values()].map((coordinates) => ({
        ...{ type: 'Feature', geometry: { type: 'Point', coordinates } },
        properties: {},
      }))
    },
  },
  roads: {
    version: furnished,
    features: async ({ db, county }) =>
      (await allRoads(db, county)).map(({ id, routeCode, name, roadClass, invented, geometry }) => ({
        ...{ type: 'Feature', geometry },
        properties:
          routeCode === null
            ? { roadClass, ...(name !== '' && { name }) }
            : { id, routeCode, name, roadClass, invented, shield: shieldOf(routeCode) },
      })),
    nearOnly: { fromZoom: lanesFromZoom, isIt: ({ properties }) => properties?.['routeCode'] === undefined },
  },
  /** Townships, villages and schools. */
  places: {
    version: furnished,
    features: async ({ db, county }) =>
      (await placeList(db, county, null)).map(({ code, kind, name, invented, ...place }) => ({
        ...pointOf(place),
        properties: { code, kind, name, invented },
      })),
  },
  schools: {
    version: furnished,
    features: async ({ db, county }) =>
      (await placeList(db, county, 'school')).map(({ code, kind, name, invented, ...place }) => ({
        ...pointOf(place),
        properties: { code, kind, name, invented },
      })),
  },
  /** At-grade junctions in use, each with how long ago somebody looked at it. */
  junctions: {
    version: async ({ db, county, now }) => {
      const { timeZone } = await findCounty(db, county)
      const state = await stateOfRegister(db, county)
      return `${state}-${await countInspections(db, county)}-${dayOf(now(), timeZone)}`
    },
    features: async ({ db, county, now }) => {
      const { timeZone } = await findCounty(db, county)
      const since = recentSince(now(), recentMonths, timeZone)
      return (await pointsOfJunctions(db, county)).map(({ id, name, arms, lastInspectedAt, ...place }) => ({
        ...pointOf(place),
        properties: { id, name, arms, age: inspectionAge(lastInspectedAt, since) },
      }))
    },
  },
} satisfies Readonly<Record<string, Layer>>

export type TileLayerName = keyof typeof layers
const layerNamed = (name: TileLayerName): Layer => layers[name]

/** In units of a tile, an eighth of a pixel each: what bends less is drawn straight, what is smaller is left out. */
const tolerances = [3, 8, 24, 64] as const
/** Nearer, the client stretches what it has: a unit is then 0.5 m on the ground. */
const nearestCut = 14

interface Kept {
  readonly version: string
  readonly features: Promise<Feature[]>
  readonly whole: Map<number, GeoJSONVT>
  /** Without what is drawn near by alone. */
  readonly far: Map<number, GeoJSONVT>
}
const kept = new WeakMap<World, Map<TileLayerName, Kept>>()

const keptLayer = (world: World, name: TileLayerName, version: string): Kept => {
  const ofWorld = kept.get(world) ?? new Map<TileLayerName, Kept>()
  kept.set(world, ofWorld)
  const known = ofWorld.get(name)
  if (known?.version === version) return known
  const layer: Kept = { version, features: layerNamed(name).features(world), whole: new Map(), far: new Map() }
  ofWorld.set(name, layer)
  layer.features.catch(() => ofWorld.delete(name))
  return layer
}

const without = (features: readonly Feature[], nearOnly: Layer['nearOnly']): Feature[] =>
  features.filter((feature) => nearOnly?.isIt(feature) !== true)

const indexed = (features: Feature[], tolerance: number): GeoJSONVT =>
  new GeoJSONVT(
    { type: 'FeatureCollection', features },
    { maxZoom: nearestCut, indexMaxZoom: 6, tolerance, buffer: 64, promoteId: null },
  )

/**
 * A tile of a layer below the hazards, the same for everybody: `etag` changes with what is drawn and is known before
 * anything is cut; `cut` answers null where there is nothing. The finest drawing that fits is taken.
 */
export const layerTile = async (world: World, name: TileLayerName, { z, x, y }: TileAddress) => {
  const version = await layerNamed(name).version(world)
  return {
    etag: `W/"${name}-${version}-${z}-${x}-${y}"`,
    cut: async (): Promise<Uint8Array<ArrayBuffer> | null> => {
      const { features, whole, far } = keptLayer(world, name, version)
      const { nearOnly } = layerNamed(name)
      const all = await features
      const isNear = nearOnly === undefined || z >= nearOnly.fromZoom
      // what is there near by alone is the first to go where even the coarsest drawing is too much
      const drawings = isNear && nearOnly !== undefined ? [whole, far] : [isNear ? whole : far]
      for (const drawing of drawings)
        for (const tolerance of tolerances) {
          const index = drawing.get(tolerance) ?? indexed(drawing === whole ? all : without(all, nearOnly), tolerance)
          drawing.set(tolerance, index)
          const tile = index.getTile(z, x, y)
          if (!tile || tile.features.length === 0) return null
          const bytes = new Uint8Array(fromGeojsonVt({ [name]: tile }, { version: 2, extent: 4096 }))
          const isLast = tolerance === tolerances.at(-1) && drawing === drawings.at(-1)
          if (bytes.byteLength <= mostTileBytes || isLast) return bytes
        }
      return null
    },
  }
}
