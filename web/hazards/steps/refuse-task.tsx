import { api, told } from '../../api.ts'
import { useWords } from '../../text/language.ts'
import { stepWords } from '../../text/step-words.ts'
import { StepForm } from './step-form.tsx'
import type { TaskStepProps } from './step-props.ts'
import { UnitChoice } from './unit-choice.tsx'
import { WordsField } from './words-field.tsx'

/** Not mine, and whose it is. */
export const RefuseTask = ({ hazard, task, onClose }: TaskStepProps) => {
  const text = useWords(stepWords)
  const param = { id: hazard.id, taskId: task.id }
  return (
    <StepForm
      hazard={hazard}
      move="refuse-task"
      taskId={task.id}
      submitLabel={text.refuse}
      initial={{ ownerUnitId: '', because: '' }}
      notYet={({ ownerUnitId, because }) =>
        ownerUnitId === '' ? text.ownerNeeded : because.trim() === '' ? text.becauseNeeded : null
      }
      post={({ ownerUnitId, because }) =>
        (act, version) =>
          told(
            api.hazards[':id'].tasks[':taskId'].refuse.$post(
              { param, json: { ...act, ownerUnitId, because } },
              version,
            ),
          )
        }
      onClose={onClose}
    >
      {({ values, set, faultOf }) => (
        <>
          <p className="quiet">{text.refuseHow}</p>
          <UnitChoice
            label={text.ownerLabel}
            value={values.ownerUnitId || null}
            onChange={(ownerUnitId) => set({ ownerUnitId: ownerUnitId ?? '' })}
            without={task.unit?.id ?? null}
            first="department"
            error={faultOf('ownerUnitId')}
          />
          <WordsField
            label={text.because}
            hint={text.refuseHint}
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
