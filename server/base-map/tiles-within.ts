import { zxyToTileId } from 'pmtiles'
import { type Bounds, radiansPerDegree } from '../domain/distance.ts'

export interface TileAt {
  readonly id: number
  readonly z: number
  readonly x: number
  readonly y: number
}

/** How far from the west and the north edge of the world square, each 0 to 1 (Web Mercator). */
export const inSquare = (longitude: number, latitude: number): readonly [east: number, south: number] => {
  const sine = Math.sin(latitude * radiansPerDegree)
  return [longitude / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)]
}

/** The latitude that far down the world square. */
export const latitudeAt = (south: number): number => Math.atan(Math.sinh(Math.PI * (1 - 2 * south))) / radiansPerDegree

/** Every tile that touches the bounds, in the order of ids: Hilbert's curve, zoom by zoom. */
export const tilesWithin = ({ west, south, east, north }: Bounds, minZoom: number, maxZoom: number): TileAt[] => {
  const tiles: TileAt[] = []
  const [[left, top], [right, bottom]] = [inSquare(west, north), inSquare(east, south)]
  for (let z = minZoom; z <= maxZoom; z++) {
    const across = 2 ** z
    const cell = (share: number): number => Math.min(across - 1, Math.max(0, Math.floor(share * across)))
    for (let x = cell(left); x <= cell(right); x++)
      for (let y = cell(top); y <= cell(bottom); y++) tiles.push({ id: zxyToTileId(z, x, y), z, x, y })
  }
  return tiles.sort((a, b) => a.id - b.id)
}
