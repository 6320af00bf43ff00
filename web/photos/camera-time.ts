import { isDay, startOfDay } from '../../server/domain/county-calendar.ts'

/**
 * The instant that a camera means, in milliseconds; NaN for what is no time. Cameras write local time, most without
 * an offset: it is then a time on the county's clocks, in whatever zone the reader sits.
 * Takes `2025-09-05T16:28:04`, `...04+08:00` and EXIF's own `2025:09:05 16:28:04`.
 */
export const cameraTimeMs = (text: string, zone: string): number => {
  const [, year, month, day, clock, offset] =
    /^(\d{4})[-:](\d\d)[-:](\d\d)[T ](\d\d:\d\d:\d\d)(Z|[+-]\d\d:\d\d)?$/.exec(text.trim()) ?? []
  const on = `${year}-${month}-${day}`
  if (clock === undefined || !isDay(on)) return Number.NaN
  if (offset !== undefined) return Date.parse(`${on}T${clock}${offset}`)
  return Date.parse(startOfDay(on, zone)) + Date.parse(`1970-01-01T${clock}Z`)
}
