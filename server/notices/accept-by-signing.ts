import type { Tx } from '../../db/unit-of-work.ts'
import { type Actor, inScope, scopeOf } from '../domain/actor.ts'
import type { Day, Instant } from '../domain/county-calendar.ts'
import { judge } from '../domain/hazard-workflow.ts'
import { factsOf, moveHazard, openCase, whereaboutsOf } from '../hazards/store.ts'
import { note } from '../journal/note.ts'
import { taskAccepted } from '../remediation/task-accepted.ts'

interface Signing {
  readonly noticeId: string
  readonly documentNumber: string
  readonly at: Instant
  readonly today: Day
}

/**
 * The signature under a rectification notice is the acceptance of the unit's tasks on that hazard. A step that does not
 * fit any more, or a hazard that somebody changes at this very moment, is passed over: the receipt stands all the same.
 */
export const acceptBySigning = async (tx: Tx, actor: Actor, hazardId: string, signing: Signing): Promise<string[]> => {
  const found = await openCase(tx, actor.county, hazardId)
  if (!found || !inScope(scopeOf(actor), whereaboutsOf(found))) return []
  const facts = factsOf(found, signing.today)
  const fitting = found.tasks.filter(
    (task) => task.unitId === actor.unitId && judge('accept-task', facts, actor, task.id).ok,
  )
  if (fitting.length === 0 || !(await moveHazard(tx, found.hazard, { changedAt: signing.at }))) return []
  for (const task of fitting) {
    await taskAccepted(tx, actor, task, signing.at)
    await note(tx, {
      ...{ county: actor.county, at: signing.at, actorId: actor.id, kind: 'task-accepted', subjectId: hazardId },
      body: { taskId: task.id, noticeId: signing.noticeId, number: signing.documentNumber },
    })
  }
  return fitting.map(({ id }) => id)
}
