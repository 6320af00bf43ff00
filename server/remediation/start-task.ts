import type { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import { type Asked, takeStep } from '../hazards/step-frame.ts'
import type { World } from '../world.ts'
import { changeTask } from './store.ts'
import { taskOf } from './task-of.ts'
import type { StartTask } from './wire.ts'

/** Work has begun on the spot. */
export const startTask = (world: World, actor: Actor, asked: Asked<z.infer<typeof StartTask>>) =>
  takeStep(world, actor, asked, { move: 'start-task', kind: 'task-started' }, async (ground) => {
    const task = taskOf(ground)
    await changeTask(ground.tx, task, { state: 'under-way', startedAt: task.startedAt ?? ground.now })
    return {}
  })
