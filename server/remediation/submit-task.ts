import type { Row } from '../../db/schema/tables.ts'
import { checkClearance } from '../clearance/check-clearance.ts'
import type { Actor } from '../domain/actor.ts'
import { attachPhotos } from '../hazards/attach-photos.ts'
import { codeIsKnown } from '../hazards/code-lists.ts'
import { type Asked, takeStep } from '../hazards/step-frame.ts'
import { Problem } from '../http/problem.ts'
import type { World } from '../world.ts'
import { changeTask, measuresOf, recordInstalled } from './store.ts'
import { taskOf } from './task-of.ts'
import type { SubmitTask } from './wire.ts'

/** Done, says the unit: after photos, and every planned measure with its quantity or struck with a reason. */
export const submitTask = (world: World, actor: Actor, asked: Asked<SubmitTask>) =>
  takeStep(world, actor, asked, { move: 'submit-task', kind: 'task-submitted' }, async (ground) => {
    const { photos, measures, remark, costYuan } = asked.body
    const { tx, county, hazard, now } = ground
    const task = taskOf(ground)
    if (photos.length === 0) throw new Problem('does-not-fit', { because: 'no-after-photo' })
    const planned = await measuresOf(tx, actor.county, task.id)
    mustAccountFor(planned, measures)
    if (!(await codeIsKnown(tx, actor.county, 'measure', ...measures.map(({ measure }) => measure))))
      throw new Problem('invalid', { fields: [{ pointer: '/measures', fault: 'unknown' }] })
    await attachPhotos(
      tx,
      { county, hazardId: hazard.id, taskId: task.id, role: 'after', takenBy: actor.id, carrier: actor, at: now },
      photos,
    )
    for (const [index, { measure, ...done }] of measures.entries())
      await recordInstalled(tx, task, measure, done, planned.length + index)
    await changeTask(tx, task, {
      state: 'submitted',
      startedAt: task.startedAt ?? now,
      submittedAt: now,
      submittedBy: actor.id,
      submitRemark: remark,
      costYuan,
      returnedBecause: null,
    })
    const { deviceAt } = asked.body
    const found = await checkClearance(ground, task, { by: actor.id, photoIds: photos.map(({ id }) => id), deviceAt })
    return {
      body: { remark, costYuan, measures, photos: photos.map(({ sha256 }) => sha256) },
      also: [{ kind: 'clearance-checked', body: { taskId: task.id, ...found } }],
    }
  })

const mustAccountFor = (planned: readonly Row<'taskMeasures'>[], given: SubmitTask['measures']): void => {
  const settled = new Set(
    given
      // either it is there in a quantity, or it was struck with a reason; both at once says neither
      .filter(({ installedQuantity, struckBecause }) => (installedQuantity === null) === ((struckBecause ?? '') !== ''))
      .map(({ measure }) => measure),
  )
  if (given.length !== settled.size || planned.some(({ measure }) => !settled.has(measure)))
    throw new Problem('does-not-fit', { because: 'measure-unaccounted' })
}
