import { NativeSelect } from '@mantine/core'
import { api, told } from '../../api.ts'
import { useWords } from '../../text/language.ts'
import { stepWords } from '../../text/step-words.ts'
import { useTime } from '../../text/use-time.ts'
import { useDeadlinePreview } from './deadline-preview.ts'
import { StepForm } from './step-form.tsx'
import type { TaskStepProps } from './step-props.ts'
import { WordsField } from './words-field.tsx'

/** No money this year: into a named year's plan, counted apart. */
export const PlanTask = ({ hazard, task, onClose }: TaskStepProps) => {
  const text = useWords(stepWords)
  const time = useTime()
  const thisYear = Number(time.today.slice(0, 4))
  const years = [thisYear + 1, thisYear + 2, thisYear + 3, thisYear]
  const param = { id: hazard.id, taskId: task.id }
  return (
    <StepForm
      hazard={hazard}
      move="plan-task"
      taskId={task.id}
      submitLabel={text.plan}
      initial={{ year: thisYear + 1, because: '' }}
      notYet={({ because }) => (because.trim() === '' ? text.becauseNeeded : null)}
      post={({ year, because }) =>
        (act, version) =>
          told(api.hazards[':id'].tasks[':taskId'].plan.$post({ param, json: { ...act, year, because } }, version))
        }
      onClose={onClose}
    >
      {({ values, set, faultOf }) => (
        <>
          <p className="quiet">{text.planHow}</p>
          <NativeSelect
            label={text.planYear}
            data={years.map(String)}
            value={String(values.year)}
            onChange={(event) => set({ year: Number(event.currentTarget.value) })}
            error={faultOf('year')}
          />
          <WordsField
            label={text.because}
            hint={text.planHint}
            value={values.because}
            onChange={(because) => set({ because })}
            mostLetters={500}
            error={faultOf('because')}
          />
        </>
      )}
    </StepForm>
  )
}

/** The money is there: out of the plan. */
export const ResumeTask = ({ hazard, task, onClose }: TaskStepProps) => {
  const text = useWords(stepWords)
  const time = useTime()
  const preview = useDeadlinePreview().on(hazard.sameDay ? 'same-day' : (hazard.severity ?? 'minor'))
  const param = { id: hazard.id, taskId: task.id }
  return (
    <StepForm
      hazard={hazard}
      move="resume-task"
      taskId={task.id}
      submitLabel={text.resume}
      initial={{}}
      post={() => (act, version) =>
        told(api.hazards[':id'].tasks[':taskId'].resume.$post({ param, json: act }, version))
      }
      onClose={onClose}
    >
      {() => <p>{text.resumeHow(time.day(preview))}</p>}
    </StepForm>
  )
}
