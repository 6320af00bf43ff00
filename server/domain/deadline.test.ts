import fc from 'fast-check'
import { expect, test } from 'vitest'
import { severities } from '../../db/vocabulary.ts'
import { addDays, endOfDay, type Holidays, startOfDay } from './county-calendar.ts'
import {
  type DeadlineClass,
  type DeadlineSettings,
  daysOverdue,
  deadlineOn,
  defaultDeadlineSettings,
  interimControlDueAt,
  isOverdue,
} from './deadline.ts'

const zone = 'Asia/Shanghai'
const noHolidays: Holidays = new Map()
const working: DeadlineSettings = { ...defaultDeadlineSettings, countedIn: 'working' }

/** Half past eight in the morning of Monday, 2 November 2026, in the county. */
const mondayMorning = '2026-11-02T00:30:00.000Z'

const dueOn = (deadlineClass: DeadlineClass, registeredAt = mondayMorning, settings = defaultDeadlineSettings) =>
  deadlineOn({ deadlineClass, registeredAt, settings, holidays: noHolidays, zone })

test('a minor hazard is due in 15 days, a serious one in 30, a major one in 60', () => {
  expect(dueOn('minor')).toBe('2026-11-17')
  expect(dueOn('serious')).toBe('2026-12-02')
  expect(dueOn('major')).toBe('2027-01-01')
})

test('what must not outlast the day is due on that day, however late it is registered', () => {
  expect(dueOn('same-day')).toBe('2026-11-02')
  expect(dueOn('same-day', '2026-11-02T15:59:59.999Z')).toBe('2026-11-02')
  expect(dueOn('same-day', '2026-11-01T03:00:00.000Z', working)).toBe('2026-11-01')
})

test('the day of registering is the county’s, not that of Greenwich', () => {
  expect(dueOn('minor', '2026-11-02T15:59:59.999Z')).toBe('2026-11-17')
  expect(dueOn('minor', '2026-11-02T16:00:00.000Z')).toBe('2026-11-18')
})

test('counted in working days, weekends and holidays do not count and made-up days do', () => {
  expect(dueOn('minor', mondayMorning, working)).toBe('2026-11-23')
  const holidays: Holidays = new Map([
    ['2026-11-05', 'off'],
    ['2026-11-06', 'off'],
    ['2026-11-07', 'work'],
  ])
  const question = { deadlineClass: 'minor', registeredAt: mondayMorning, settings: working, holidays, zone } as const
  expect(deadlineOn(question)).toBe('2026-11-24')
})

test('a county’s own figures are used', () => {
  expect(dueOn('serious', mondayMorning, { ...defaultDeadlineSettings, seriousDays: 7 })).toBe('2026-11-09')
})

test('only a major hazard owes interim control by the hour', () => {
  expect(interimControlDueAt('major', mondayMorning, defaultDeadlineSettings)).toBe('2026-11-03T00:30:00.000Z')
  const sooner = { ...defaultDeadlineSettings, majorInterimHours: 6 }
  expect(interimControlDueAt('major', mondayMorning, sooner)).toBe('2026-11-02T06:30:00.000Z')
  for (const other of ['minor', 'serious', 'same-day'] as const) {
    expect(interimControlDueAt(other, mondayMorning, defaultDeadlineSettings)).toBeNull()
  }
})

test('a deadline lasts until the end of its day in the county', () => {
  expect(isOverdue('2026-11-17', '2026-11-17T15:59:59.999Z', zone)).toBe(false)
  expect(isOverdue('2026-11-17', '2026-11-17T16:00:00.000Z', zone)).toBe(true)
})

test('the first day after the deadline is one day overdue', () => {
  expect(daysOverdue('2026-11-17', '2026-11-01T00:00:00.000Z', zone)).toBe(0)
  expect(daysOverdue('2026-11-17', '2026-11-17T15:59:59.999Z', zone)).toBe(0)
  expect(daysOverdue('2026-11-17', '2026-11-17T16:00:00.000Z', zone)).toBe(1)
  expect(daysOverdue('2026-11-17', '2026-12-17T15:59:59.999Z', zone)).toBe(30)
})

test('nothing is overdue before the last instant of its day, everything is after it, in any zone', () => {
  const day = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('1990-01-01', n))
  fc.assert(
    fc.property(day, fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Pacific/Apia'), (on, anyZone) => {
      expect(isOverdue(on, endOfDay(on, anyZone), anyZone)).toBe(false)
      expect(isOverdue(on, startOfDay(addDays(on, 1), anyZone), anyZone)).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('registering later never brings an earlier deadline, and working days never end before calendar days', () => {
  const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(moment, moment, fc.constantFrom(...severities), (a, b, severity) => {
      const [first, second] = [a, b].map((d) => d.toISOString()).sort()
      if (first === undefined || second === undefined) throw new Error('two moments are always two')
      for (const settings of [defaultDeadlineSettings, working]) {
        expect(dueOn(severity, second, settings) >= dueOn(severity, first, settings)).toBe(true)
      }
      expect(dueOn(severity, first, working) >= dueOn(severity, first)).toBe(true)
    }),
  )
})
