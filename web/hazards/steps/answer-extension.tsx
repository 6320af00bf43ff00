import { Button, TextInput } from '@mantine/core'
import { addDays } from '../../../server/domain/county-calendar.ts'
import type { TaskView } from '../../../server/hazards/answers.ts'
import { api, told } from '../../api.ts'
import { useWords } from '../../text/language.ts'
import { remedyStepWords } from '../../text/remedy-step-words.ts'
import { stepWords } from '../../text/step-words.ts'
import { useTime } from '../../text/use-time.ts'
import { StepForm } from './step-form.tsx'
import type { TaskStepProps } from './step-props.ts'
import { WordsField } from './words-field.tsx'

const requestOf = ({ extensions }: TaskView) => extensions.find(({ waiting }) => waiting)

/** Who asks for how much more time, and why. */
const Request = ({ task }: { readonly task: TaskView }) => {
  const text = useWords(remedyStepWords)
  const time = useTime()
  const asked = requestOf(task)
  return (
    <>
      {asked && <p>{text.asks(asked.askedBy?.name ?? '', time.day(asked.askedDueOn), asked.because)}</p>}
      <p className="quiet figures">{text.deadlineNow(time.day(task.dueOn))}</p>
    </>
  )
}

/** Granted, perhaps until an earlier day; the day asked for stands there first. */
export const GrantExtension = ({ hazard, task, onClose, onInstead }: TaskStepProps & { onInstead: () => void }) => {
  const text = useWords(remedyStepWords)
  const time = useTime()
  const param = { id: hazard.id, taskId: task.id }
  const earliest = [addDays(task.dueOn, 1), time.today].sort().at(-1) ?? time.today
  return (
    <StepForm
      hazard={hazard}
      move="grant-extension"
      taskId={task.id}
      submitLabel={text.grant}
      initial={{ dueOn: requestOf(task)?.askedDueOn ?? '', because: '' }}
      notYet={({ dueOn }) => (dueOn < earliest ? text.newDayNeeded(time.day(addDays(earliest, -1))) : null)}
      post={({ dueOn, because }) =>
        (act, version) => {
          const json = { ...act, dueOn, because }
          return told(api.hazards[':id'].tasks[':taskId']['grant-extension'].$post({ param, json }, version))
        }}
      onClose={onClose}
    >
      {({ values, set, faultOf }) => (
        <>
          <Request task={task} />
          <TextInput
            type="date"
            label={text.grantDay}
            description={text.grantHow}
            min={earliest}
            value={values.dueOn}
            onChange={(event) => set({ dueOn: event.currentTarget.value })}
            error={faultOf('dueOn')}
          />
          <WordsField
            label={text.grantRemark}
            optional
            value={values.because}
            onChange={(because) => set({ because })}
            mostLetters={500}
            error={faultOf('because')}
          />
          <Button variant="subtle" onClick={onInstead}>
            {text.orRefuse}
          </Button>
        </>
      )}
    </StepForm>
  )
}

/** No more time, and why. */
export const RefuseExtension = ({ hazard, task, onClose }: TaskStepProps) => {
  const text = useWords(remedyStepWords)
  const { because: becauseLabel, becauseNeeded } = useWords(stepWords)
  const param = { id: hazard.id, taskId: task.id }
  return (
    <StepForm
      hazard={hazard}
      move="refuse-extension"
      taskId={task.id}
      submitLabel={text.refuse}
      initial={{ because: '' }}
      notYet={({ because }) => (because.trim() === '' ? becauseNeeded : null)}
      post={({ because }) =>
        (act, version) => {
          const json = { ...act, because }
          return told(api.hazards[':id'].tasks[':taskId']['refuse-extension'].$post({ param, json }, version))
        }}
      onClose={onClose}
    >
      {({ values, set, faultOf }) => (
        <>
          <Request task={task} />
          <WordsField
            label={becauseLabel}
            value={values.because}
            onChange={(because) => set({ because })}
            mostLetters={500}
            error={faultOf('because')}
            focused
          />
          <p className="quiet">{text.refuseHow}</p>
        </>
      )}
    </StepForm>
  )
}
