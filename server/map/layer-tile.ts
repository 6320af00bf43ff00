import { GeoJSONVT } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import type { Feature } from 'geojson'
import type { World } from '../world.ts'
import { allRoads, allZones, furnishingOf, placeList } from '../zones/store.ts'
import { mostTileBytes, type TileAddress } from './tile-address.ts'

/** A layer below the hazards: how its features are read. A new layer is one more line here. */
const layers = {
  zones: async ({ db, county }: World): Promise<Feature[]> =>
    (await allZones(db, county)).map(({ id, shape, level, name, placeCode, routeCode, invented, geometry }) => ({
      ...{ type: 'Feature', geometry },
      properties: { id, shape, level, name, placeCode, routeCode: routeCode ?? '', invented },
    })),
  roads: async ({ db, county }: World): Promise<Feature[]> =>
    (await allRoads(db, county)).map(({ id, routeCode, name, roadClass, invented, geometry }) => ({
      ...{ type: 'Feature', geometry },
      properties: { id, routeCode, name, roadClass, invented },
    })),
  /** Townships, villages and schools. */
  places: async ({ db, county }: World): Promise<Feature[]> =>
    (await placeList(db, county, null)).map(({ code, kind, name, invented, longitude, latitude }) => ({
      ...{ type: 'Feature', geometry: { type: 'Point', coordinates: [longitude, latitude] } },
      properties: { code, kind, name, invented },
    })),
} satisfies Record<string, (world: World) => Promise<Feature[]>>

export type TileLayerName = keyof typeof layers
export const tileLayerNames: readonly TileLayerName[] = ['zones', 'roads', 'places']

/** In units of a tile, an eighth of a pixel each: what bends less is drawn straight, what is smaller is left out. */
const tolerances = [3, 8, 24, 64] as const
/** Nearer, the client stretches what it has: a unit is then 0.5 m on the ground. */
const nearestCut = 14

interface Kept {
  readonly version: string
  readonly features: Promise<Feature[]>
  readonly byTolerance: Map<number, GeoJSONVT>
}
const kept = new WeakMap<World, Map<TileLayerName, Kept>>()

const keptLayer = (world: World, name: TileLayerName, version: string): Kept => {
  const ofWorld = kept.get(world) ?? new Map<TileLayerName, Kept>()
  kept.set(world, ofWorld)
  const known = ofWorld.get(name)
  if (known?.version === version) return known
  const layer: Kept = { version, features: layers[name](world), byTolerance: new Map() }
  ofWorld.set(name, layer)
  layer.features.catch(() => ofWorld.delete(name))
  return layer
}

/**
 * A tile of a layer below the hazards, the same for everybody: `etag` changes with the county's furnishing and is known
 * before anything is cut; `cut` answers null where there is nothing. The finest drawing that fits is taken.
 */
export const layerTile = async (world: World, name: TileLayerName, { z, x, y }: TileAddress) => {
  const { version } = await furnishingOf(world.db, world.county)
  return {
    etag: `W/"${name}-${version}-${z}-${x}-${y}"`,
    cut: async (): Promise<Uint8Array<ArrayBuffer> | null> => {
      const { features, byTolerance } = keptLayer(world, name, version)
      const data = { type: 'FeatureCollection' as const, features: await features }
      for (const tolerance of tolerances) {
        const index =
          byTolerance.get(tolerance) ??
          new GeoJSONVT(data, { maxZoom: nearestCut, indexMaxZoom: 6, tolerance, buffer: 64, promoteId: null })
        byTolerance.set(tolerance, index)
        const tile = index.getTile(z, x, y)
        if (!tile || tile.features.length === 0) return null
        const bytes = new Uint8Array(fromGeojsonVt({ [name]: tile }, { version: 2, extent: 4096 }))
        if (bytes.byteLength <= mostTileBytes || tolerance === tolerances.at(-1)) return bytes
      }
      return null
    },
  }
}
