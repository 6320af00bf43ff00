import type { Geometry } from 'geojson'
import type { Datum } from '../domain/datum.ts'
import type { ImportFormat } from '../domain/import-kinds.ts'
import type { ImportFault } from './import-faults-wire.ts'

export type Cell = string | number | boolean | null

/** A row as its file has it: coordinates still in the file's own system and datum. */
export interface ReadRow {
  /** As the administrator finds it again: the sheet's line, or the how-manieth feature, from 1. */
  readonly row: number
  readonly geometry: Geometry | null
  readonly properties: Readonly<Record<string, Cell>>
}

/** `row` is null where the whole file is meant; `detail` fills the sentence. */
export interface RowFault {
  readonly row: number | null
  readonly fault: ImportFault
  readonly detail: string
}

/** The coordinate system that a file says it is in. */
export interface SaidSystem {
  readonly name: string
  readonly wkt: string | null
  readonly epsg: number | null
}

export interface ReadFile {
  readonly format: ImportFormat
  readonly rows: readonly ReadRow[]
  /** Rows there are that could not be read. */
  readonly unreadable: readonly RowFault[]
  readonly fields: readonly string[]
  readonly said: SaidSystem | null
  /** The datum that it states. A .prj states none: programs write one beside whatever they were given. */
  readonly saidDatum: Datum | null
  /** Sheets, layers or shapefiles in it, and which one this is. */
  readonly parts: readonly string[]
  readonly part: string | null
  readonly encoding: string | null
  /** Rows of a table: their place is told by columns. */
  readonly isTable: boolean
}

/** The file as a whole cannot be read; nothing of it is taken. */
export class Unreadable extends Error {
  readonly fault: ImportFault
  readonly detail: string

  constructor(fault: ImportFault, detail = '') {
    super(detail === '' ? fault : `${fault}: ${detail}`)
    this.fault = fault
    this.detail = detail
  }
}

export const mostRows = 200_000
const mostCellLetters = 2_000

/** What lies in a cell as one plain value; anything nested as its text. */
export const cellOf = (value: unknown): Cell => {
  if (value === null || value === undefined) return null
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value === 'boolean') return value
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10)
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return (text ?? '').split('\u0000').join('').trim().slice(0, mostCellLetters)
}

export const propertiesOf = (given: Readonly<Record<string, unknown>>): Readonly<Record<string, Cell>> =>
  Object.fromEntries(Object.entries(given).map(([key, value]) => [key, cellOf(value)]))

/** Names of the fields in the order met; a file of one-off names is cut. */
export const fieldsOf = (rows: readonly ReadRow[], most = 100): string[] => {
  const seen = new Set<string>()
  for (const { properties } of rows) {
    for (const name of Object.keys(properties)) seen.add(name)
    if (seen.size >= most) break
  }
  return [...seen].slice(0, most)
}

/** The part asked for, where the file has it, else its first. */
export const partOf = (parts: readonly string[], asked: string | null): string => {
  const [first] = parts
  if (first === undefined) throw new Unreadable('no-rows')
  return parts.find((part) => part === asked) ?? first
}
