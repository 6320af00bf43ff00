import { GeoJSONVT } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import { colourOfMark, marksByRank } from '../domain/hazard-mark.ts'
import { tileExtent } from '../domain/vector-tile.ts'
import { nearestTileZoom, type TileAddress } from './tile-address.ts'
import type { DrawingRow } from './tile-store.ts'

/** The layer `extents` of a tile, encoded, and the hazards that are in it. */
export interface TileDrawings {
  readonly bytes: Uint8Array
  readonly ids: readonly string[]
}

export const noDrawings: TileDrawings = { bytes: new Uint8Array(0), ids: [] }

/** Of a tile's thirty kilobytes drawings take no more than a third: the marks must not give way to them. */
const mostBytes = 10_000
/** In units of a tile, an eighth of a pixel each: what bends less is drawn straight. */
const tolerances = [3, 12, 40] as const
/** Beyond the edge, so that a broad line does not end at it. */
const bufferUnits = 128

/** Stretches and areas cut to a tile, as finely as fits; of too many the worst are kept. */
export const tileDrawings = ({ z, x, y }: TileAddress, rows: readonly DrawingRow[]): TileDrawings => {
  if (rows.length === 0) return noDrawings
  let kept = [...rows].sort((a, b) => b.kind - a.kind)
  for (;;) {
    for (const tolerance of tolerances) {
      const features = kept.map((row) => ({
        type: 'Feature' as const,
        geometry: row.geometry,
        properties: valuesOf(row),
      }))
      const index = new GeoJSONVT(
        { type: 'FeatureCollection', features },
        {
          maxZoom: nearestTileZoom,
          indexMaxZoom: 0,
          tolerance,
          buffer: bufferUnits,
          extent: tileExtent,
          promoteId: null,
        },
      )
      const tile = index.getTile(z, x, y)
      if (!tile || tile.features.length === 0) return noDrawings
      const bytes = new Uint8Array(fromGeojsonVt({ extents: tile }, { version: 2, extent: tileExtent }))
      if (bytes.byteLength <= mostBytes) return { bytes, ids: kept.map(({ id }) => id) }
    }
    if (kept.length === 1) return noDrawings
    kept = kept.slice(0, Math.ceil(kept.length / 2))
  }
}

const valuesOf = ({ id, kind }: DrawingRow) => {
  const mark = marksByRank[kind >> 1] ?? 'void'
  return { id, mark, rank: kind >> 1, colour: colourOfMark(mark) ?? '', overdue: kind % 2 === 1 }
}
