import { and, eq, gte, isNotNull, isNull, lt, or } from 'drizzle-orm'
import type { Db } from '../../db/unit-of-work.ts'
import type { Instant } from '../domain/county-calendar.ts'
import type { CellRange } from '../domain/morton.ts'
import type { HazardRow } from './store.ts'

/** Hazards on the path that were cleared between two instants and whose cell lies in one of the ranges. */
export const clearedInCells = (
  db: Db,
  county: string,
  { since, until, ranges }: { since: Instant; until: Instant; ranges: readonly CellRange[] },
): Promise<HazardRow[]> => {
  const { hazards } = db.t
  return db.q
    .select()
    .from(hazards)
    .where(
      and(
        or(
          ...ranges.map(({ from, before }) =>
            and(eq(hazards.county, county), gte(hazards.placeCell, from), lt(hazards.placeCell, before)),
          ),
        ),
        ...[eq(hazards.stage, 'cleared'), isNull(hazards.setAside), isNotNull(hazards.longitude)],
        ...[gte(hazards.clearedAt, since), lt(hazards.clearedAt, until)],
      ),
    )
}
