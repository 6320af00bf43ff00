import { api, told } from '../../api.ts'
import { useWords } from '../../text/language.ts'
import { stepWords } from '../../text/step-words.ts'
import { TaskEvidence } from '../task-evidence.tsx'
import { StepForm } from './step-form.tsx'
import type { TaskStepProps } from './step-props.ts'
import { WordsField } from './words-field.tsx'

/** Not yet gone, and why, in one sentence that its unit will read. */
export const ReturnTask = ({ hazard, task, onClose }: TaskStepProps) => {
  const text = useWords(stepWords)
  const param = { id: hazard.id, taskId: task.id }
  return (
    <StepForm
      hazard={hazard}
      move="return-task"
      taskId={task.id}
      size="xl"
      submitLabel={text.refuse}
      initial={{ because: '' }}
      notYet={({ because }) => (because.trim() === '' ? text.becauseNeeded : null)}
      post={({ because }) =>
        (act, version) =>
          told(api.hazards[':id'].tasks[':taskId'].return.$post({ param, json: { ...act, because } }, version))
        }
      onClose={onClose}
    >
      {({ values, set, faultOf }) => (
        <TaskEvidence hazard={hazard} task={task}>
          <WordsField
            label={text.because}
            value={values.because}
            onChange={(because) => set({ because })}
            mostLetters={500}
            error={faultOf('because')}
            phrases={text.returnPhrases}
          />
          <p className="quiet">{text.returnHow}</p>
        </TaskEvidence>
      )}
    </StepForm>
  )
}
