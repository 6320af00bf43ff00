import { Problem } from '../http/problem.ts'

/** A tile of the XYZ scheme: x eastward, y southward from the north-west corner of the world. */
export interface TileAddress {
  readonly z: number
  readonly x: number
  readonly y: number
}

/** Before compression; what is bigger is drawn coarser until it fits. */
export const mostTileBytes = 30_000
/** Nearer than the map itself goes there is nothing to cut. */
export const nearestTileZoom = 18

const whole = /^(0|[1-9]\d{0,6})$/

/** The tile of three words in an address; what names none is not there, found out before anything is looked up. */
export const tileAddressOf = (words: { z: string; x: string; y: string }): TileAddress => {
  const { z, x, y } = words
  const tile = { z: Number(z), x: Number(x), y: Number(y) }
  const written = [z, x, y].every((word) => whole.test(word))
  if (!written || tile.z > nearestTileZoom || Math.max(tile.x, tile.y) >= 2 ** tile.z) throw new Problem('not-there')
  return tile
}
