import type { Move, Role } from '../../db/vocabulary.ts'
import type { Day } from '../../server/domain/county-calendar.ts'
import { addDays } from '../../server/domain/county-calendar.ts'
import { revisitNoticeDays } from '../../server/domain/settled-visit.ts'
import type { HazardWhole, MoveView, TaskView } from '../../server/hazards/answers.ts'

interface Facts extends Pick<HazardWhole, 'team' | 'stage' | 'revisits' | 'moves' | 'supervision' | 'transfer'> {
  readonly tasks: readonly Pick<TaskView, 'id' | 'state' | 'dueOn'>[]
}

/** Who reads the page. */
export interface Me {
  readonly id: string
  readonly role: Role
  readonly unitId: string | null
}

/** What is somebody's turn, most pressing first; the same order as in the list of what waits for them. */
const turns: Partial<Readonly<Record<Role, readonly Move[]>>> = {
  'road-chief': ['accept-transfer', 'accept-task', 'report-progress', 'submit-task', 'resume-task'],
  department: ['accept-transfer', 'accept-task', 'report-progress', 'submit-task', 'resume-task'],
  squad: [
    ...(['accept-transfer', 'verify-task', 'register-hazard', 'complete-scene', 'add-scene-photo'] as const),
    ...(['dispatch-team', 'pass-revisit'] as const),
  ],
  'county-reviewer': [
    ...(['grant-extension', 'reassign-task', 'verify-task', 'accept-transfer', 'report-progress'] as const),
    ...(['register-hazard', 'dispatch-team'] as const),
  ],
  leader: ['report-progress'],
}

/** Open to this person is not yet wanted from them: the county may re-assign at any time, but is asked only after a refusal. */
const isWanted = ({ move, taskId }: MoveView, hazard: Facts, me: Me, today: Day): boolean => {
  const task = hazard.tasks.find(({ id }) => id === taskId)
  switch (move) {
    case 'reassign-task':
      return task?.state === 'refused'
    case 'accept-transfer':
      return me.role !== 'county-reviewer' || hazard.transfer?.toUnit == null || hazard.transfer.toUnit.id === me.unitId
    case 'report-progress': {
      if (!hazard.supervision || hazard.supervision.progressDueOn > today) return false
      return me.role === 'road-chief' || me.role === 'department' || hazard.supervision.supervisor?.id === me.id
    }
    case 'dispatch-team':
      return hazard.team === null
    case 'add-scene-photo':
      return hazard.stage === 'team'
    case 'pass-revisit':
      return hazard.revisits.some(
        ({ outcome, droppedAt, dueOn, unit }) =>
          outcome === null &&
          droppedAt === null &&
          (unit !== null ? unit.id === me.unitId : dueOn <= addDays(today, revisitNoticeDays)),
      )
    default:
      return true
  }
}

/** The one step that most likely comes next for this person: the big button. Null where nothing waits for them. */
export const nextStep = (hazard: Facts, me: Me, today: Day): MoveView | null => {
  const due = new Map(hazard.tasks.map(({ id, dueOn }) => [id, dueOn]))
  const dueOf = ({ taskId }: MoveView): Day => due.get(taskId ?? '') ?? ''
  for (const wanted of turns[me.role] ?? []) {
    const open = hazard.moves.filter((view) => view.move === wanted && view.ok && isWanted(view, hazard, me, today))
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
