import type { Row } from '../../db/schema/tables.ts'
import type { Tx } from '../../db/unit-of-work.ts'
import type { Day, Instant } from '../domain/county-calendar.ts'
import { type DeadlineClass, deadlineOn } from '../domain/deadline.ts'
import { type HazardRow, holidaysOf, type TaskRow } from './store.ts'

/** The county's own rule for a deadline that starts to run now. */
export const deadlineFrom = async (
  tx: Tx,
  county: Row<'counties'>,
  deadlineClass: DeadlineClass,
  registeredAt: Instant,
): Promise<Day> =>
  deadlineOn({
    deadlineClass,
    registeredAt,
    settings: county.settings,
    holidays: await holidaysOf(tx, county.county),
    zone: county.timeZone,
  })

/** The class by which a hazard's deadlines start anew; what must not outlast the day never outlasts one. */
export const deadlineClassOf = ({ sameDay, severity }: Pick<HazardRow, 'sameDay' | 'severity'>): DeadlineClass =>
  sameDay ? 'same-day' : (severity ?? 'minor')

/** Of the tasks on which a clock runs: not the verified, the budgeted for later, or the refused ones. */
export const earliestDeadline = (tasks: readonly Pick<TaskRow, 'state' | 'dueOn'>[]): Day | null =>
  tasks
    .filter(({ state }) => state !== 'verified' && state !== 'planned' && state !== 'refused')
    .map(({ dueOn }) => dueOn)
    .sort()[0] ?? null
