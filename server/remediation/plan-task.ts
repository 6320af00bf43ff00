import type { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import { type Asked, takeStep } from '../hazards/step-frame.ts'
import { Problem } from '../http/problem.ts'
import type { World } from '../world.ts'
import { changeTask } from './store.ts'
import { taskOf } from './task-of.ts'
import type { PlanTask } from './wire.ts'

/** No money this year: into a named year's plan. Counted apart and never as cleared. */
export const planTask = (world: World, actor: Actor, asked: Asked<z.infer<typeof PlanTask>>) =>
  takeStep(world, actor, asked, { move: 'plan-task', kind: 'task-planned' }, async (ground) => {
    const { year, because } = asked.body
    if (year < Number(ground.today.slice(0, 4)))
      throw new Problem('invalid', { fields: [{ pointer: '/year', fault: 'in-the-past' }] })
    await changeTask(ground.tx, taskOf(ground), { state: 'planned', plannedYear: year, plannedBecause: because })
    return { body: { year, because } }
  })
