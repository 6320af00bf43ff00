import { GeoJSONVT } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import type { Bounds } from '../domain/distance.ts'
import { type GroundFeature, type GroundLayer, groundLayerNames } from './ground-feature.ts'
import type { TileHere } from './pmtiles-file.ts'
import { tilesWithin } from './tiles-within.ts'

export const nearestGroundZoom = 14
export const farthestGroundZoom = 6
const extent = 4096

interface Sheet {
  readonly layer: GroundLayer
  readonly fromZoom: number
  readonly index: GeoJSONVT
}

/** One index for all that begins at the same zoom, so that a far tile never has to look at buildings. */
const sheetsOf = (features: readonly GroundFeature[]): Sheet[] => {
  const groups = new Map<string, { layer: GroundLayer; fromZoom: number; features: GroundFeature['feature'][] }>()
  for (const { layer, fromZoom, feature } of features) {
    const key = `${layer} ${fromZoom}`
    const group = groups.get(key) ?? { layer, fromZoom, features: [] }
    groups.set(key, group)
    group.features.push(feature)
  }
  return [...groups.values()].map(({ layer, fromZoom, features: found }) => ({
    ...{ layer, fromZoom },
    index: new GeoJSONVT(
      { type: 'FeatureCollection', features: found },
      { maxZoom: nearestGroundZoom, indexMaxZoom: 5, tolerance: 4, buffer: 80, extent, promoteId: null },
    ),
  }))
}

/** The ground cut into vector tiles, in the order in which an archive wants them; tiles without anything are left out. */
export const cutTiles = async function* (
  features: readonly GroundFeature[],
  bounds: Bounds,
  progress: (done: number, of: number) => void,
): AsyncGenerator<TileHere> {
  const sheets = sheetsOf(features)
  const tiles = tilesWithin(bounds, farthestGroundZoom, nearestGroundZoom)
  for (const [done, { id, z, x, y }] of tiles.entries()) {
    const layers: Record<string, NonNullable<ReturnType<GeoJSONVT['getTile']>>> = {}
    for (const name of groundLayerNames)
      for (const { layer, fromZoom, index } of sheets) {
        const tile = layer === name && fromZoom <= z ? index.getTile(z, x, y) : null
        if (!tile || tile.features.length === 0) continue
        const before = layers[name]
        layers[name] = before ? { ...before, features: [...before.features, ...tile.features] } : tile
      }
    progress(done + 1, tiles.length)
    if (Object.keys(layers).length > 0) yield { id, bytes: fromGeojsonVt(layers, { version: 2, extent }) }
  }
}
