import type { Day } from '../../../server/domain/county-calendar.ts'
import type { RegisterHazard } from '../../../server/hazards/wire.ts'
import { newId } from '../../new-id.ts'

export interface PlannedLine {
  readonly measure: string
  readonly quantity: number | null
}

/** A task as it is filled in at registering. */
export interface TaskDraft {
  readonly id: string
  readonly unitId: string
  readonly personId: string | null
  readonly demand: string
  readonly measures: readonly PlannedLine[]
  readonly ownDue: boolean
  readonly dueOn: string
}

export const emptyTask = (unitId: string): TaskDraft => ({
  id: newId(),
  ...{ unitId, personId: null, demand: '', measures: [], ownDue: false, dueOn: '' },
})

export type TaskFault = 'no-unit' | 'no-measure' | 'no-day'

/** What is still missing in a task; the server asks for the same. */
export const faultOfTask = (task: TaskDraft, today: Day): TaskFault | null => {
  if (task.unitId === '') return 'no-unit'
  if (task.measures.some(({ measure }) => measure === '')) return 'no-measure'
  return task.ownDue && task.dueOn < today ? 'no-day' : null
}

export const taskOnWire = (task: TaskDraft): RegisterHazard['tasks'][number] => ({
  id: task.id,
  unitId: task.unitId,
  personId: task.personId,
  demand: task.demand,
  measures: task.measures.map(({ measure, quantity }) => ({ measure, quantity })),
  dueOn: task.ownDue ? task.dueOn : null,
})
