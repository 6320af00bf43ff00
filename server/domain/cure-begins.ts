import type { Instant } from './county-calendar.ts'

interface Asked {
  readonly assignedAt: Instant
  /** Null for a hazard that was never reopened. */
  readonly reopenedAt: Instant | null
  /** When the last photo of it uncured was taken, by the phone's clock as put right; null where there is none. */
  readonly lastSceneAt: Instant | null
  /** Found and cured in one visit: entered as due the same day, and done by whoever reported it. */
  readonly onTheSpot: boolean
}

/**
 * From when on a cure can be seen (workflow.md, check 1): the task's assigning, or a reopening that came later. A cure
 * on the spot begins with the last photo of how it was: its task is assigned only when a phone has found a signal, and
 * an honest after photo is older than that by nature.
 */
export const cureBegins = ({ assignedAt, reopenedAt, lastSceneAt, onTheSpot }: Asked) => {
  const reopened = reopenedAt !== null && reopenedAt > assignedAt
  const fromScene = onTheSpot && !reopened && lastSceneAt !== null && lastSceneAt < assignedAt
  return {
    since: reopened ? reopenedAt : fromScene ? lastSceneAt : assignedAt,
    sinceReopened: reopened,
    sinceScene: fromScene,
  }
}
