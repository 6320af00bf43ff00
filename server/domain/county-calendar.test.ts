import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addHours,
  addWorkingDays,
  dayOf,
  daysBetween,
  endOfDay,
  type Holidays,
  isDay,
  isWorkingDay,
  monthOf,
  startOfDay,
} from './county-calendar.ts'

const newYork = 'America/New_York'
const anyDay = fc.integer({ min: -7_000, max: 40_000 }).map((n) => addDays('1990-01-01', n))
const anyZone = fc.constantFrom('Asia/Shanghai', newYork, 'Europe/London', 'Asia/Kathmandu', 'Australia/Lord_Howe')
const nextMs = (at: string): string => new Date(Date.parse(at) + 1).toISOString()

test('a day begins at midnight in the county, eight hours before Greenwich', () => {
  expect(startOfDay('2026-11-21')).toBe('2026-11-20T16:00:00.000Z')
  expect(endOfDay('2026-11-21')).toBe('2026-11-21T15:59:59.999Z')
  expect(dayOf('2026-11-20T15:59:59.999Z')).toBe('2026-11-20')
  expect(dayOf('2026-11-20T16:00:00.000Z')).toBe('2026-11-21')
})

test('the same instant may be on another day elsewhere, asked for in turn', () => {
  const at = '2026-11-20T16:00:00.000Z'
  for (let round = 0; round < 2; round++) {
    expect(dayOf(at)).toBe('2026-11-21')
    expect(dayOf(at, newYork)).toBe('2026-11-20')
    expect(dayOf('2026-11-19T16:00:00.000Z')).toBe('2026-11-20')
  }
})

test('the year turns over at the county’s midnight', () => {
  expect(dayOf('2025-12-31T16:00:00.000Z')).toBe('2026-01-01')
  expect(dayOf('2025-12-31T15:59:59.999Z')).toBe('2025-12-31')
  expect(endOfDay('2025-12-31')).toBe('2025-12-31T15:59:59.999Z')
  expect(monthOf(dayOf('2025-12-31T16:00:00.000Z'))).toBe('2026-01')
})

test('months and leap years have their lengths', () => {
  expect(addDays('2026-01-31', 1)).toBe('2026-02-01')
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
  expect(addDays('2100-02-28', 1)).toBe('2100-03-01')
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
  expect(daysBetween('2028-01-01', '2029-01-01')).toBe(366)
  expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1)
})

test('where clocks change, a day has 23 or 25 hours', () => {
  const hours = (on: string, zone: string): number =>
    (Date.parse(nextMs(endOfDay(on, zone))) - Date.parse(startOfDay(on, zone))) / 3_600_000
  expect(hours('2026-03-08', newYork)).toBe(23)
  expect(hours('2026-11-01', newYork)).toBe(25)
  expect(hours('2026-11-02', newYork)).toBe(24)
  expect(startOfDay('2026-03-08', newYork)).toBe('2026-03-08T05:00:00.000Z')
  expect(startOfDay('2026-03-09', newYork)).toBe('2026-03-09T04:00:00.000Z')
  expect(hours('1988-04-17', 'Asia/Shanghai')).toBe(23)
})

test('where clocks skip midnight, the day begins when they have', () => {
  expect(startOfDay('2018-11-04', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z')
  expect(dayOf('2018-11-04T02:59:59.999Z', 'America/Sao_Paulo')).toBe('2018-11-03')
  expect(endOfDay('2018-11-03', 'America/Sao_Paulo')).toBe('2018-11-04T02:59:59.999Z')
})

test('a day that a country left out begins with the next one', () => {
  expect(startOfDay('2011-12-30', 'Pacific/Apia')).toBe(startOfDay('2011-12-31', 'Pacific/Apia'))
  expect(dayOf(startOfDay('2011-12-30', 'Pacific/Apia'), 'Pacific/Apia')).toBe('2011-12-31')
})

test('every day holds its first and last instant, and no gap lies between two days', () => {
  fc.assert(
    fc.property(anyDay, anyZone, (on, zone) => {
      expect(dayOf(startOfDay(on, zone), zone)).toBe(on)
      expect(dayOf(endOfDay(on, zone), zone)).toBe(on)
      expect(nextMs(endOfDay(on, zone))).toBe(startOfDay(addDays(on, 1), zone))
    }),
  )
})

test('a later instant is never on an earlier day', () => {
  const moment = fc.date({ min: new Date('1970-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(moment, moment, anyZone, (a, b, zone) => {
      const [early, late] = a < b ? [a, b] : [b, a]
      expect(dayOf(early.toISOString(), zone) <= dayOf(late.toISOString(), zone)).toBe(true)
    }),
  )
})

test('hours are hours on the clock, also across a change of it', () => {
  expect(addHours('2026-03-08T05:00:00.000Z', 24)).toBe('2026-03-09T05:00:00.000Z')
  expect(addHours('2026-12-31T23:30:00.000Z', 0.5)).toBe('2027-01-01T00:00:00.000Z')
  expect(() => addHours('2026-12-31', 1)).toThrow(RangeError)
})

test('adding days and counting them agree', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (on, n) => {
      expect(daysBetween(on, addDays(on, n))).toBe(n)
      expect(addDays(addDays(on, n), -n)).toBe(on)
    }),
  )
})

/** A holiday of seven days from Thursday, 1 October 2026, made up for on the Sunday before and the Saturday after. */
const nationalDay: Holidays = new Map([
  ['2026-09-27', 'work'],
  ['2026-10-01', 'off'],
  ['2026-10-02', 'off'],
  ['2026-10-05', 'off'],
  ['2026-10-06', 'off'],
  ['2026-10-07', 'off'],
  ['2026-10-10', 'work'],
])

test('a weekend day worked to make up for a holiday counts, a weekday off does not', () => {
  expect(isWorkingDay('2026-09-27', nationalDay)).toBe(true)
  expect(isWorkingDay('2026-09-27', new Map())).toBe(false)
  expect(isWorkingDay('2026-10-01', nationalDay)).toBe(false)
  expect(addWorkingDays('2026-09-30', 1, nationalDay)).toBe('2026-10-08')
  expect(addWorkingDays('2026-09-30', 3, nationalDay)).toBe('2026-10-10')
  expect(addWorkingDays('2026-09-26', 1, nationalDay)).toBe('2026-09-27')
})

test('working days are counted backwards too, and none of them leaves the day as it is', () => {
  expect(addWorkingDays('2026-10-08', -1, nationalDay)).toBe('2026-09-30')
  expect(addWorkingDays('2026-11-21', 0, new Map())).toBe('2026-11-21')
})

test('without holidays five working days are a week', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (on, weeks) => {
      const reached = addWorkingDays(on, weeks * 5, new Map())
      expect(isWorkingDay(reached, new Map())).toBe(true)
      if (isWorkingDay(on, new Map())) expect(reached).toBe(addDays(on, weeks * 7))
    }),
  )
})

test('what is not a day, an instant, a zone or a whole number is refused', () => {
  for (const text of ['2026-02-30', '2026-13-01', '2026-1-1', '', '2026-01-01T00:00:00.000Z']) {
    expect(isDay(text)).toBe(false)
    expect(() => addDays(text, 1)).toThrow(RangeError)
    expect(() => monthOf(text)).toThrow(RangeError)
  }
  expect(isDay('2028-02-29')).toBe(true)
  const malformed = ['', '2026-01-01', '2026-01-01T00:00:00.000', '2026-01-01T00:00:00Z', '2026-01-01T25:00:00.000Z']
  for (const text of [...malformed, '2026-02-30T00:00:00.000Z', '+002026-01-01T00:00:00.000Z']) {
    expect(() => dayOf(text)).toThrow(RangeError)
  }
  expect(() => dayOf('2026-01-01T00:00:00.000Z', 'Mars/Olympus')).toThrow(RangeError)
  expect(() => addDays('2026-01-01', 0.5)).toThrow(RangeError)
  expect(() => addWorkingDays('2026-01-01', Number.NaN, new Map())).toThrow(RangeError)
})
