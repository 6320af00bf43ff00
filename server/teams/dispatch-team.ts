import type { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import { type Asked, takeStep } from '../hazards/step-frame.ts'
import type { DispatchTeam } from '../hazards/wire.ts'
import { Problem } from '../http/problem.ts'
import type { World } from '../world.ts'
import { isSquad } from './store.ts'

/** Who goes and looks: a squad sends itself, the county sends any squad. */
export const dispatchTeam = (world: World, actor: Actor, asked: Asked<z.infer<typeof DispatchTeam>>) =>
  takeStep(world, actor, asked, { move: 'dispatch-team', kind: 'team-dispatched' }, async ({ tx, now }) => {
    const { unitId } = asked.body
    if (actor.role === 'squad' && unitId !== actor.unitId)
      throw new Problem('not-yours', { because: 'another-team', who: ['county-reviewer'] })
    if (!(await isSquad(tx, actor.county, unitId)))
      throw new Problem('invalid', { fields: [{ pointer: '/unitId', fault: 'not-a-squad' }] })
    return { change: { teamUnitId: unitId, dispatchedAt: now }, body: { unitId } }
  })
