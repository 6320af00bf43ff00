import type { Move, Role } from '../../db/vocabulary.ts'
import type { Day } from '../../server/domain/county-calendar.ts'
import { addDays } from '../../server/domain/county-calendar.ts'
import type { HazardWhole, MoveView, TaskView } from '../../server/hazards/answers.ts'

interface Facts extends Pick<HazardWhole, 'team' | 'stage' | 'revisits' | 'moves'> {
  readonly tasks: readonly Pick<TaskView, 'id' | 'state' | 'dueOn'>[]
}

/** What is somebody's turn, most pressing first; the same order as in the list of what waits for them. */
const turns: Partial<Readonly<Record<Role, readonly Move[]>>> = {
  'road-chief': ['accept-task', 'submit-task', 'resume-task'],
  department: ['accept-task', 'submit-task', 'resume-task'],
  squad: ['verify-task', 'register-hazard', 'complete-scene', 'add-scene-photo', 'dispatch-team', 'pass-revisit'],
  'county-reviewer': ['reassign-task', 'verify-task', 'register-hazard', 'dispatch-team'],
}

const revisitNoticeDays = 7

/** Open to this person is not yet wanted from them: the county may re-assign at any time, but is asked only after a refusal. */
const isWanted = ({ move, taskId }: MoveView, hazard: Facts, today: Day): boolean => {
  const task = hazard.tasks.find(({ id }) => id === taskId)
  switch (move) {
    case 'reassign-task':
      return task?.state === 'refused'
    case 'dispatch-team':
      return hazard.team === null
    case 'add-scene-photo':
      return hazard.stage === 'team'
    case 'pass-revisit':
      return hazard.revisits.some(
        ({ outcome, droppedAt, dueOn }) =>
          outcome === null && droppedAt === null && dueOn <= addDays(today, revisitNoticeDays),
      )
    default:
      return true
  }
}

/** The one step that most likely comes next for this person: the big button. Null where nothing waits for them. */
export const nextStep = (hazard: Facts, role: Role, today: Day): MoveView | null => {
  const due = new Map(hazard.tasks.map(({ id, dueOn }) => [id, dueOn]))
  const dueOf = ({ taskId }: MoveView): Day => due.get(taskId ?? '') ?? ''
  for (const wanted of turns[role] ?? []) {
    const open = hazard.moves.filter((view) => view.move === wanted && view.ok && isWanted(view, hazard, today))
    const [first] = open.sort((a, b) => dueOf(a).localeCompare(dueOf(b)))
    if (first) return first
  }
  return null
}

/** Doors of the hazard as a whole, or of one of its tasks: open ones first, each kept in the order of the workflow. */
export const doorsOf = (moves: readonly MoveView[], taskId: string | null) => {
  const here = moves.filter((view) => view.taskId === taskId)
  return { open: here.filter(({ ok }) => ok), shut: here.filter(({ ok }) => !ok) }
}
