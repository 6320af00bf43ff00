import { takeTurn } from '../../db/take-turn.ts'
import { inTransaction } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import { dayOf, endOfDay, startOfDay } from '../domain/county-calendar.ts'
import { findCounty } from '../hazards/store.ts'
import { Problem } from '../http/problem.ts'
import { note } from '../journal/note.ts'
import type { World } from '../world.ts'
import { hazardsAt } from './hazards-at.ts'
import { junctionInspectorsOnly } from './junction-gates.ts'
import { addInspection, findInspection, findJunction, type InspectionRow, type JunctionRow } from './store.ts'
import { wholeOf } from './whole-of.ts'
import type { InspectJunction, JunctionWhole } from './wire.ts'

/**
 * Notes that somebody looked at a junction and what they found, under an id of their phone's; sent again it is answered
 * again. Hazards captured there that day are linked; those that come up later are found by the same rule.
 */
export const inspectJunction = async (
  world: World,
  actor: Actor,
  { id, inspectionId, body }: { id: string; inspectionId: string; body: InspectJunction },
): Promise<JunctionWhole> => {
  junctionInspectorsOnly(actor)
  const { county } = actor
  const { timeZone } = await findCounty(world.db, county)
  const inspected = await inTransaction(world.db, async (tx): Promise<JunctionRow> => {
    await takeTurn(tx, `${county} ${inspectionId}`)
    const row = await findJunction(tx, county, id)
    if (!row) throw new Problem('not-there')
    const before = await findInspection(tx, county, inspectionId)
    if (before) {
      if (!isSame(before, actor, id, body)) throw new Problem('other-content')
      return row
    }
    if (!row.active) throw new Problem('does-not-fit', { because: 'junction-retired' })
    const at = world.now()
    const inspectedAt = body.inspectedAt < at ? body.inspectedAt : at
    const inspectedOn = dayOf(inspectedAt, timeZone)
    const day = { from: startOfDay(inspectedOn, timeZone), until: endOfDay(inspectedOn, timeZone) }
    const { outcome, note: remark } = body
    const there =
      outcome === 'nothing-found' ? [] : await hazardsAt(tx, county, { all: true }, [row.longitude, row.latitude], day)
    const hazardIds = there.map((one) => one.row.id)
    await addInspection(tx, {
      ...{ county, id: inspectionId, junctionId: id, inspectedBy: actor.id, unitId: actor.unitId },
      ...{ inspectedAt, inspectedOn, outcome, hazardIds, note: remark, receivedAt: at },
    })
    await note(tx, {
      ...{ county, at, actorId: actor.id, kind: 'junction-inspected', subjectId: id },
      body: { inspectionId, outcome, inspectedAt, hazardIds, note: remark },
    })
    return (await findJunction(tx, county, id)) ?? row
  })
  return wholeOf(world, actor, inspected)
}

/** What lay in the future was put right on receipt, so the instant need not be the one that was sent. */
const isSame = (row: InspectionRow, actor: Actor, junctionId: string, body: InspectJunction): boolean =>
  row.junctionId === junctionId &&
  row.inspectedBy === actor.id &&
  row.outcome === body.outcome &&
  row.note === body.note &&
  row.inspectedAt <= body.inspectedAt
