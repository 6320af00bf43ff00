import type { Move } from '../../../db/vocabulary.ts'
import type { HazardWhole, MoveView, TaskView } from '../../../server/hazards/answers.ts'

export interface StepProps {
  readonly hazard: HazardWhole
  readonly onClose: () => void
}

export interface TaskStepProps extends StepProps {
  readonly task: TaskView
}

export const doorOf = (hazard: HazardWhole, move: Move, taskId: string | null): MoveView | undefined =>
  hazard.moves.find((view) => view.move === move && view.taskId === taskId)
