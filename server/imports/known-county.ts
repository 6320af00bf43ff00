import type { Row } from '../../db/schema/tables.ts'
import type { Day } from '../domain/county-calendar.ts'
import type { Bounds } from '../domain/distance.ts'
import type { RoadRow } from '../zones/furnish-batch.ts'

/** What the county has already, as far as an import is compared with it. */
export interface KnownCounty {
  readonly code: string
  readonly bounds: Bounds | null
  readonly today: Day
  readonly places: readonly Omit<Row<'places'>, 'county' | 'placeCell'>[]
  readonly zones: readonly Omit<Row<'zones'>, 'county'>[]
  readonly roads: readonly Omit<RoadRow, 'county'>[]
  readonly people: readonly { readonly id: string; readonly name: string }[]
  /** Posts held today. */
  readonly posts: readonly { readonly zoneId: string; readonly personId: string; readonly level: string }[]
}
