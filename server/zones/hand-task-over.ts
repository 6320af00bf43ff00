import type { Row } from '../../db/schema/tables.ts'
import type { Tx } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import type { Day, Instant } from '../domain/county-calendar.ts'
import { judge } from '../domain/hazard-workflow.ts'
import { earliestDeadline } from '../hazards/deadlines.ts'
import { factsOf, moveHazard, openCase, tasksOf } from '../hazards/store.ts'
import { Problem } from '../http/problem.ts'
import { note } from '../journal/note.ts'
import { tellOfStep } from '../messages/tell-of-step.ts'
import { assignedAnew } from '../remediation/assigned-anew.ts'
import { changeTask } from '../remediation/store.ts'

export interface Handing {
  readonly actor: Actor
  readonly county: Row<'counties'>
  readonly now: Instant
  readonly today: Day
  readonly newId: () => string
  readonly to: { readonly unitId: string; readonly personId: string }
  readonly because: string
}

/**
 * One task of a zone handed over, by the rule and with the traces of a re-assignment by hand. Its deadline stays what
 * it is: that a chief changes gives nobody more time.
 */
export const handTaskOver = async (
  tx: Tx,
  { actor, county, now, today, newId, to, because }: Handing,
  { hazardId, taskId }: { readonly hazardId: string; readonly taskId: string },
): Promise<void> => {
  const found = await openCase(tx, county.county, hazardId)
  const task = found?.tasks.find(({ id }) => id === taskId)
  if (!found || !task) throw new Problem('changed-meanwhile')
  const verdict = judge('reassign-task', factsOf(found, today), actor, taskId)
  if (!verdict.ok) throw new Problem(verdict.kind, { because: verdict.because, who: verdict.who })
  const { dueOn } = task
  await changeTask(tx, task, assignedAnew({ ...to, dueOn }, now))
  const tasks = await tasksOf(tx, county.county, hazardId)
  const change = { stage: verdict.next.stage, dueOn: earliestDeadline(tasks), changedAt: now }
  if (!(await moveHazard(tx, found.hazard, change))) throw new Problem('changed-meanwhile')
  const body = { from: task.unitId, ...to, dueOn, because }
  const kind = 'task-reassigned' as const
  await note(tx, {
    ...{ county: county.county, at: now, actorId: actor.id, kind, subjectId: hazardId },
    body: { taskId, ...body },
  })
  await tellOfStep(tx, {
    ...{ actor, at: now, county, newId, before: found.hazard, tasks },
    happenings: [{ kind, taskId, body, extensionAskedBy: task.extensionAskedBy }],
  })
}
