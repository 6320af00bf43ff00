import type { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import { dayOf, daysBetween } from '../domain/county-calendar.ts'
import { startsSupervised } from '../domain/hazard-workflow.ts'
import { isRelapse } from '../domain/relapse.ts'
import { attachPhotos } from '../hazards/attach-photos.ts'
import { deadlineClassOf, deadlineFrom } from '../hazards/deadlines.ts'
import { type Asked, takeStep } from '../hazards/step-frame.ts'
import { superviseFromTheStart } from '../remediation/put-under-supervision.ts'
import { changeTask } from '../remediation/store.ts'
import type { World } from '../world.ts'
import { keepVisit } from './keep-visit.ts'
import { dropOwedRevisits } from './store.ts'
import type { FailRevisit } from './wire.ts'

/** Looked again, and it is back: the same hazard under its same number, every task returned with a new deadline. */
export const failRevisit = (world: World, actor: Actor, asked: Asked<z.infer<typeof FailRevisit>>) =>
  takeStep(world, actor, asked, { move: 'fail-revisit', kind: 'revisit-failed' }, async (ground) => {
    const { tx, county, hazard, tasks, now, today } = ground
    const { photos, because } = asked.body
    await attachPhotos(
      tx,
      { county, hazardId: hazard.id, taskId: null, role: 'revisit', takenBy: actor.id, carrier: actor, at: now },
      photos,
    )
    await keepVisit(world, actor, ground, { outcome: 'failed', doneAt: now, doneBy: actor.id, remark: because })
    await dropOwedRevisits(tx, actor.county, hazard.id, now)
    const dueOn = await deadlineFrom(tx, county, deadlineClassOf(hazard), now)
    for (const task of tasks)
      await changeTask(tx, task, {
        state: 'returned',
        returnedBecause: because,
        dueOn,
        extensionAskedBy: null,
        verifiedAt: null,
        verifiedBy: null,
        verifiedByUnitId: null,
      })
    const supervision = startsSupervised('fail-revisit', hazard.severity)
      ? await superviseFromTheStart(
          world,
          actor,
          ground,
          tasks.map(({ personId }) => personId),
        )
      : null
    const clearedOn = hazard.clearedAt === null ? null : dayOf(hazard.clearedAt, county.timeZone)
    const relapsed = clearedOn !== null && isRelapse(clearedOn, today, county.settings)
    return {
      change: {
        ...supervision?.change,
        ...(relapsed && { relapsedAt: now }),
        clearedAt: null,
        clearedBy: null,
        watchUntilOn: null,
        timesReopened: hazard.timesReopened + 1,
        lastReopenedAt: now,
      },
      body: { because, dueOn, photos: photos.map(({ sha256 }) => sha256) },
      also: [
        ...(relapsed ? [{ kind: 'relapse-linked' as const, body: { days: daysBetween(clearedOn, today) } }] : []),
        ...(supervision ? [{ kind: 'supervised' as const, body: supervision.body }] : []),
      ],
    }
  })
