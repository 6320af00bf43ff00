import type { Severity } from '../../../db/vocabulary.ts'
import type { Day } from '../../../server/domain/county-calendar.ts'
import { type DeadlineClass, deadlineOn } from '../../../server/domain/deadline.ts'
import { serverNow } from '../../server-clock.ts'
import { type County, useCounty } from '../../ui/use-county.ts'

/** The day a clock that starts now runs out, or null where the county counts working days: only the server has the holidays. */
export const previewOf = (county: Pick<County, 'settings' | 'timeZone'>, deadlineClass: DeadlineClass): Day | null => {
  if (county.settings.countedIn === 'working' && deadlineClass !== 'same-day') return null
  return deadlineOn({
    deadlineClass,
    registeredAt: serverNow(),
    settings: county.settings,
    holidays: new Map(),
    zone: county.timeZone,
  })
}

export const useDeadlinePreview = () => {
  const county = useCounty()
  const { settings } = county
  const days: Readonly<Record<Severity, number>> = {
    minor: settings.minorDays,
    serious: settings.seriousDays,
    major: settings.majorDays,
  }
  return { on: (deadlineClass: DeadlineClass) => previewOf(county, deadlineClass), days, countedIn: settings.countedIn }
}
