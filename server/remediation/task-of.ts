import type { Ground } from '../hazards/step-frame.ts'
import type { TaskRow } from '../hazards/store.ts'

/** The task a judged step is about: `judge` has refused every step on a task that names none. */
export const taskOf = ({ task }: Ground): TaskRow => {
  if (!task) throw new Error('a step on a task was allowed without one')
  return task
}
