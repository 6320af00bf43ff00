/** A calendar day of the county, YYYY-MM-DD. */
export type Day = string
/** A calendar month of the county, YYYY-MM. */
export type Month = string
/** A moment: UTC, ISO 8601 with milliseconds and Z, fixed width, so that text order is time order. */
export type Instant = string
/** Days that differ from Monday to Friday: 'off' a public holiday, 'work' a weekend day worked to make up for one. */
export type Holidays = ReadonlyMap<Day, 'off' | 'work'>

export const defaultZone = 'Asia/Shanghai'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** Further from UTC than any clock on earth has ever been set (Manila before 1845: 15 h 56 min). */
const widestOffsetMs = 16 * hourMs
const dayShape = /^\d{4}-\d\d-\d\d$/

type Clock = { readonly formatter: Intl.DateTimeFormat; lastOffsetMs: number; lastAsked: { at: Instant; on: Day } }
const clocks = new Map<string, Clock>()

/** Making a formatter costs a hundred times what using it does, so each zone has one. */
function clockOf(zone: string): Clock {
  const known = clocks.get(zone)
  if (known) return known
  const formatter = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  const clock: Clock = { formatter, lastOffsetMs: 8 * hourMs, lastAsked: { at: '', on: '' } }
  clocks.set(zone, clock)
  return clock
}

function msOfInstant(at: Instant): number {
  const ms = Date.parse(at)
  // The way back refuses what Date.parse lets pass: no Z, no milliseconds, 30 February.
  if (Number.isNaN(ms) || at.length !== 24 || new Date(ms).toISOString() !== at)
    throw new RangeError(`no instant: ${at}`)
  return ms
}

function utcMidnightMs(on: Day): number {
  const ms = dayShape.test(on) ? Date.parse(`${on}T00:00:00.000Z`) : Number.NaN
  // Date.parse is lenient about 30 February on some engines, hence the way back.
  if (Number.isNaN(ms) || !new Date(ms).toISOString().startsWith(on)) throw new RangeError(`no day: ${on}`)
  return ms
}

function dayOfMs(ms: number, clock: Clock): Day {
  let [year, month, day] = ['', '', '']
  for (const part of clock.formatter.formatToParts(ms)) {
    if (part.type === 'year') year = part.value.padStart(4, '0')
    else if (part.type === 'month') month = part.value
    else if (part.type === 'day') day = part.value
  }
  return `${year}-${month}-${day}`
}

/** Whether the text is a real day written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  try {
    utcMidnightMs(text)
    return true
  } catch {
    return false
  }
}

/** The county's calendar day at an instant. RangeError on a malformed instant or an unknown IANA zone. */
export function dayOf(at: Instant, zone: string = defaultZone): Day {
  const clock = clockOf(zone)
  // A list asks for the same now once per row, and a formatter takes some microseconds.
  if (at === '' || clock.lastAsked.at !== at) clock.lastAsked = { at, on: dayOfMs(msOfInstant(at), clock) }
  return clock.lastAsked.on
}

/** The day's first instant. Where clocks skip midnight it is later than 00:00; where they skip the day, the next day's. */
export function startOfDay(on: Day, zone: string = defaultZone): Instant {
  const clock = clockOf(zone)
  const utcMidnight = utcMidnightMs(on)
  const begun = (ms: number): boolean => dayOfMs(ms, clock) >= on
  const usual = utcMidnight - clock.lastOffsetMs
  if (begun(usual) && !begun(usual - 1)) return new Date(usual).toISOString()
  let [before, since] = [utcMidnight - widestOffsetMs, utcMidnight + widestOffsetMs]
  while (since - before > 1) {
    const middle = Math.floor((before + since) / 2)
    if (begun(middle)) since = middle
    else before = middle
  }
  clock.lastOffsetMs = utcMidnight - since
  return new Date(since).toISOString()
}

/** The day's last millisecond: until then something due on that day is in time. */
export function endOfDay(on: Day, zone: string = defaultZone): Instant {
  return new Date(msOfInstant(startOfDay(addDays(on, 1), zone)) - 1).toISOString()
}

/** The instant so many hours on the clock later (earlier if negative); fractions of an hour are welcome. */
export function addHours(at: Instant, hours: number): Instant {
  return new Date(msOfInstant(at) + hours * hourMs).toISOString()
}

/** The day n calendar days later (earlier if negative). RangeError on a malformed day or a fraction of one. */
export function addDays(on: Day, n: number): Day {
  if (!Number.isInteger(n)) throw new RangeError(`no number of days: ${n}`)
  return new Date(utcMidnightMs(on) + n * dayMs).toISOString().slice(0, 10)
}

/** Calendar days from one day to another, negative if the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (utcMidnightMs(to) - utcMidnightMs(from)) / dayMs
}

/** Monday to Friday, unless the holiday table says otherwise. */
export function isWorkingDay(on: Day, holidays: Holidays): boolean {
  const listed = holidays.get(on)
  if (listed) return listed === 'work'
  const weekday = new Date(utcMidnightMs(on)).getUTCDay()
  return weekday >= 1 && weekday <= 5
}

/**
 * The n-th working day after a day, which itself is not counted (Civil Code of the PRC, art. 201);
 * before it if n is negative; the day itself if n is 0, whether worked or not.
 */
export function addWorkingDays(on: Day, n: number, holidays: Holidays): Day {
  if (!Number.isInteger(n)) throw new RangeError(`no number of working days: ${n}`)
  const step = Math.sign(n)
  let reached = addDays(on, 0)
  for (let left = Math.abs(n); left > 0; ) {
    reached = addDays(reached, step)
    if (isWorkingDay(reached, holidays)) left--
  }
  return reached
}

/** The month a day lies in. */
export function monthOf(on: Day): Month {
  return addDays(on, 0).slice(0, 7)
}
