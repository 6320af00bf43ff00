import { type Move, moves, type Stage, type TaskState } from '../../db/vocabulary.ts'
import type { Actor } from '../../server/domain/actor.ts'
import type { HazardFacts, TaskFacts } from '../../server/domain/hazard-facts.ts'
import { advance, judge } from '../../server/domain/hazard-workflow.ts'
import { type MoveRow, tableOfMoves } from '../../server/domain/table-of-moves.ts'

/** Where a step stands and where it leads, on the way of a hazard or among the states of a task. */
export type Lead =
  | { readonly move: Move; readonly on: 'hazard'; readonly from: Stage | 'aside'; readonly to: Stage | 'aside' }
  | { readonly move: Move; readonly on: 'task'; readonly from: TaskState; readonly to: TaskState }

const reviewer: Actor = {
  ...{ county: '', id: 'reviewer', name: '', role: 'county-reviewer', unitId: null },
  ...{ areaCodes: [], zoneIds: [], zonePlaceCodes: [] },
}

const both = [false, true] as const

/** Every picture of a hazard that a step of this stage may need; the rule itself says on which it is open. */
const picturesOf = (stage: Stage, row: MoveRow): HazardFacts[] => {
  const state = row.onTask?.[0] ?? 'assigned'
  return both.flatMap((one) =>
    both.flatMap((other) =>
      both.map((third): HazardFacts => {
        const task: TaskFacts = {
          ...{ id: 'task', state, unitId: '', personId: null, submittedBy: 'somebody' },
          ...{ extensionAskedBy: one ? 'somebody' : null, deadlinePassed: false },
        }
        return {
          ...{ stage, setAside: row.whileSetAside === true ? 'void' : null, severity: 'minor', placeCode: '' },
          ...{ teamUnitId: 'team', teamScenePhotos: 1, hasPosition: true, sceneComplete: one, supervised: other },
          ...{
            supervisorId: null,
            transfer: third ? { toUnitId: null, asTeam: false } : null,
            revisitUnitIds: [],
            tasks: [task],
          },
        }
      }),
    ),
  )
}

const leadsOfStage = (move: Move, row: MoveRow, stage: Stage): Lead[] =>
  picturesOf(stage, row).flatMap((facts): Lead[] => {
    const taskId = row.onTask ? 'task' : null
    const verdict = judge(move, facts, reviewer, taskId)
    if (!verdict.ok) return []
    const after = advance(facts, move, verdict.next, reviewer, taskId)
    const from = facts.setAside === null ? stage : 'aside'
    const to = after.setAside === null ? after.stage : 'aside'
    // what happens to a task is told among its states; here only what it does to the hazard
    return row.onTask && from === to ? [] : [{ move, on: 'hazard', from, to }]
  })

const leadsOfTask = (move: Move, { onTask = [], taskTo }: MoveRow): Lead[] =>
  onTask.map((from) => ({ move, on: 'task', from, to: taskTo ?? from }))

const keyOf = ({ move, on, from, to }: Lead): string => `${move} ${on} ${from} ${to}`

/** Where every step of the workflow leads, asked of the table of moves and the rule that reads it. */
export const whereMovesLead = (): Lead[] => {
  const leads = moves.flatMap((move) => {
    const row = tableOfMoves[move]
    return [...row.from.flatMap((stage) => leadsOfStage(move, row, stage)), ...leadsOfTask(move, row)]
  })
  return [...new Map(leads.map((lead) => [keyOf(lead), lead])).values()]
}
