import type { ComponentType } from 'react'
import { Redirect } from 'wouter'
import type { Move } from '../../../db/vocabulary.ts'
import type { HazardWhole } from '../../../server/hazards/answers.ts'
import { newNoticeAddress } from '../../notices/filter.ts'
import { AddScenePhotos } from './add-scene-photos.tsx'
import { GrantExtension, RefuseExtension } from './answer-extension.tsx'
import { AskExtension } from './ask-extension.tsx'
import { CompleteScene } from './complete-scene.tsx'
import { ControlInterim } from './control-interim.tsx'
import { DispatchTeam } from './dispatch-team.tsx'
import { MergeHazard } from './merge-hazard.tsx'
import { PlanTask, ResumeTask } from './plan-task.tsx'
import { ReassignTask } from './reassign-task.tsx'
import { RefuseTask } from './refuse-task.tsx'
import { RegisterHazard } from './register-hazard.tsx'
import { ReturnTask } from './return-task.tsx'
import { FailRevisit, PassRevisit } from './revisit.tsx'
import type { StepProps, TaskStepProps } from './step-props.ts'
import { SubmitTask } from './submit-task.tsx'
import { Supervise } from './supervise.tsx'
import { LiftSupervision, ReportProgress } from './supervision-words.tsx'
import { AcceptTransfer, RefuseTransfer, TransferHazard } from './transfer.tsx'
import { VerifyTask } from './verify-task.tsx'
import { CommentOnHazard, ReinstateHazard, VoidHazard } from './with-reason.tsx'

const onHazard: Partial<Readonly<Record<Move, ComponentType<StepProps>>>> = {
  'dispatch-team': DispatchTeam,
  'add-scene-photo': AddScenePhotos,
  'complete-scene': CompleteScene,
  'register-hazard': RegisterHazard,
  'fail-revisit': FailRevisit,
  'void-hazard': VoidHazard,
  'reinstate-hazard': ReinstateHazard,
  supervise: Supervise,
  'lift-supervision': LiftSupervision,
  'report-progress': ReportProgress,
  'merge-hazard': MergeHazard,
  'transfer-hazard': TransferHazard,
  'refuse-transfer': RefuseTransfer,
  comment: CommentOnHazard,
}

const onTask: Partial<Readonly<Record<Move, ComponentType<TaskStepProps>>>> = {
  'refuse-task': RefuseTask,
  'reassign-task': ReassignTask,
  'control-interim': ControlInterim,
  'plan-task': PlanTask,
  'resume-task': ResumeTask,
  'submit-task': SubmitTask,
  'return-task': ReturnTask,
  'ask-extension': AskExtension,
  'refuse-extension': RefuseExtension,
}

interface Props {
  readonly hazard: HazardWhole
  readonly move: Move
  readonly taskId: string | null
  readonly onClose: () => void
  readonly onOpen: (move: Move, taskId: string | null) => void
}

/** The dialog of a step; nothing for one that needs no words, or for a task that is not there. */
export const StepDialog = ({ hazard, move, taskId, onClose, onOpen }: Props) => {
  if (move === 'pass-revisit')
    return <PassRevisit hazard={hazard} onClose={onClose} onInstead={() => onOpen('fail-revisit', null)} />
  if (move === 'accept-transfer')
    return <AcceptTransfer hazard={hazard} onClose={onClose} onInstead={() => onOpen('refuse-transfer', null)} />
  if (move === 'issue-notice') return <Redirect to={newNoticeAddress([hazard.id])} replace />
  const Whole = onHazard[move]
  if (Whole) return <Whole hazard={hazard} onClose={onClose} />
  const task = hazard.tasks.find(({ id }) => id === taskId)
  if (!task) return null
  if (move === 'verify-task') {
    const instead = (): void => onOpen('return-task', task.id)
    return <VerifyTask hazard={hazard} task={task} onClose={onClose} onInstead={instead} />
  }
  if (move === 'grant-extension') {
    const instead = (): void => onOpen('refuse-extension', task.id)
    return <GrantExtension hazard={hazard} task={task} onClose={onClose} onInstead={instead} />
  }
  const OfTask = onTask[move]
  return OfTask ? <OfTask hazard={hazard} task={task} onClose={onClose} /> : null
}
