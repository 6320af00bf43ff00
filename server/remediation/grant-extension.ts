import type { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import { type Asked, takeStep } from '../hazards/step-frame.ts'
import { Problem } from '../http/problem.ts'
import type { World } from '../world.ts'
import { decideExtension } from './extension-store.ts'
import { changeTask } from './store.ts'
import { taskOf } from './task-of.ts'
import type { GrantExtension } from './wire.ts'

/** The deadline in force moves to the day granted, perhaps an earlier one than asked for; the first one is kept. */
export const grantExtension = (world: World, actor: Actor, asked: Asked<z.infer<typeof GrantExtension>>) =>
  takeStep(world, actor, asked, { move: 'grant-extension', kind: 'extension-granted' }, async (ground) => {
    const { dueOn, because } = asked.body
    const { tx, now, today } = ground
    const task = taskOf(ground)
    if (dueOn <= task.dueOn) throw new Problem('does-not-fit', { because: 'not-later' })
    if (dueOn < today) throw new Problem('invalid', { fields: [{ pointer: '/dueOn', fault: 'in-the-past' }] })
    await decideExtension(tx, task, {
      ...{ outcome: 'granted', grantedDueOn: dueOn },
      ...{ decidedAt: now, decidedBy: actor.id, decidedBecause: because },
    })
    await changeTask(tx, task, { dueOn, extensionAskedBy: null })
    return { body: { from: task.dueOn, dueOn, because } }
  })
