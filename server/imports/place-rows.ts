import type { Geometry, Position } from 'geojson'
import { convertDatum, type Datum } from '../domain/datum.ts'
import { positionsOf } from '../domain/geometry-runs.ts'
import { asGeometry, moved } from './as-geometry.ts'
import type { SystemId } from './coordinate-system.ts'
import { projectOf } from './coordinate-system.ts'
import { drawingFault, type Found, isPartlyOutside } from './geometry-checks.ts'
import type { KnownCounty } from './known-county.ts'
import type { PlacedRow } from './layers/candidate.ts'
import type { ReadFile, ReadRow } from './read-shape.ts'
import { wordIn } from './row-values.ts'
import { thinned, verticesOf } from './thin-out.ts'
import type { ImportChoices } from './wire.ts'

const numberIn = (text: string | null): number | null => {
  if (text === null) return null
  const plain = text.replace(/[°,，\s]/g, '').replace(/[EN]$/i, '')
  return /^[-+]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}

/** The row's geometry in the file's own coordinates; of a table, the point that its columns tell. */
export const rawGeometry = (file: ReadFile, row: ReadRow, fields: ImportChoices['fields']): Geometry | null => {
  if (row.geometry !== null || !file.isTable) return row.geometry
  const [x, y] = [numberIn(wordIn(row, fields, 'longitude')), numberIn(wordIn(row, fields, 'latitude'))]
  return x === null || y === null ? null : { type: 'Point', coordinates: [x, y] }
}

export interface Reading {
  readonly system: SystemId
  readonly swapped: boolean
  readonly datum: Datum
}

const rounded = (value: number): number => Math.round(value * 1e7) / 1e7

/** From the file's coordinates to WGS-84, by its system and then its datum. */
export const readingOf = (file: ReadFile, { system, swapped, datum }: Reading): ((position: Position) => Position) => {
  const project = projectOf(system, file.said)
  return (position) => {
    const [x = Number.NaN, y = Number.NaN] = position
    const [lng = Number.NaN, lat = Number.NaN] = (project ?? ((own) => own))(swapped ? [y, x] : [x, y])
    if (datum === 'wgs84' || Math.abs(lng) > 180 || Math.abs(lat) > 90) return [rounded(lng), rounded(lat)]
    return convertDatum([lng, lat], datum, 'wgs84').map(rounded)
  }
}

export type PlacedOrNot =
  | { readonly placed: PlacedRow; readonly notes: readonly Found[] }
  | { readonly source: ReadRow; readonly geometry: Geometry | null; readonly fault: Found }

const denseVertices = 5_000
const thinMetres = 1

/** Drawn too densely to be of use on any map: thinned within a metre, unless that made it cross itself. */
const lessDense = (geometry: Geometry, known: KnownCounty): { geometry: Geometry; notes: Found[] } => {
  const before = verticesOf(geometry)
  if (before <= denseVertices) return { geometry, notes: [] }
  const thin = thinned(geometry, thinMetres)
  const after = verticesOf(thin)
  if (after >= before || drawingFault(thin, known.bounds) !== null) return { geometry, notes: [] }
  return { geometry: thin, notes: [{ fault: 'simplified', detail: `${before} → ${after}` }] }
}

/** Every row in WGS-84, or what is wrong with how it is drawn. */
export const placeRows = (file: ReadFile, known: KnownCounty, choices: ImportChoices): PlacedOrNot[] => {
  const { system, swapAxes: swapped, datum } = choices
  const toWgs84 = readingOf(file, { system, swapped, datum })
  return file.rows.map((source): PlacedOrNot => {
    const raw = rawGeometry(file, source, choices.fields)
    if (raw === null)
      return file.isTable
        ? { placed: { source, geometry: null }, notes: [] }
        : { source, geometry: null, fault: { fault: 'no-geometry', detail: '' } }
    const whole = raw.type === 'GeometryCollection' ? asGeometry(raw) : { geometry: raw }
    if ('fault' in whole || whole.geometry === null || positionsOf(whole.geometry).length === 0)
      return { source, geometry: null, fault: { fault: 'empty', detail: '' } }
    const geometry = moved(whole.geometry, toWgs84)
    const fault = drawingFault(geometry, known.bounds)
    if (fault) return { source, geometry, fault }
    const { geometry: own, notes } = lessDense(geometry, known)
    const outside: Found[] = isPartlyOutside(own, known.bounds) ? [{ fault: 'partly-outside', detail: '' }] : []
    return { placed: { source, geometry: own }, notes: [...notes, ...outside] }
  })
}
