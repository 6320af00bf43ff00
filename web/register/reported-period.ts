import { addDays, type Day } from '../../server/domain/county-calendar.ts'
import { changed, type Filter } from './filter.ts'

/** The stretches of time a county speaks of, by when a hazard was reported. */
export const reportedPeriods = ['this-month', 'last-month', 'this-year', 'last-year'] as const
export type ReportedPeriod = (typeof reportedPeriods)[number]

interface Days {
  readonly from: Day
  readonly until: Day
}

const monthAround = (on: Day): Days => {
  const from = `${on.slice(0, 7)}-01`
  // four days past the twenty-eighth lie in the next month, whatever the month
  return { from, until: addDays(`${addDays(`${on.slice(0, 7)}-28`, 4).slice(0, 7)}-01`, -1) }
}
const yearOf = (year: number): Days => ({ from: `${year}-01-01`, until: `${year}-12-31` })

/** Its days, whole months and years, so that a link of today says the same tomorrow. */
export const daysOfPeriod = (period: ReportedPeriod, today: Day): Days => {
  const year = Number(today.slice(0, 4))
  switch (period) {
    case 'this-month':
      return monthAround(today)
    case 'last-month':
      return monthAround(addDays(`${today.slice(0, 7)}-01`, -1))
    case 'this-year':
      return yearOf(year)
    case 'last-year':
      return yearOf(year - 1)
  }
}

/** The period a filter holds: one by name, other days, or none. */
export const periodIn = (filter: Filter, today: Day): ReportedPeriod | 'days' | null => {
  const [from, until] = [filter['reported-from'], filter['reported-until']]
  if (from === undefined && until === undefined) return null
  const named = reportedPeriods.find((period) => {
    const days = daysOfPeriod(period, today)
    return days.from === from && days.until === until
  })
  return named ?? 'days'
}

/** The filter with these days of reporting; null takes them out. */
export const withReported = (filter: Filter, from: Day | null, until: Day | null): Filter =>
  changed(changed(filter, 'reported-from', from), 'reported-until', until)
