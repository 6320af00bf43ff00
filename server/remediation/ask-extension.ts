import type { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import { type Asked, takeStep } from '../hazards/step-frame.ts'
import { Problem } from '../http/problem.ts'
import type { World } from '../world.ts'
import { addExtension } from './extension-store.ts'
import { changeTask } from './store.ts'
import { taskOf } from './task-of.ts'
import type { AskExtension } from './wire.ts'

/** More time, asked for before the deadline passes. The deadline stands until somebody else has granted it. */
export const askExtension = (world: World, actor: Actor, asked: Asked<z.infer<typeof AskExtension>>) =>
  takeStep(world, actor, asked, { move: 'ask-extension', kind: 'extension-asked' }, async (ground) => {
    const { dueOn, because } = asked.body
    const { tx, hazard, now } = ground
    const task = taskOf(ground)
    if (dueOn <= task.dueOn) throw new Problem('does-not-fit', { because: 'not-later' })
    await addExtension(tx, {
      ...{ county: actor.county, id: world.newId(), taskId: task.id, hazardId: hazard.id, because },
      ...{ fromDueOn: task.dueOn, askedDueOn: dueOn, askedAt: now, askedBy: actor.id },
    })
    await changeTask(tx, task, { extensionAskedBy: actor.id })
    return { body: { from: task.dueOn, dueOn, because } }
  })
