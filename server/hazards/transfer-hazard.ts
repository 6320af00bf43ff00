import type { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'
import { unitWithPerson } from '../remediation/store.ts'
import { isSquad } from '../teams/store.ts'
import type { World } from '../world.ts'
import { type Asked, type Ground, takeStep } from './step-frame.ts'
import { addTransfer } from './transfer-store.ts'
import type { TransferHazard } from './wire.ts'

/** Proposed to a unit, or to another county: it stays where it is until the other side has accepted. */
export const transferHazard = (world: World, actor: Actor, asked: Asked<z.infer<typeof TransferHazard>>) =>
  takeStep(world, actor, asked, { move: 'transfer-hazard', kind: 'transfer-proposed' }, async (ground) => {
    const { toUnitId, toCounty, because } = asked.body
    const { tx, hazard, now } = ground
    if (toUnitId !== null) await mustBeAbleToReceive(ground, toUnitId)
    await addTransfer(tx, {
      ...{ county: actor.county, id: world.newId(), hazardId: hazard.id, toUnitId, toCounty, because },
      ...{ askedAt: now, askedBy: actor.id },
    })
    return {
      change: { transferToUnitId: toUnitId, transferToCounty: toCounty },
      body: { toUnitId, toCounty, because },
    }
  })

/** Before it is registered there are no tasks to hand over, only the team that goes and looks. */
const mustBeAbleToReceive = async ({ tx, hazard, county }: Ground, toUnitId: string): Promise<void> => {
  const { unit } = await unitWithPerson(tx, county.county, toUnitId, null)
  const fault = (word: string) => new Problem('invalid', { fields: [{ pointer: '/toUnitId', fault: word }] })
  if (!unit) throw fault('unknown')
  const squad = await isSquad(tx, county.county, toUnitId)
  if (!squad && hazard.stage !== 'register') throw new Problem('does-not-fit', { because: 'transfer-needs-squad' })
  if (squad && hazard.teamUnitId === toUnitId) throw fault('the-team-itself')
}
