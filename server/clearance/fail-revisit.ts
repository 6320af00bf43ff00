import type { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import { attachPhotos } from '../hazards/attach-photos.ts'
import { deadlineFrom } from '../hazards/deadlines.ts'
import { type Asked, takeStep } from '../hazards/step-frame.ts'
import { changeTask } from '../remediation/store.ts'
import type { World } from '../world.ts'
import { addRevisits, dropOwedRevisits, owedRevisit, settleRevisit } from './store.ts'
import type { FailRevisit } from './wire.ts'

/** Looked again, and it is back: the same hazard under its same number, every task returned with a new deadline. */
export const failRevisit = (world: World, actor: Actor, asked: Asked<z.infer<typeof FailRevisit>>) =>
  takeStep(world, actor, asked, { move: 'fail-revisit', kind: 'revisit-failed' }, async (ground) => {
    const { tx, county, hazard, tasks, now, today } = ground
    const { photos, because } = asked.body
    await attachPhotos(
      tx,
      { county, hazardId: hazard.id, taskId: null, role: 'revisit', takenBy: actor.id, at: now },
      photos,
    )
    const done = { outcome: 'failed' as const, doneAt: now, doneBy: actor.id, remark: because }
    const owed = await owedRevisit(tx, actor.county, hazard.id)
    if (owed) await settleRevisit(tx, owed, done)
    else
      await addRevisits(tx, [{ county: actor.county, id: world.newId(), hazardId: hazard.id, dueOn: today, ...done }])
    await dropOwedRevisits(tx, actor.county, hazard.id, now)
    const dueOn = await deadlineFrom(tx, county, hazard.severity ?? 'minor', now)
    for (const task of tasks)
      await changeTask(tx, task, {
        state: 'returned',
        returnedBecause: because,
        dueOn,
        verifiedAt: null,
        verifiedBy: null,
        verifiedByUnitId: null,
      })
    return {
      change: {
        clearedAt: null,
        clearedBy: null,
        watchUntilOn: null,
        timesReopened: hazard.timesReopened + 1,
        lastReopenedAt: now,
      },
      body: { because, dueOn, photos: photos.map(({ sha256 }) => sha256) },
    }
  })
