import type { Role } from '../../db/vocabulary.ts'
import type { Actor } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'

/** A door that opens to these roles; not-yours, naming them, for everybody else. */
export const onlyRoles =
  (...roles: readonly Role[]) =>
  (actor: Actor): void => {
    if (!roles.includes(actor.role)) throw new Problem('not-yours', { because: 'another-role', who: roles })
  }
