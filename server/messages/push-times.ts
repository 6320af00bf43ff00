import type { MessageKind } from '../../db/vocabulary.ts'
import { addDays, addHours, dayOf, type Instant, startOfDay } from '../domain/county-calendar.ts'
import type { Occasion } from './tell.ts'

/** Somebody who is told, with the phones they want rung and when not. */
export interface Told {
  readonly id: string
  readonly subscriptionIds: readonly string[]
  readonly silent: readonly MessageKind[]
  readonly quietFrom: number | null
  readonly quietUntil: number | null
}

/** The first instant from `at` on that lies outside the quiet hours of the county's day; both ends are full hours. */
export const afterQuiet = (
  { quietFrom, quietUntil }: Pick<Told, 'quietFrom' | 'quietUntil'>,
  at: Instant,
  zone: string,
): Instant => {
  if (quietFrom === null || quietUntil === null || quietFrom === quietUntil) return at
  const today = dayOf(at, zone)
  for (const day of [addDays(today, -1), today]) {
    const from = addHours(startOfDay(day, zone), quietFrom)
    const until = addHours(startOfDay(quietFrom < quietUntil ? day : addDays(day, 1), zone), quietUntil)
    if (from <= at && at < until) return until
  }
  return at
}

/** Which of somebody's phones ring for this, and when. */
export const callersFor = (
  person: Told | null,
  kind: MessageKind,
  { at, zone }: Pick<Occasion, 'at' | 'zone'>,
): { subscriptionId: string; nextAt: Instant }[] => {
  if (!person || person.silent.includes(kind)) return []
  const nextAt = person.subscriptionIds.length === 0 ? at : afterQuiet(person, at, zone)
  return person.subscriptionIds.map((subscriptionId) => ({ subscriptionId, nextAt }))
}
