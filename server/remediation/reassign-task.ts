import type { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import { deadlineClassOf, deadlineFrom } from '../hazards/deadlines.ts'
import { type Asked, takeStep } from '../hazards/step-frame.ts'
import { Problem } from '../http/problem.ts'
import type { World } from '../world.ts'
import { mustBeAnswerable } from './answerable.ts'
import { assignedAnew } from './assigned-anew.ts'
import { changeTask } from './store.ts'
import { taskOf } from './task-of.ts'
import type { ReassignTask } from './wire.ts'

/** Another unit or person takes the task over, with a fresh deadline by the county's rule; the first one is kept. */
export const reassignTask = (world: World, actor: Actor, asked: Asked<z.infer<typeof ReassignTask>>) =>
  takeStep(world, actor, asked, { move: 'reassign-task', kind: 'task-reassigned' }, async (ground) => {
    const { unitId, personId, because } = asked.body
    const { tx, county, hazard, now, today } = ground
    const task = taskOf(ground)
    await mustBeAnswerable(tx, actor.county, { unitId, personId }, '')
    if (asked.body.dueOn !== null && asked.body.dueOn < today)
      throw new Problem('invalid', { fields: [{ pointer: '/dueOn', fault: 'in-the-past' }] })
    const dueOn = asked.body.dueOn ?? (await deadlineFrom(tx, county, deadlineClassOf(hazard), now))
    await changeTask(tx, task, assignedAnew({ unitId, personId, dueOn }, now))
    return { body: { from: task.unitId, unitId, personId, dueOn, because } }
  })
