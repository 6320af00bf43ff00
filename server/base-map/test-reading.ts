import { readFile } from 'node:fs/promises'
import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { PMTiles, type Source } from 'pmtiles'

/** A file of the base map as its readers read it: by range, never whole. */
export const archiveIn = async (file: string): Promise<PMTiles> => {
  const bytes = await readFile(file)
  const source: Source = {
    getKey: () => file,
    getBytes: async (offset, length) => ({
      data: new Uint8Array(bytes.subarray(offset, offset + length)).slice().buffer,
    }),
  }
  return new PMTiles(source)
}

/** What lies in a tile: the properties of every feature by layer. */
export const layersIn = (data: ArrayBuffer): Record<string, Record<string, unknown>[]> => {
  const { layers } = new VectorTile(new PbfReader(new Uint8Array(data)))
  return Object.fromEntries(
    Object.entries(layers).map(([name, layer]) => [
      name,
      Array.from({ length: layer.length }, (_, i) => ({ ...layer.feature(i).properties })),
    ]),
  )
}
