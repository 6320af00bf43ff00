import { addHours, type Instant } from '../domain/county-calendar.ts'

interface Terms {
  readonly idleHours: number
  readonly longestHours: number
}

/** On one's own phone a month without use and three months in all; on a shared machine one day's duty. */
const own: Terms = { idleHours: 30 * 24, longestHours: 90 * 24 }
const shared: Terms = { idleHours: 12, longestHours: 12 }

export const longestHours = (staySignedIn: boolean): number => (staySignedIn ? own : shared).longestHours

export interface SessionTimes {
  readonly startedAt: Instant
  readonly lastUsedAt: Instant
  readonly endsAt: Instant
  readonly revokedAt: Instant | null
}

/** Which terms a session runs on is read from its own span, so that there is one truth about it. */
const idleHoursOf = ({ startedAt, endsAt }: SessionTimes): number =>
  endsAt > addHours(startedAt, shared.longestHours) ? own.idleHours : shared.idleHours

export const isLive = (session: SessionTimes, now: Instant): boolean =>
  session.revokedAt === null && now < session.endsAt && now < addHours(session.lastUsedAt, idleHoursOf(session))

/** When the session ends by itself unless it is used before. */
export const endsUnused = (session: Pick<SessionTimes, 'startedAt' | 'lastUsedAt' | 'endsAt'>): Instant => {
  const idleUntil = addHours(session.lastUsedAt, idleHoursOf({ ...session, revokedAt: null }))
  return idleUntil < session.endsAt ? idleUntil : session.endsAt
}

/** Last use is written at most once an hour: it serves the idle limit and nothing else. */
export const needsTouch = (session: SessionTimes, now: Instant): boolean => now >= addHours(session.lastUsedAt, 1)
