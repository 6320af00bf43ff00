import type { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import { addDays } from '../domain/county-calendar.ts'
import { answered } from '../hazards/answer-transfer.ts'
import { type Asked, takeStep } from '../hazards/step-frame.ts'
import { endIt } from '../remediation/put-under-supervision.ts'
import { changeTask } from '../remediation/store.ts'
import { taskOf } from '../remediation/task-of.ts'
import type { World } from '../world.ts'
import { addRevisits } from './store.ts'
import type { VerifyTask } from './wire.ts'

/** Really gone, says somebody else. The last task verified clears the hazard: blue watch, and revisits fall due. */
export const verifyTask = (world: World, actor: Actor, asked: Asked<z.infer<typeof VerifyTask>>) =>
  takeStep(world, actor, asked, { move: 'verify-task', kind: 'task-verified' }, async (ground) => {
    const { tx, county, hazard, next, now, today } = ground
    await changeTask(tx, taskOf(ground), {
      state: 'verified',
      verifiedAt: now,
      verifiedBy: actor.id,
      verifiedByUnitId: actor.unitId,
      extensionAskedBy: null,
    })
    const body = { remark: asked.body.remark }
    if (next.stage !== 'cleared') return { body }

    const watchUntilOn = addDays(today, county.settings.watchDays)
    await addRevisits(
      tx,
      county.settings.revisitAfterDays.map((days) => ({
        county: county.county,
        id: world.newId(),
        hazardId: hazard.id,
        dueOn: addDays(today, days),
      })),
    )
    return {
      body,
      change: {
        ...{ clearedAt: now, clearedBy: actor.id, watchUntilOn },
        // nobody owes progress on what is gone, and nobody is asked to take it over
        ...(await endIt(actor, ground, '')),
        ...answered,
      },
      also: [{ kind: 'hazard-cleared', body: { watchUntilOn } }],
    }
  })
