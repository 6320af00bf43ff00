import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import type { LngLat } from '../domain/distance.ts'
import { columnRowOf, placeCellOf } from '../domain/morton.ts'
import type { TestAnswer } from '../test-county.ts'

type Values = Readonly<Record<string, unknown>>

/** A tile as a map would read it; an empty answer is a tile without anything. */
export const readTile = ({ status, bytes }: Pick<TestAnswer, 'status' | 'bytes'>) => {
  if (status !== 200 && status !== 204) throw new Error(`no tile: ${status}`)
  const { layers } = new VectorTile(new PbfReader(bytes))
  const layer = (name: string): (Values & { readonly at: { x: number; y: number } })[] => {
    const found = layers[name]
    return Array.from({ length: found?.length ?? 0 }, (_, i) => {
      const feature = found?.feature(i)
      const [at] = feature?.loadGeometry()[0] ?? []
      return { ...feature?.properties, at: { x: at?.x ?? -1, y: at?.y ?? -1 } }
    })
  }
  const [clusters, points] = [layer('clusters'), layer('points')]
  const counted = clusters.reduce((sum, { count }) => sum + Number(count), points.length)
  const late = clusters.reduce((sum, { overdue }) => sum + Number(overdue), 0)
  return { clusters, points, layer, counted, overdue: late + points.filter(({ overdue }) => overdue === true).length }
}

/** The address of the tile of that zoom in which a position lies. */
export const tileAt = (z: number, lngLat: LngLat): string => {
  const [column, row] = columnRowOf(placeCellOf(lngLat))
  return `${z}/${Math.floor(column / 2 ** (26 - z))}/${Math.floor(row / 2 ** (26 - z))}`
}
