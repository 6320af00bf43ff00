import type { Role } from '../../db/vocabulary.ts'
import type { Actor } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'
import { findPerson } from '../people/people-store.ts'
import { actorOf } from '../people/who-is-asking.ts'
import type { World } from '../world.ts'

/** Who finds hazards; a leader reads, an administrator keeps the settings. */
export const reporters: readonly Role[] = ['squad', 'road-chief', 'department', 'county-reviewer', 'light-reporter']

const mustReport = ({ role }: Actor): void => {
  if (!reporters.includes(role)) throw new Problem('not-yours', { because: 'another-role', who: reporters })
}

/**
 * Whose report it is: the sender's own, or that of somebody whose phone could not send it. The county and colleagues of
 * the same unit and role may carry one in: a reporter does not become a squad by carrying. Throws not-yours for others, not-there for an author who is not (or no longer) here.
 */
export const authorOf = async (world: World, carrier: Actor, onBehalfOf: string | null): Promise<Actor> => {
  mustReport(carrier)
  if (onBehalfOf === null || onBehalfOf === carrier.id) return carrier
  const person = await findPerson(world.db, carrier.county, onBehalfOf)
  const colleague =
    person !== null && person.unitId !== null && person.unitId === carrier.unitId && person.role === carrier.role
  if (carrier.role !== 'county-reviewer' && !colleague)
    throw new Problem('not-yours', { because: 'another-unit', who: ['county-reviewer'] })
  if (!person?.active) throw new Problem('not-there')
  const author = await actorOf(world.db, person, world.now())
  mustReport(author)
  return author
}
