import type { Role } from '../../db/vocabulary.ts'
import type { Actor } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'

const keepers: readonly Role[] = ['administrator']

/** The county's own data is brought in by its administrator; 403 for everybody else. */
export const administratorOnly = (actor: Actor): void => {
  if (!keepers.includes(actor.role)) throw new Problem('not-yours', { because: 'another-role', who: keepers })
}
