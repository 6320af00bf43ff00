import type { Actor } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'

/** People and units are kept by administrators alone. */
export const administratorsOnly = (actor: Actor): void => {
  if (actor.role !== 'administrator')
    throw new Problem('not-yours', { because: 'another-role', who: ['administrator'] })
}
