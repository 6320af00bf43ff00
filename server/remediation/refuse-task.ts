import type { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import { type Asked, takeStep } from '../hazards/step-frame.ts'
import { Problem } from '../http/problem.ts'
import type { World } from '../world.ts'
import { changeTask, unitWithPerson } from './store.ts'
import { taskOf } from './task-of.ts'
import type { RefuseTask } from './wire.ts'

/** Not mine, and whose it is. The refuser's clock stops; the county re-assigns in one step. */
export const refuseTask = (world: World, actor: Actor, asked: Asked<z.infer<typeof RefuseTask>>) =>
  takeStep(world, actor, asked, { move: 'refuse-task', kind: 'task-refused' }, async (ground) => {
    const { because, ownerUnitId } = asked.body
    const task = taskOf(ground)
    const owner = await unitWithPerson(ground.tx, actor.county, ownerUnitId, null)
    if (!owner.unit) throw new Problem('invalid', { fields: [{ pointer: '/ownerUnitId', fault: 'unknown' }] })
    if (ownerUnitId === task.unitId)
      throw new Problem('invalid', { fields: [{ pointer: '/ownerUnitId', fault: 'the-refuser-itself' }] })
    await changeTask(ground.tx, task, { state: 'refused', refusedBecause: because, refusedOwnerUnitId: ownerUnitId })
    return { body: { because, ownerUnitId } }
  })
