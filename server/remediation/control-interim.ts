import type { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import { attachPhotos } from '../hazards/attach-photos.ts'
import { type Asked, takeStep } from '../hazards/step-frame.ts'
import { Problem } from '../http/problem.ts'
import type { World } from '../world.ts'
import { changeTask } from './store.ts'
import { taskOf } from './task-of.ts'
import type { ControlInterim } from './wire.ts'

/** Cones, a sign, somebody on duty: a flag beside the task's state, with its own photo. The deadline does not move. */
export const controlInterim = (world: World, actor: Actor, asked: Asked<z.infer<typeof ControlInterim>>) =>
  takeStep(world, actor, asked, { move: 'control-interim', kind: 'interim-controlled' }, async (ground) => {
    const { photos, remark } = asked.body
    const { tx, county, hazard, now } = ground
    const task = taskOf(ground)
    if (photos.length === 0) throw new Problem('does-not-fit', { because: 'no-interim-photo' })
    await attachPhotos(
      tx,
      { county, hazardId: hazard.id, taskId: task.id, role: 'interim', takenBy: actor.id, carrier: actor, at: now },
      photos,
    )
    await changeTask(tx, task, { interimAt: now, interimRemark: remark })
    return { body: { remark, photos: photos.map(({ sha256 }) => sha256) } }
  })
