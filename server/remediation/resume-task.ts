import type { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import { deadlineClassOf, deadlineFrom } from '../hazards/deadlines.ts'
import { type Asked, takeStep } from '../hazards/step-frame.ts'
import type { World } from '../world.ts'
import { changeTask } from './store.ts'
import { taskOf } from './task-of.ts'
import type { ResumeTask } from './wire.ts'

/** The money is there: out of the plan and assigned again, with a deadline that starts to run now. */
export const resumeTask = (world: World, actor: Actor, asked: Asked<z.infer<typeof ResumeTask>>) =>
  takeStep(world, actor, asked, { move: 'resume-task', kind: 'task-resumed' }, async (ground) => {
    const { tx, county, hazard, now } = ground
    const dueOn = await deadlineFrom(tx, county, deadlineClassOf(hazard), now)
    await changeTask(tx, taskOf(ground), {
      state: 'assigned',
      dueOn,
      assignedAt: now,
      acceptedAt: null,
      startedAt: null,
      plannedYear: null,
      plannedBecause: null,
      extensionAskedBy: null,
    })
    return { body: { dueOn } }
  })
