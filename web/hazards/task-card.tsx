import type { ReactNode } from 'react'
import type { HazardWhole, TaskView } from '../../server/hazards/answers.ts'
import { hazardWords } from '../text/hazard-words.ts'
import { useWords } from '../text/language.ts'
import { useTime } from '../text/use-time.ts'
import { DueChip } from '../ui/due-chip.tsx'
import { TaskStateTag } from '../ui/task-state-tag.tsx'
import { useCounty } from '../ui/use-county.ts'
import { Doors } from './doors.tsx'
import { Findings } from './findings.tsx'
import { TaskExtensions } from './task-extensions.tsx'
import { TaskMeasures } from './task-measures.tsx'
import type { OpenStep } from './use-open-step.ts'
import './task-card.css'

interface Props {
  readonly hazard: HazardWhole
  readonly task: TaskView
  readonly onOpen: (step: OpenStep) => void
}

/** No clock runs on what is verified, in a later year's plan, or refused. */
const isTimed = ({ state }: TaskView): boolean => state !== 'verified' && state !== 'planned' && state !== 'refused'

/** What has befallen the task, each in one sentence. */
const useTaskNotes = (
  hazard: HazardWhole,
  task: TaskView,
): readonly { key: string; text: string; strong?: boolean }[] => {
  const text = useWords(hazardWords)
  const time = useTime()
  const { settings } = useCounty()
  const { state, refusedOwner, plannedYear, submittedAt, submittedBy, verifiedAt, verifiedBy } = task
  const notes: { key: string; text: string; strong?: boolean }[] = []
  if (state === 'returned' && task.returnedBecause !== null)
    notes.push({ key: 'returned', text: text.returned(task.returnedBecause), strong: true })
  if (state === 'refused')
    notes.push({
      key: 'refused',
      text: text.refused(refusedOwner?.name ?? '', task.refusedBecause ?? ''),
      strong: true,
    })
  if (state === 'planned' && plannedYear !== null)
    notes.push({ key: 'planned', text: text.plannedInto(plannedYear, task.plannedBecause ?? '') })
  if (task.interimAt !== null)
    notes.push({ key: 'interim', text: text.interim(time.instant(task.interimAt), task.interimRemark ?? '') })
  else if (hazard.severity === 'major' && isTimed(task) && state !== 'submitted')
    notes.push({ key: 'interim-owed', text: text.interimOwed(settings.majorInterimHours), strong: true })
  if (submittedAt !== null && (state === 'submitted' || state === 'verified'))
    notes.push({ key: 'submitted', text: text.submitted(submittedBy?.name ?? '', time.instant(submittedAt)) })
  if (verifiedAt !== null)
    notes.push({ key: 'verified', text: text.verified(verifiedBy?.name ?? '', time.instant(verifiedAt)) })
  if (task.costYuan !== null && submittedAt !== null)
    notes.push({ key: 'cost', text: text.cost(task.costYuan.toLocaleString('zh-CN')) })
  if (task.submitRemark) notes.push({ key: 'remark', text: text.remark(task.submitRemark) })
  if (task.timesReturned > 1) notes.push({ key: 'times', text: text.timesReturned(task.timesReturned) })
  return notes
}

const Line = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)

/** One task: whose, what is asked, by when, how far, and the steps on it. */
export const TaskCard = ({ hazard, task, onOpen }: Props) => {
  const text = useWords(hazardWords)
  const time = useTime()
  const notes = useTaskNotes(hazard, task)
  const unit = task.unit?.name ?? ''
  return (
    <article className="task-card" aria-label={text.task(unit)}>
      <header>
        <h3>{unit}</h3>
        <TaskStateTag state={task.state} />
      </header>
      {isTimed(task) && (
        <p className="task-card-due">
          <DueChip dueOn={task.dueOn} />
          {task.firstDueOn !== task.dueOn && (
            <span className="quiet figures">{text.deadlineMoved(time.day(task.firstDueOn))}</span>
          )}
        </p>
      )}
      {notes.map((note) => (
        <p key={note.key} className={note.strong ? 'task-card-note task-card-strong' : 'task-card-note'}>
          {note.text}
        </p>
      ))}
      <TaskExtensions extensions={task.extensions} />
      <dl className="task-card-facts">
        <Line label={text.person}>{task.person?.name ?? text.byUnit}</Line>
        {task.demand !== '' && <Line label={text.demand}>{task.demand}</Line>}
        <Line label={text.assignedAt}>
          <span className="figures">{time.instant(task.assignedAt)}</span>
        </Line>
      </dl>
      <TaskMeasures task={task} />
      {task.submittedAt !== null && <Findings hazard={hazard} task={task} folded={task.state !== 'submitted'} />}
      <Doors hazard={hazard} taskId={task.id} onOpen={onOpen} />
    </article>
  )
}
