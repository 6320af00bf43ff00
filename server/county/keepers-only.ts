import type { Role } from '../../db/vocabulary.ts'
import type { Actor } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'

const keepers: readonly Role[] = ['administrator', 'county-reviewer']

/** The county's own rules are kept by the administrator and the county's reviewers. */
export const keepersOnly = (actor: Actor): void => {
  if (!keepers.includes(actor.role)) throw new Problem('not-yours', { because: 'another-role', who: keepers })
}
