import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Feature, FeatureCollection } from 'geojson'
import { roadsThatFit } from '../domain/roads-that-fit.ts'
import type { World } from '../world.ts'
import { allRoads, allZones, furnishingOf, placeList } from '../zones/store.ts'
import { onGrid, roundingMetres, thinnedLine } from './draw-coarser.ts'

export type LayerName = 'zones' | 'roads' | 'places'

/** A layer as it travels, in every coding a client may take. */
export interface MapLayer {
  readonly etag: string
  readonly bodies: Readonly<Record<'br' | 'gzip' | 'identity', Uint8Array<ArrayBuffer>>>
}

/** GeoJSON with a word on how true the lines are: nothing strays further from what is stored. */
export type DrawnLayer = FeatureCollection & { readonly drawnWithinMetres: number }

const mostCompressedBytes = 400_000
/** Tried in turn until the layer is small enough for a phone; the last is taken as it comes. */
const strayMetresLadder = [1, 5, 10, 25, 50, 100] as const

/**
 * Roads without a route code beyond this would leave the numbered ones too coarse to be of use: the county's own base
 * map and its tiles have them, from near by.
 */
const mostLaneVertices = 30_000

const kept = new WeakMap<World, Map<LayerName, { version: string; layer: Promise<MapLayer> }>>()

/** One layer of the map below the hazards: the same for everybody, made once per furnishing and kept compressed. */
export const mapLayer = async (world: World, name: LayerName): Promise<MapLayer> => {
  const { version } = await furnishingOf(world.db, world.county)
  const layers = kept.get(world) ?? new Map<LayerName, { version: string; layer: Promise<MapLayer> }>()
  kept.set(world, layers)
  const known = layers.get(name)
  if (known?.version === version) return known.layer
  const layer = makeLayer(world, name, `W/"${name}-${version}"`)
  layers.set(name, { version, layer })
  layer.catch(() => layers.delete(name))
  return layer
}

const makeLayer = async (world: World, name: LayerName, etag: string): Promise<MapLayer> => ({
  etag,
  bodies: await drawnToFit(await drawers[name](world), mostCompressedBytes),
})

/** Draws a layer as finely as fits: each rung of the ladder coarser, until its compressed text is small enough. */
export const drawnToFit = async (draw: Drawer, mostBytes: number): Promise<MapLayer['bodies']> => {
  for (const [rung, strayMetres] of strayMetresLadder.entries()) {
    const drawing: DrawnLayer = {
      type: 'FeatureCollection',
      drawnWithinMetres: strayMetres,
      features: draw(strayMetres),
    }
    const identity = new TextEncoder().encode(JSON.stringify(drawing))
    const br = await brotli(identity)
    if (br.byteLength > mostBytes && rung < strayMetresLadder.length - 1) continue
    return { br, gzip: plain(await promisify(gzip)(identity)), identity }
  }
  throw new Error('a ladder without rungs')
}

const plain = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)

const brotli = async (text: Uint8Array): Promise<Uint8Array<ArrayBuffer>> =>
  plain(await promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 8 } }))

type Drawer = (strayMetres: number) => Feature[]

const drawers: Record<LayerName, (world: World) => Promise<Drawer>> = {
  zones: async ({ db, county }) => {
    const zones = await allZones(db, county)
    return (strayMetres) =>
      zones.map(({ id, shape, level, name, placeCode, routeCode, invented, geometry }) => ({
        type: 'Feature',
        geometry: onGrid(geometry, strayMetres),
        properties: { id, shape, level, name, placeCode, routeCode, invented },
      }))
  },
  roads: async ({ db, county }) => {
    const roads = roadsThatFit(await allRoads(db, county), mostLaneVertices)
    return (strayMetres) =>
      roads.map(({ id, routeCode, name, roadClass, invented, geometry }) => ({
        type: 'Feature',
        geometry: onGrid(strayMetres > 1 ? thinnedLine(geometry, strayMetres - roundingMetres) : geometry, 1),
        properties: { id, routeCode, name, roadClass, invented },
      }))
  },
  places: async ({ db, county }) => {
    const places = await placeList(db, county, null)
    return () =>
      places.map(({ code, kind, name, invented, longitude, latitude }) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [rounded(longitude), rounded(latitude)] },
        properties: { code, kind, name, invented },
      }))
  },
}

const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5
