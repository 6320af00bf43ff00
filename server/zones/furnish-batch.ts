import type { Row } from '../../db/schema/tables.ts'

/** Rows as the caller has them, ids included; the county and the map cell are added here. */
export interface FurnishBatch {
  readonly places: readonly Omit<Row<'places'>, 'county' | 'placeCell'>[]
  readonly zones: readonly Omit<Row<'zones'>, 'county'>[]
  readonly roads: readonly Omit<Row<'roads'>, 'county'>[]
  readonly posts: readonly Omit<Row<'zonePosts'>, 'county'>[]
}
