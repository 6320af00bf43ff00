import type { Role } from '../../db/vocabulary.ts'
import type { Actor } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'

const keepers: readonly Role[] = ['administrator', 'county-reviewer']

/** What leaves the house is decided by those who answer for it. */
export const hookKeepersOnly = (actor: Actor): void => {
  if (!keepers.includes(actor.role)) throw new Problem('not-yours', { because: 'another-role', who: keepers })
}
