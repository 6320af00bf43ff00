import type { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import { type Asked, takeStep } from '../hazards/step-frame.ts'
import type { World } from '../world.ts'
import { taskAccepted } from './task-accepted.ts'
import { taskOf } from './task-of.ts'
import type { AcceptTask } from './wire.ts'

/** Mine: whoever accepts for the unit becomes the person answerable, where none was named. */
export const acceptTask = (world: World, actor: Actor, asked: Asked<z.infer<typeof AcceptTask>>) =>
  takeStep(world, actor, asked, { move: 'accept-task', kind: 'task-accepted' }, async (ground) => {
    await taskAccepted(ground.tx, actor, taskOf(ground), ground.now)
    return {}
  })
