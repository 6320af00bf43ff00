import { inTransaction } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import { judgePosition } from '../domain/datum.ts'
import { type LngLat, wholeEarth } from '../domain/distance.ts'
import { placeCellOf } from '../domain/morton.ts'
import { findCounty } from '../hazards/store.ts'
import { Problem } from '../http/problem.ts'
import { hashOfContent, rememberAct, wasDoneBefore } from '../journal/act-once.ts'
import { note } from '../journal/note.ts'
import type { World } from '../world.ts'
import { placeIndexOf } from '../zones/place-index.ts'
import { junctionKeepersOnly } from './junction-gates.ts'
import { findJunction, insertJunctions, type JunctionRow } from './store.ts'
import { wholeOf } from './whole-of.ts'
import type { EnterJunction, JunctionWhole } from './wire.ts'

/** Enters a junction that no finding knows, under an id of its author's; sent again it is answered again. */
export const enterJunction = async (
  world: World,
  actor: Actor,
  id: string,
  body: EnterJunction,
): Promise<JunctionWhole> => {
  junctionKeepersOnly(actor)
  const { county } = actor
  const { name, arms, longitude, latitude, deviceAt } = body
  const lngLat: LngLat = [longitude, latitude]
  const contentHash = hashOfContent({ move: 'enter-junction', id, name, arms, longitude, latitude })
  const { bounds } = await findCounty(world.db, county)
  const verdict = judgePosition(lngLat, bounds ?? wholeEarth)
  if (!verdict.ok)
    throw new Problem('impossible-position', { fields: [{ pointer: '/longitude', fault: verdict.because }] })
  const { placeCode, townshipCode, routeCode, roadClass } = (await placeIndexOf(world)).locate(lngLat)
  const entered = await inTransaction(world.db, async (tx): Promise<JunctionRow> => {
    const done = await wasDoneBefore(tx, actor, id, contentHash)
    const before = await findJunction(tx, county, id)
    if (before && done) return before
    if (before) throw new Problem('other-content')
    const at = world.now()
    const row: JunctionRow = {
      ...{ county, id, name, arms, longitude, latitude, placeCode, townshipCode, placeCell: placeCellOf(lngLat) },
      ...{ routeCodes: routeCode === null ? [] : [routeCode], roadClasses: roadClass === null ? [] : [roadClass] },
      ...{ roadClass, source: 'entered', active: true, retiredBecause: null, retiredByHand: false },
      ...{ lastInspectedAt: null, version: 1, madeAt: at, changedAt: at },
    }
    await insertJunctions(tx, [row])
    await note(tx, {
      ...{ county, at, actorId: actor.id, kind: 'junction-entered', subjectId: id },
      body: { name, arms, longitude, latitude, ...(deviceAt !== null && { deviceAt }) },
    })
    await rememberAct(tx, actor, { id, contentHash, subjectId: id, at })
    return row
  })
  return wholeOf(world, actor, entered)
}
