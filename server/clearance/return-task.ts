import type { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import { type Asked, takeStep } from '../hazards/step-frame.ts'
import { changeTask } from '../remediation/store.ts'
import { taskOf } from '../remediation/task-of.ts'
import type { World } from '../world.ts'
import type { ReturnTask } from './wire.ts'

/** Not yet gone, and why. The deadline does not move by itself. */
export const returnTask = (world: World, actor: Actor, asked: Asked<z.infer<typeof ReturnTask>>) =>
  takeStep(world, actor, asked, { move: 'return-task', kind: 'task-returned' }, async (ground) => {
    const task = taskOf(ground)
    const { because } = asked.body
    await changeTask(ground.tx, task, {
      state: 'returned',
      returnedBecause: because,
      timesReturned: task.timesReturned + 1,
    })
    return { body: { because } }
  })
