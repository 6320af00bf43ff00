import type { ChiefLevel, HelperKind, Role, TaskState } from '../../db/vocabulary.ts'
import type { Day } from './county-calendar.ts'

/** A time in post: both days belong to it; without a last day it goes on. */
export interface Term {
  readonly heldFrom: Day
  readonly heldUntil: Day | null
}

/** Whether a term holds on a day. */
export const holdsOn = ({ heldFrom, heldUntil }: Term, on: Day): boolean =>
  heldFrom <= on && (heldUntil === null || on <= heldUntil)

/** Whether two terms share a day. */
export const termsMeet = (a: Term, b: Term): boolean =>
  (b.heldUntil === null || a.heldFrom <= b.heldUntil) && (a.heldUntil === null || b.heldFrom <= a.heldUntil)

export interface Post extends Term {
  readonly id: string
  readonly level: ChiefLevel
}

/** The other post of the same level that a new term would run into: of a zone and level, one chief a day. */
export const postInTheWay = <P extends Post>(posts: readonly P[], wanted: Post): P | null =>
  posts.find((post) => post.id !== wanted.id && post.level === wanted.level && termsMeet(post, wanted)) ?? null

export interface Helper extends Term {
  readonly id: string
  readonly kind: HelperKind
}

/** Helpers are many; of leaders in charge there is one a day. */
export const leaderInTheWay = (helpers: readonly Helper[], wanted: Helper): boolean =>
  wanted.kind === 'leader-in-charge' &&
  helpers.some(({ id, kind, ...term }) => id !== wanted.id && kind === wanted.kind && termsMeet(term, wanted))

/** Who can be made a chief: whoever sees a zone by a post, and the leaders, who see the county. */
export const chiefRoles: readonly Role[] = ['road-chief', 'leader']

/** Of those, who can hold the tasks of a former chief (the owners in the table of moves). */
export const taskHolders: readonly Role[] = ['road-chief']

export const stayReasons = ['submitted', 'planned', 'cannot-move'] as const
/** Why an open task stays with whom it is when its zone is handed over. */
export type StayReason = (typeof stayReasons)[number]

/**
 * What becomes of a task when its zone is handed over. What waits for a verdict stays with who did the work; what is
 * budgeted for a later year stays in the plan; everything else goes to the new chief, who accepts it anew.
 */
export const stayReasonOf = (state: TaskState): StayReason | null => {
  if (state === 'submitted') return 'submitted'
  if (state === 'planned') return 'planned'
  return null
}
