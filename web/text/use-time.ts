import { useSyncExternalStore } from 'react'
import type { Day, Instant, Month } from '../../server/domain/county-calendar.ts'
import { serverNow } from '../server-clock.ts'
import { useLanguage } from './language.ts'
import * as time from './time.ts'

const tickMs = 30_000
let now: Instant = serverNow()
const listeners = new Set<() => void>()
let ticking: ReturnType<typeof setInterval> | undefined

const tick = (): void => {
  now = serverNow()
  for (const tell of listeners) tell()
}

const subscribe = (tell: () => void): (() => void) => {
  if (listeners.size === 0) {
    now = serverNow()
    ticking = setInterval(tick, tickMs)
  }
  listeners.add(tell)
  return () => {
    listeners.delete(tell)
    if (listeners.size === 0) clearInterval(ticking)
  }
}

const nowKept = (): Instant => now

/** The county's time in the reader's words; what is shown turns over by itself at midnight and every half minute. */
export const useTime = () => {
  const language = useLanguage()
  const at = useSyncExternalStore(subscribe, nowKept, nowKept)
  const today = time.dayOfInstant(at)
  return {
    now: at,
    today,
    day: (on: Day) => time.dayText(on, today, language),
    shortDay: (on: Day) => time.shortDayText(on, today, language),
    dayKey: time.dayOfInstant,
    dayOfInstant: (instant: Instant) => time.dayText(time.dayOfInstant(instant), today, language),
    instant: (instant: Instant) => time.instantText(instant, today, language),
    shortInstant: (instant: Instant) =>
      `${time.shortDayText(time.dayOfInstant(instant), today, language)} ${time.clockText(instant)}`,
    clock: time.clockText,
    clockSeconds: time.clockSecondsText,
    month: (month: Month) => time.monthText(month, today, language),
    daysLeft: (dueOn: Day) => time.daysLeft(dueOn, today),
    daysLeftText: (dueOn: Day) => time.daysLeftText(dueOn, today, language),
    ago: (instant: Instant) => time.agoText(instant, at, language),
  }
}
