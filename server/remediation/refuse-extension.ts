import type { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import { type Asked, takeStep } from '../hazards/step-frame.ts'
import type { World } from '../world.ts'
import { decideExtension } from './extension-store.ts'
import { changeTask } from './store.ts'
import { taskOf } from './task-of.ts'
import type { RefuseExtension } from './wire.ts'

/** No more time, and why: the deadline stands. */
export const refuseExtension = (world: World, actor: Actor, asked: Asked<z.infer<typeof RefuseExtension>>) =>
  takeStep(world, actor, asked, { move: 'refuse-extension', kind: 'extension-refused' }, async (ground) => {
    const { because } = asked.body
    const { tx, now } = ground
    const task = taskOf(ground)
    const decided = { decidedAt: now, decidedBy: actor.id, decidedBecause: because }
    await decideExtension(tx, task, { outcome: 'refused', ...decided })
    await changeTask(tx, task, { extensionAskedBy: null })
    return { body: { because, dueOn: task.dueOn } }
  })
