import type { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import { type Asked, takeStep } from '../hazards/step-frame.ts'
import { Problem } from '../http/problem.ts'
import type { World } from '../world.ts'
import { mayBeNamedSupervisor, putUnderSupervision } from './put-under-supervision.ts'
import type { Supervise } from './wire.ts'

/** Supervised handling (督办): a level, a person named, and progress owed every so many days until it is cleared. */
export const supervise = (world: World, actor: Actor, asked: Asked<z.infer<typeof Supervise>>) =>
  takeStep(world, actor, asked, { move: 'supervise', kind: 'supervised' }, async (ground) => {
    const { level, supervisorId, everyDays, because } = asked.body
    if (!(await mayBeNamedSupervisor(ground.tx, actor.county, supervisorId)))
      throw new Problem('invalid', { fields: [{ pointer: '/supervisorId', fault: 'cannot-supervise' }] })
    const rounds = everyDays ?? ground.county.settings.progressEveryDays
    return putUnderSupervision(world, actor, ground, { level, supervisorId, everyDays: rounds, because })
  })
