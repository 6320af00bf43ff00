import { TextInput } from '@mantine/core'
import { addDays } from '../../../server/domain/county-calendar.ts'
import { api, told } from '../../api.ts'
import { useWords } from '../../text/language.ts'
import { remedyStepWords } from '../../text/remedy-step-words.ts'
import { stepWords } from '../../text/step-words.ts'
import { useTime } from '../../text/use-time.ts'
import { StepForm } from './step-form.tsx'
import type { TaskStepProps } from './step-props.ts'
import { WordsField } from './words-field.tsx'

/** More time: until when, and why. The deadline stands until the county has answered. */
export const AskExtension = ({ hazard, task, onClose }: TaskStepProps) => {
  const text = useWords(remedyStepWords)
  const { because: becauseLabel, becauseNeeded, send } = useWords(stepWords)
  const time = useTime()
  const param = { id: hazard.id, taskId: task.id }
  return (
    <StepForm
      hazard={hazard}
      move="ask-extension"
      taskId={task.id}
      submitLabel={send}
      initial={{ dueOn: '', because: '' }}
      notYet={({ dueOn, because }) =>
        dueOn <= task.dueOn ? text.newDayNeeded(time.day(task.dueOn)) : because.trim() === '' ? becauseNeeded : null
      }
      post={({ dueOn, because }) =>
        (act, version) => {
          const json = { ...act, dueOn, because }
          return told(api.hazards[':id'].tasks[':taskId']['ask-extension'].$post({ param, json }, version))
        }}
      onClose={onClose}
    >
      {({ values, set, faultOf }) => (
        <>
          <p className="figures">{text.deadlineNow(time.day(task.dueOn))}</p>
          <TextInput
            type="date"
            label={text.newDay}
            min={addDays(task.dueOn, 1)}
            value={values.dueOn}
            onChange={(event) => set({ dueOn: event.currentTarget.value })}
            error={faultOf('dueOn')}
          />
          <WordsField
            label={becauseLabel}
            hint={text.askHint}
            value={values.because}
            onChange={(because) => set({ because })}
            mostLetters={500}
            error={faultOf('because')}
          />
          <p className="quiet">{text.askHow}</p>
        </>
      )}
    </StepForm>
  )
}
