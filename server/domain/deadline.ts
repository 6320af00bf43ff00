import type { Severity } from '../../db/vocabulary.ts'
import type { Day, Holidays, Instant } from './county-calendar.ts'
import { addDays, addHours, addWorkingDays, dayOf, daysBetween } from './county-calendar.ts'

/** The severities, and the class of its own for what must not outlast the day (不过夜). */
export type DeadlineClass = Severity | 'same-day'

/** A county's own figures; the working-day count uses its holiday table. */
export type DeadlineSettings = {
  readonly minorDays: number
  readonly seriousDays: number
  readonly majorDays: number
  readonly majorInterimHours: number
  readonly countedIn: 'calendar' | 'working'
}

/** The defaults of the workflow's table of deadlines (this project's choice, not a published rule). */
export const defaultDeadlineSettings: DeadlineSettings = {
  minorDays: 15,
  seriousDays: 30,
  majorDays: 60,
  majorInterimHours: 24,
  countedIn: 'calendar',
}

function daysAllowed(deadlineClass: DeadlineClass, settings: DeadlineSettings): number {
  switch (deadlineClass) {
    case 'same-day':
      return 0
    case 'minor':
      return settings.minorDays
    case 'serious':
      return settings.seriousDays
    case 'major':
      return settings.majorDays
  }
}

export type DeadlineQuestion = {
  readonly deadlineClass: DeadlineClass
  readonly registeredAt: Instant
  readonly settings: DeadlineSettings
  readonly holidays: Holidays
  readonly zone: string
}

/**
 * The day by whose end, in the county's zone, a hazard registered at that instant is to be cured.
 * The day of registering is not counted (Civil Code of the PRC, art. 201); 'same-day' is due on it even if nobody works.
 */
export function deadlineOn(question: DeadlineQuestion): Day {
  const { deadlineClass, registeredAt, settings, holidays, zone } = question
  const registeredOn = dayOf(registeredAt, zone)
  const days = daysAllowed(deadlineClass, settings)
  return settings.countedIn === 'working' ? addWorkingDays(registeredOn, days, holidays) : addDays(registeredOn, days)
}

/**
 * The instant by which a major hazard owes its first interim control, in hours on the clock, never working hours.
 * Null for the other classes: theirs has no hour.
 */
export function interimControlDueAt(
  deadlineClass: DeadlineClass,
  registeredAt: Instant,
  settings: DeadlineSettings,
): Instant | null {
  if (deadlineClass !== 'major') return null
  return addHours(registeredAt, settings.majorInterimHours)
}

/** True once the day it was due has ended in the county's zone; the last millisecond of that day is still in time. */
export function isOverdue(dueOn: Day, now: Instant, zone: string): boolean {
  return daysOverdue(dueOn, now, zone) > 0
}

/** Whole calendar days since the due day, 0 while in time: on the day after it is 1. */
export function daysOverdue(dueOn: Day, now: Instant, zone: string): number {
  return Math.max(0, daysBetween(dueOn, dayOf(now, zone)))
}
