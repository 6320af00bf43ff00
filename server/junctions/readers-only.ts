import type { Role } from '../../db/vocabulary.ts'
import type { Actor } from '../domain/actor.ts'
import { junctionInspectors, junctionKeepers, junctionReaders } from '../domain/junction-doors.ts'
import { Problem } from '../http/problem.ts'

const only =
  (roles: readonly Role[]) =>
  (actor: Actor): void => {
    if (!roles.includes(actor.role)) throw new Problem('not-yours', { because: 'another-role', who: roles })
  }

export const junctionReadersOnly = only(junctionReaders)
export const junctionKeepersOnly = only(junctionKeepers)
export const junctionInspectorsOnly = only(junctionInspectors)
