import type { Row } from '../../db/schema/tables.ts'

/** A road as its county has it: without a route code it has no stakes, and its name may be empty. */
export type RoadRow = Omit<Row<'roads'>, 'routeCode'> & { readonly routeCode: string | null }

/** Rows as the caller has them, ids included; the county and the map cell are added here. */
export interface FurnishBatch {
  readonly places: readonly Omit<Row<'places'>, 'county' | 'placeCell'>[]
  readonly zones: readonly Omit<Row<'zones'>, 'county'>[]
  readonly roads: readonly Omit<RoadRow, 'county'>[]
  readonly posts: readonly Omit<Row<'zonePosts'>, 'county'>[]
}
