import { addDays, type Day } from './county-calendar.ts'

export interface OwedVisit {
  readonly dueOn: Day
  /** Who was sent; null means the team that found it. */
  readonly unitId: string | null
}

/** A week before its day a revisit may be made; a look earlier than that is one more look (this project's choice). */
export const revisitNoticeDays = 7

/**
 * Which of the visits owed a look at it settles: one drawn for the looker's own unit whatever its day, else the first
 * that is due within the notice or overdue and not another unit's. The county stands in for any unit. Null for none.
 */
export const settledBy = <Visit extends OwedVisit>(
  owed: readonly Visit[],
  looker: { readonly unitId: string | null; readonly ofCounty: boolean },
  today: Day,
): Visit | null => {
  const byDay = [...owed].sort((a, b) => a.dueOn.localeCompare(b.dueOn))
  const own = byDay.find(({ unitId }) => unitId !== null && unitId === looker.unitId)
  const due = byDay.find(
    ({ dueOn, unitId }) => dueOn <= addDays(today, revisitNoticeDays) && (unitId === null || looker.ofCounty),
  )
  return own ?? due ?? null
}
