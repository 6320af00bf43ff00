import { type Day, dayOf, type Instant, isDay, startOfDay } from './county-calendar.ts'

/** How long ago somebody looked: never, before the months that count, or within them. */
export const inspectionAges = ['never', 'long-ago', 'recent'] as const
export type InspectionAge = (typeof inspectionAges)[number]

/** The same day of the month so many months earlier, or that month's last day. RangeError on a malformed day or count. */
export const monthsBefore = (on: Day, months: number): Day => {
  if (!isDay(on) || !Number.isInteger(months)) throw new RangeError(`no months before: ${on}, ${months}`)
  const [year = 0, month = 0, day = 0] = on.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 - months, 1))
  const daysInIt = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(day, daysInIt))
  return first.toISOString().slice(0, 10)
}

/** The first instant that counts as within the last so many months, by the county's calendar. */
export const recentSince = (now: Instant, months: number, zone?: string): Instant =>
  startOfDay(monthsBefore(dayOf(now, zone), months), zone)

export const inspectionAge = (lastInspectedAt: Instant | null, since: Instant): InspectionAge =>
  lastInspectedAt === null ? 'never' : lastInspectedAt < since ? 'long-ago' : 'recent'
