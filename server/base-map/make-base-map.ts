import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Bounds, metresPerDegree, radiansPerDegree } from '../domain/distance.ts'
import { readBlobs } from '../imports/readers/read-osm-pbf.ts'
import type { World } from '../world.ts'
import { type ArchiveInUse, archiveName, type BaseMapInUse, putIntoUse } from './base-map-folder.ts'
import { cutTiles, farthestGroundZoom, nearestGroundZoom } from './cut-tiles.ts'
import type { Elevation } from './elevation.ts'
import { type GroundFeature, groundLayerNames, groundLayers } from './ground-feature.ts'
import { farthestHeightZoom, heightTiles, nearestHeightZoom } from './height-tiles.ts'
import { ownGround } from './own-ground.ts'
import { type FinishedArchive, type TileHere, writeArchive } from './pmtiles-file.ts'
import { readExtract } from './read-extract.ts'

export interface BaseMapMaking {
  /** Where the county's base map lies. */
  readonly folder: string
  /** An extract of OpenStreetMap (.osm.pbf) that holds the county; null for the county's own layers alone. */
  readonly osm: string | null
  readonly elevation: Elevation | null
  /** How near heights are drawn, where they are not measured finely enough for the nearest. */
  readonly heightsToZoom?: number
  /** More of the ground, such as what a demonstration invents. */
  readonly ground?: readonly GroundFeature[]
  /** How far beyond the county's own rectangle the map goes. */
  readonly marginMetres: number
  readonly progress: (done: number, of: number, what: string) => void
}

export class NothingToDraw extends Error {}

const openStreetMapCredit = '© OpenStreetMap contributors (ODbL)'

const widened = ({ west, south, east, north }: Bounds, metres: number): Bounds => {
  const up = metres / metresPerDegree
  const across = up / Math.cos(((south + north) / 2) * radiansPerDegree)
  return { west: west - across, south: south - up, east: east + across, north: north + up }
}

/** Makes the county's base map and puts it into use. The same data gives the same bytes, and so the same address. */
export const makeBaseMap = async (
  world: Pick<World, 'db' | 'county'>,
  making: BaseMapMaking,
): Promise<BaseMapInUse> => {
  const { folder, osm, elevation, ground = [], marginMetres, progress, heightsToZoom = nearestHeightZoom } = making
  const own = await ownGround(world)
  if (own.bounds === null) throw new NothingToDraw(world.county)
  const bounds = widened(own.bounds, marginMetres)
  const features = [...ground, ...own.features]
  if (osm !== null) {
    const bytes = new Uint8Array(await readFile(osm))
    let read = 0
    features.push(
      ...readExtract((sink) => {
        readBlobs(bytes, sink)
        progress(++read, 3, '读取 OpenStreetMap 提取文件 reading the extract')
      }, bounds),
    )
  }
  await mkdir(folder, { recursive: true })
  // of its own: two that are made at once do not write into one another
  const bench = await mkdtemp(join(folder, 'making-'))
  try {
    const bring = async (
      tiles: AsyncIterable<TileHere>,
      kind: 'vector' | 'webp',
      zooms: { minZoom: number; maxZoom: number },
      metadata: object,
    ): Promise<ArchiveInUse> => {
      const facts = { kind, bounds, ...zooms, metadata: { ...metadata, type: 'overlay', version: '1' } }
      const made: FinishedArchive = await writeArchive(bench, tiles, facts, archiveName)
      await rename(join(bench, archiveName(made.sha256)), join(folder, archiveName(made.sha256)))
      return { sha256: made.sha256, bytes: made.bytes, tiles: made.tiles, ...zooms }
    }
    const groundMade = await bring(
      cutTiles(features, bounds, (done, of) => progress(done, of, '矢量瓦片 vector tiles')),
      'vector',
      { minZoom: farthestGroundZoom, maxZoom: nearestGroundZoom },
      {
        name: `${world.county} 底图`,
        description: 'Luqing 路清 base map',
        attribution: osm === null ? '' : openStreetMapCredit,
        vector_layers: groundLayerNames.map((id) => ({
          ...{ id, fields: groundLayers[id].fields },
          ...{ minzoom: groundLayers[id].minZoom, maxzoom: nearestGroundZoom },
        })),
      },
    )
    const heights =
      elevation === null
        ? null
        : await bring(
            heightTiles(elevation, bounds, heightsToZoom, (done, of) => progress(done, of, '地形晕渲 heights')),
            'webp',
            { minZoom: farthestHeightZoom, maxZoom: heightsToZoom },
            { name: `${world.county} 高程`, description: 'Luqing 路清 heights', encoding: 'terrarium' },
          )
    const made = { county: world.county, ground: groundMade, heights, openStreetMap: osm !== null, bounds }
    await putIntoUse(folder, made)
    return made
  } finally {
    await rm(bench, { recursive: true, force: true })
  }
}
