import type { Severity } from '../../../db/vocabulary.ts'
import type { Day } from '../../../server/domain/county-calendar.ts'
import { type DeadlineClass, deadlineOn } from '../../../server/domain/deadline.ts'
import { serverNow } from '../../server-clock.ts'
import { type County, useCounty } from '../../ui/use-county.ts'

/** The day a clock that starts now runs out, by the rule and the holidays that the server goes by. */
export const previewOf = (
  { settings, holidays, timeZone: zone }: Pick<County, 'settings' | 'holidays' | 'timeZone'>,
  deadlineClass: DeadlineClass,
): Day =>
  deadlineOn({
    deadlineClass,
    registeredAt: serverNow(),
    settings,
    holidays: new Map(holidays.map(({ on, kind }) => [on, kind])),
    zone,
  })

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
