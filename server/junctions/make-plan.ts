import { inTransaction, type Tx } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'
import { hashOfContent, rememberAct, wasDoneBefore } from '../journal/act-once.ts'
import { note } from '../journal/note.ts'
import { findUnit } from '../people/unit-store.ts'
import type { World } from '../world.ts'
import { junctionKeepersOnly } from './junction-gates.ts'
import { addPlan, findPlan, routesAmong } from './plan-store.ts'
import { plansOnWire } from './plan-view.ts'
import { divisionNames, type PlanRow } from './store.ts'
import type { MakePlan, Plan } from './wire.ts'

const wrong = (pointer: string, fault: string) => new Problem('invalid', { fields: [{ pointer, fault }] })

/** Plans which junctions a squad looks at, and within which days, under an id of its author's. */
export const makePlan = async (world: World, actor: Actor, id: string, body: MakePlan): Promise<Plan> => {
  junctionKeepersOnly(actor)
  const { county } = actor
  const contentHash = hashOfContent({ move: 'make-plan', id, ...body })
  const row = await inTransaction(world.db, async (tx): Promise<PlanRow> => {
    const done = await wasDoneBefore(tx, actor, id, contentHash)
    const before = await findPlan(tx, county, id)
    if (before && done) return before
    if (before) throw new Problem('other-content')
    await mustMakeSense(tx, county, body)
    const at = world.now()
    const made = { ...body, county, id, madeBy: actor.id, madeAt: at, endedAt: null, endedBecause: null }
    await addPlan(tx, made)
    await note(tx, {
      ...{ county, at, actorId: actor.id, kind: 'patrol-plan-made', subjectId: id },
      body: { ...body },
    })
    await rememberAct(tx, actor, { id, contentHash, subjectId: id, at })
    return made
  })
  const [plan] = await plansOnWire(world.db, county, [row])
  if (!plan) throw new Error('a plan on its way was lost')
  return plan
}

const mustMakeSense = async (tx: Tx, county: string, body: MakePlan): Promise<void> => {
  const { fromOn, untilOn, unitId, routeCodes, townshipCodes } = body
  if (untilOn < fromOn) throw wrong('/untilOn', 'before-its-beginning')
  if (routeCodes.length + townshipCodes.length === 0) throw wrong('/routeCodes', 'required')
  const unit = await findUnit(tx, county, unitId)
  if (!unit) throw wrong('/unitId', 'unknown')
  if (unit.kind !== 'squad') throw wrong('/unitId', 'not-a-squad')
  const known = await routesAmong(tx, county, routeCodes)
  if (routeCodes.some((code) => !known.has(code))) throw wrong('/routeCodes', 'unknown')
  const names = await divisionNames(tx, county)
  if (townshipCodes.some((code) => code.length !== 9 || !names.has(code))) throw wrong('/townshipCodes', 'unknown')
}
