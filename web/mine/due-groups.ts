import { addDays, type Day } from '../../server/domain/county-calendar.ts'
import type { Waiting } from '../../server/register/wire.ts'

export const dueGroups = ['overdue', 'today', 'this-week', 'later', 'no-deadline'] as const
export type DueGroup = (typeof dueGroups)[number]
export type WaitingItem = Waiting['items'][number]

/** The week ends on Sunday, as the county's calendars have it. */
const endOfWeek = (today: Day): Day => {
  const weekday = new Date(`${today}T00:00:00.000Z`).getUTCDay()
  return addDays(today, (7 - weekday) % 7)
}

export const dueGroupOf = (dueOn: Day | null, today: Day): DueGroup => {
  if (dueOn === null) return 'no-deadline'
  if (dueOn < today) return 'overdue'
  if (dueOn === today) return 'today'
  return dueOn <= endOfWeek(today) ? 'this-week' : 'later'
}

const severityRank = { major: 0, serious: 1, minor: 2 } as const

/** By what is due first; of what is due on the same day, the worse first. Groups without anything are left out. */
export const inDueGroups = (
  items: readonly WaitingItem[],
  today: Day,
): readonly { readonly group: DueGroup; readonly items: readonly WaitingItem[] }[] => {
  const rank = ({ hazard }: WaitingItem): number => (hazard.severity === null ? 3 : severityRank[hazard.severity])
  const sorted = [...items].sort(
    (a, b) =>
      (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') ||
      rank(a) - rank(b) ||
      a.hazard.reportedAt.localeCompare(b.hazard.reportedAt),
  )
  return dueGroups
    .map((group) => ({ group, items: sorted.filter(({ dueOn }) => dueGroupOf(dueOn, today) === group) }))
    .filter((found) => found.items.length > 0)
}
