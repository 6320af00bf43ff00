import type { Feature } from 'geojson'
import { positionsOf } from '../domain/geometry-runs.ts'
import type { PlannedRow } from './plan-import.ts'
import { thinned, verticesOf } from './thin-out.ts'
import type { ImportLook } from './wire.ts'

const mostVertices = 60_000
const mostFeatures = 6_000
const thinMetres = 20

const canBeDrawn = ({ geometry }: PlannedRow): boolean =>
  geometry !== null &&
  positionsOf(geometry).every(([lng = Number.NaN, lat = Number.NaN]) => Math.abs(lng) <= 180 && Math.abs(lat) <= 85)

/** The rows as a drawing coarse enough for a page, faulty ones first; and how many had to be left out of it. */
export const previewOf = (
  rows: readonly PlannedRow[],
): { readonly preview: ImportLook['preview']; readonly leftOut: number } => {
  const faulty = rows.filter(({ state }) => state === 'faulty')
  const drawable = [...faulty, ...rows.filter(({ state }) => state !== 'faulty')].filter(canBeDrawn)
  const features: Feature[] = []
  let vertices = 0
  for (const { row, what, state, fault, geometry } of drawable) {
    if (geometry === null) continue
    const thin = thinned(geometry, thinMetres)
    vertices += verticesOf(thin)
    if (vertices > mostVertices || features.length >= mostFeatures) break
    const properties = { row, what, state, fault: fault?.fault ?? null, detail: fault?.detail ?? null }
    features.push({ type: 'Feature', geometry: thin, properties })
  }
  return { preview: { type: 'FeatureCollection', features }, leftOut: drawable.length - features.length }
}
