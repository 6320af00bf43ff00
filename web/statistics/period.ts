import { addDays, type Day } from '../../server/domain/county-calendar.ts'

export const periodNames = ['year', 'month', 'twelve', 'all'] as const
export type PeriodName = (typeof periodNames)[number]

export interface Span {
  readonly from?: Day
  readonly until?: Day
}

export const periodNamed = (name: string | null): PeriodName => periodNames.find((each) => each === name) ?? 'year'

/** The days a period covers up to today, both included; `all` is open at both ends. */
export const spanOf = (name: PeriodName, today: Day): Span => {
  switch (name) {
    case 'year':
      return { from: `${today.slice(0, 4)}-01-01`, until: today }
    case 'month':
      return { from: `${today.slice(0, 7)}-01`, until: today }
    case 'twelve':
      return { from: addDays(today, -364), until: today }
    case 'all':
      return {}
  }
}
