import { inTransaction } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'
import { note } from '../journal/note.ts'
import type { World } from '../world.ts'
import { administratorsOnly } from './administrators-only.ts'
import { changeUnitRow, findUnit, findUnitNamed, insertUnit, type Unit } from './unit-store.ts'
import type { UnitBody } from './wire.ts'

const isSame = (unit: Unit, asked: Unit): boolean =>
  unit.name === asked.name &&
  unit.kind === asked.kind &&
  unit.phone === asked.phone &&
  unit.areaCodes.join() === asked.areaCodes.join()

/** Adds a unit; under an id that is there, what is now said of it replaces what was. Its area is a list of division codes within the county. */
export const addUnit = (world: World, actor: Actor, id: string, body: UnitBody): Promise<Unit> => {
  administratorsOnly(actor)
  const { county } = world
  const asked: Unit = { county, id, ...body, areaCodes: [...new Set(body.areaCodes)].sort() }
  if (asked.areaCodes.some((code) => !code.startsWith(county)))
    throw new Problem('invalid', { fields: [{ pointer: '/areaCodes', fault: 'outside-the-county' }] })

  return inTransaction(world.db, async (tx) => {
    const before = await findUnit(tx, county, id)
    if (before && isSame(before, asked)) return before
    const namesake = await findUnitNamed(tx, county, asked.name)
    if (namesake && namesake.id !== id) throw new Problem('invalid', { fields: [{ pointer: '/name', fault: 'taken' }] })
    const { areaCodes, ...row } = asked
    if (before) await changeUnitRow(tx, row, areaCodes)
    else await insertUnit(tx, row, areaCodes)
    await note(tx, {
      ...{ county, at: world.now(), actorId: actor.id, kind: before ? 'unit-changed' : 'unit-added', subjectId: id },
      body: { name: asked.name, kind: asked.kind, areaCodes },
    })
    return asked
  })
}
