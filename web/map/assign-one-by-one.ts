import type { HazardWhole, MoveView, TaskView } from '../../server/hazards/answers.ts'

/** Whom the tasks go to. */
export interface NewOwner {
  readonly unitId: string
  readonly personId: string | null
}

/** As much of a hazard as has to be known: its doors, and whose its tasks are. */
export type Looked = Pick<HazardWhole, 'id' | 'moves'> & {
  readonly tasks: readonly Pick<TaskView, 'id' | 'unit' | 'person'>[]
}

export interface Assigning<Hazard extends Looked> {
  readonly look: (hazardId: string) => Promise<Hazard>
  /** The step itself, on the version that was looked at. */
  readonly reassign: (hazard: Hazard, taskId: string) => Promise<unknown>
  /** Whether the reader has had enough; asked before each hazard. */
  readonly stopped: () => boolean
  readonly tell: (done: number) => void
}

/** Why a hazard was left as it was: its door is shut, there is nothing to hand over, or the server said no. */
export type Left =
  | { readonly why: 'shut'; readonly door: MoveView }
  | { readonly why: 'no-task' | 'several-tasks' | 'already-theirs' | 'untouched' }
  | { readonly why: 'failed'; readonly error: unknown }

export interface Outcome {
  readonly id: string
  /** Null once its task is theirs. */
  readonly left: Left | null
}

/** The task of each of many hazards, one hazard after the other; one that cannot be done keeps none of the others from it. */
export const assignOneByOne = async <Hazard extends Looked>(
  hazardIds: readonly string[],
  owner: NewOwner,
  { look, reassign, stopped, tell }: Assigning<Hazard>,
): Promise<readonly Outcome[]> => {
  const outcomes: Outcome[] = []
  for (const id of hazardIds) {
    if (stopped()) outcomes.push({ id, left: { why: 'untouched' } })
    else {
      try {
        outcomes.push({ id, left: await assignOne(await look(id), owner, reassign) })
      } catch (error) {
        outcomes.push({ id, left: { why: 'failed', error } })
      }
      tell(outcomes.length)
    }
  }
  return outcomes
}

const assignOne = async <Hazard extends Looked>(
  looked: Hazard,
  owner: NewOwner,
  reassign: Assigning<Hazard>['reassign'],
): Promise<Left | null> => {
  const doors = looked.moves.filter(({ move }) => move === 'reassign-task')
  const isTheirs = (taskId: string | null): boolean =>
    looked.tasks.some(
      ({ id, unit, person }) =>
        id === taskId && unit?.id === owner.unitId && (owner.personId === null || person?.id === owner.personId),
    )
  const open = doors.filter(({ ok, taskId }) => ok && !isTheirs(taskId))
  if (open.length === 0) {
    const shut = doors.find(({ ok }) => !ok)
    if (doors.some(({ ok }) => ok)) return { why: 'already-theirs' }
    return looked.tasks.length === 0 || shut === undefined ? { why: 'no-task' } : { why: 'shut', door: shut }
  }
  // two units have a part each; in one unit's hands the parts would be told apart no more
  const [{ taskId } = { taskId: null }, ...others] = open
  if (others.length > 0) return { why: 'several-tasks' }
  if (taskId === null) return { why: 'no-task' }
  await reassign(looked, taskId)
  return null
}
