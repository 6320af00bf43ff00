import { boundsOf } from './bounds.ts'
import type { LngLat } from './distance.ts'
import { drawnLineOf, lngLatOfPosition, placesAlong } from './drawn-line.ts'
import type { ExtentGeometry } from './hazard-extent.ts'
import { bitsPerAxis, type CellRange, placeCellOf } from './morton.ts'

/** Drawings are looked up by map tiles of this zoom, two kilometres across in these latitudes. */
export const drawingZoom = 14
const cellsPerTile = 4 ** (bitsPerAxis - drawingZoom)
/** A line is looked at so often; it cannot pass through a tile between two looks without coming near its corner. */
const lookEveryMetres = 20

/** Codes of the tiles of `drawingZoom` through which a drawing runs, an area's whole rectangle included; ascending. */
export const tilesOfDrawing = (geometry: ExtentGeometry): readonly number[] => {
  const places = geometry.type === 'Polygon' ? cornersOf(geometry.coordinates) : alongLine(geometry)
  return [...new Set(places.map((place) => Math.floor(placeCellOf(place) / cellsPerTile)))].sort((a, b) => a - b)
}

/** The tile of `drawingZoom` that holds the first cell of a range: of a tile no farther out, the very tile it lies in. */
export const drawingTileOf = (range: CellRange): number => Math.floor(range.from / cellsPerTile)

export const rangeOfDrawingTile = (tileCode: number): CellRange => ({
  from: tileCode * cellsPerTile,
  before: (tileCode + 1) * cellsPerTile,
})

const alongLine = (geometry: Exclude<ExtentGeometry, { type: 'Polygon' }>): LngLat[] =>
  drawnLineOf(geometry).edges.flatMap((edge) => placesAlong(edge, lookEveryMetres))

/** Spread over the rectangle around a ring, closer than a tile is wide. */
const cornersOf = (rings: readonly number[][][]): LngLat[] => {
  const around = boundsOf(rings.flat().map(lngLatOfPosition))
  if (around === null) throw new RangeError('an area without a corner')
  const { west, south, east, north } = around
  const tileDegrees = 360 / 2 ** drawingZoom
  const [columns, rows] = [
    Math.ceil((east - west) / tileDegrees) + 1,
    // a tile is as high as it is wide on the ground, so fewer degrees of latitude the farther from the equator
    Math.ceil((north - south) / (tileDegrees / 2)) + 1,
  ]
  return Array.from(
    { length: (columns + 1) * (rows + 1) },
    (_, i): LngLat => [
      west + ((i % (columns + 1)) / columns) * (east - west),
      south + (Math.floor(i / (columns + 1)) / rows) * (north - south),
    ],
  )
}
