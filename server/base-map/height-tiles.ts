import sharp from 'sharp'
import type { Bounds } from '../domain/distance.ts'
import type { Elevation } from './elevation.ts'
import type { TileHere } from './pmtiles-file.ts'
import { latitudeAt, tilesWithin } from './tiles-within.ts'

const sidePixels = 256
export const farthestHeightZoom = 6
/** A pixel is then 33 m wide at 30° N, about one sample of SRTM's finest. */
export const nearestHeightZoom = 12

/** Quarters of a metre: interpolated slopes stay smooth, and the last byte repeats itself enough to be packed well. */
const stepsPerMetre = 4

/** Terrarium's way to write a height: (red * 256 + green + blue / 256) - 32768 metres. */
const write = (pixels: Buffer, at: number, metres: number): void => {
  const value = Math.round((metres + 32_768) * stepsPerMetre) * (256 / stepsPerMetre)
  pixels[at] = value >> 16
  pixels[at + 1] = (value >> 8) & 255
  pixels[at + 2] = value & 255
}

/** Heights as pictures for shading, in the order in which an archive wants them; where nobody measured lies the sea. */
export const heightTiles = async function* (
  elevation: Elevation,
  bounds: Bounds,
  maxZoom: number,
  progress: (done: number, of: number) => void,
): AsyncGenerator<TileHere> {
  const tiles = tilesWithin(bounds, farthestHeightZoom, maxZoom)
  for (const [done, { id, z, x, y }] of tiles.entries()) {
    const pixels = Buffer.alloc(sidePixels * sidePixels * 3)
    const across = sidePixels * 2 ** z
    for (let row = 0; row < sidePixels; row++) {
      const latitude = latitudeAt((y * sidePixels + row + 0.5) / across)
      for (let column = 0; column < sidePixels; column++) {
        const longitude = ((x * sidePixels + column + 0.5) / across - 0.5) * 360
        write(pixels, (row * sidePixels + column) * 3, elevation(longitude, latitude) ?? 0)
      }
    }
    const raw = { width: sidePixels, height: sidePixels, channels: 3 } as const
    yield { id, bytes: await sharp(pixels, { raw }).webp({ lossless: true, effort: 1 }).toBuffer() }
    progress(done + 1, tiles.length)
  }
}
