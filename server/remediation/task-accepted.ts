import type { Tx } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import type { Instant } from '../domain/county-calendar.ts'
import type { TaskRow } from '../hazards/store.ts'
import { changeTask } from './store.ts'

/** What accepting does to the task itself; whoever accepts for the unit answers for it, where nobody was named. */
export const taskAccepted = async (tx: Tx, actor: Actor, task: TaskRow, at: Instant): Promise<void> => {
  const person = task.personId === null && actor.unitId === task.unitId ? { personId: actor.id } : {}
  await changeTask(tx, task, { state: 'accepted', acceptedAt: at, ...person })
}
