import type { Geometry } from 'geojson'
import type { PlaceIndex } from '../../domain/place-index.ts'
import type { FurnishBatch } from '../../zones/furnish-batch.ts'
import type { Found } from '../geometry-checks.ts'
import type { KnownCounty } from '../known-county.ts'
import type { PlaceNames } from '../place-names.ts'
import type { ReadRow } from '../read-shape.ts'
import type { ImportChoices } from '../wire.ts'
import type { KnownLines } from './known-lines.ts'

export type Zone = FurnishBatch['zones'][number]
export type Road = FurnishBatch['roads'][number]
export type Place = FurnishBatch['places'][number]

/** A row whose drawing is sound, in WGS-84; no geometry where a table tells its place by words. */
export interface PlacedRow {
  readonly source: ReadRow
  readonly geometry: Geometry | null
}

/** What a row would become; several roads where its line is in pieces. */
export type Became =
  | { readonly zone: Zone; readonly chief: string | null; readonly notes: readonly Found[] }
  | { readonly roads: readonly Road[]; readonly notes: readonly Found[] }
  | { readonly place: Place; readonly notes: readonly Found[] }
  | Found

export interface Setting {
  readonly known: KnownCounty
  readonly names: PlaceNames
  readonly choices: ImportChoices
  readonly lines: KnownLines
  /** Division codes that the file itself brings: a village may come together with its township. */
  readonly codesInFile: ReadonlySet<string>
  /** The county's areas, to tell where a line lies. */
  readonly index: PlaceIndex
}

export const found = (fault: Found['fault'], detail = ''): Found => ({ fault, detail })
