import type { Db } from '../../db/unit-of-work.ts'
import type { Scope } from '../domain/actor.ts'
import { boundsAround, type LngLat } from '../domain/distance.ts'
import { cellRangesOfBounds } from '../domain/morton.ts'
import { withinMetres } from '../domain/within-metres.ts'
import type { HazardRow } from '../hazards/store.ts'
import { hazardsInCells } from './store.ts'

/** What is reported this close to a junction's middle belongs to it: its arms and the approach (proposed). */
export const hazardMetres = 50
const cellRanges = 8

export interface HazardAt {
  readonly row: HazardRow
  readonly metres: number
}

/** Hazards at a junction, within a scope; of all days, or captured between two instants. */
export const hazardsAt = async (
  db: Db,
  county: string,
  scope: Scope,
  lngLat: LngLat,
  captured?: { readonly from: string; readonly until: string },
): Promise<readonly HazardAt[]> => {
  const ranges = cellRangesOfBounds(boundsAround(lngLat, hazardMetres), cellRanges)
  return withinMetres(await hazardsInCells(db, county, scope, ranges, captured), lngLat, hazardMetres)
}
