import type { NewRow } from '../../db/schema/tables.ts'
import type { Day, Instant } from '../domain/county-calendar.ts'

export interface NewOwner {
  readonly unitId: string
  readonly personId: string | null
  readonly dueOn: Day
}

/** What of a task changes when somebody else takes it over: it waits to be accepted, and what the former did is past. */
export const assignedAnew = ({ unitId, personId, dueOn }: NewOwner, now: Instant): Partial<NewRow<'tasks'>> => ({
  state: 'assigned',
  unitId,
  personId,
  dueOn,
  assignedAt: now,
  acceptedAt: null,
  startedAt: null,
  submittedAt: null,
  submittedBy: null,
  returnedBecause: null,
  refusedBecause: null,
  refusedOwnerUnitId: null,
  plannedYear: null,
  plannedBecause: null,
  extensionAskedBy: null,
})
