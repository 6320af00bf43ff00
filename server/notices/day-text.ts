import { type Day, dayOf, type Instant } from '../domain/county-calendar.ts'

/** 2026年11月21日, as a document has it; empty for no day. */
export const dayInChinese = (on: Day | null): string => {
  if (on === null) return ''
  const [year = '', month = '', day = ''] = on.split('-')
  return `${year}年${Number(month)}月${Number(day)}日`
}

/** The day of an instant in the county's zone, as a document has it. */
export const instantDayInChinese = (at: Instant | null, zone: string): string =>
  at === null ? '' : dayInChinese(dayOf(at, zone))

/** 2026年11月21日 09:05 on the county's clock. */
export const momentInChinese = (at: Instant, zone: string): string => {
  const clock = new Intl.DateTimeFormat('en-GB', {
    ...({ timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const),
  })
  return `${instantDayInChinese(at, zone)} ${clock.format(new Date(at))}`
}
