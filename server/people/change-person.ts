import { inTransaction } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'
import { note } from '../journal/note.ts'
import type { World } from '../world.ts'
import { administratorsOnly } from './administrators-only.ts'
import { personOnWire } from './answers.ts'
import { changePersonRow, findPerson, otherAdministrators, type PersonRow } from './people-store.ts'
import { checkPersonFacts } from './person-facts.ts'
import { revokeSessionsOf } from './session-store.ts'
import type { PersonBody } from './wire.ts'

/** New facts about a person, decided on the version seen. Whoever is made inactive is signed out everywhere. */
export const changePerson = (
  world: World,
  actor: Actor,
  id: string,
  version: number,
  asked: PersonBody,
): Promise<PersonRow> => {
  administratorsOnly(actor)
  return inTransaction(world.db, async (tx) => {
    const { county } = world
    const person = await findPerson(tx, county, id)
    if (!person) throw new Problem('not-there')
    const changedMeanwhile = new Problem('changed-meanwhile', { present: personOnWire(person, true) })
    if (person.version !== version) throw changedMeanwhile
    const stays = asked.role === 'administrator' && asked.active
    if (person.role === 'administrator' && person.active && !stays && (await otherAdministrators(tx, county, id)) === 0)
      throw new Problem('invalid', { fields: [{ pointer: '/role', fault: 'last-administrator' }] })
    await checkPersonFacts(tx, county, { id, ...asked })
    const changed = await changePersonRow(tx, person, asked)
    if (!changed) throw changedMeanwhile

    const at = world.now()
    const sessionsEnded = asked.active ? 0 : await revokeSessionsOf(tx, { county, personId: id, exceptId: null }, at)
    const { account, name, role, unitId, active } = asked
    await note(tx, {
      ...{ county, at, actorId: actor.id, kind: 'person-changed', subjectId: id },
      body: { account, name, role, unitId, active, sessionsEnded },
    })
    return changed
  })
}
