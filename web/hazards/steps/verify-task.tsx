import { Button } from '@mantine/core'
import { api, told } from '../../api.ts'
import { useWords } from '../../text/language.ts'
import { stepWords } from '../../text/step-words.ts'
import { tradeWords } from '../../text/trade-words.ts'
import { TaskEvidence } from '../task-evidence.tsx'
import { TaskMeasures } from '../task-measures.tsx'
import { StepForm } from './step-form.tsx'
import { doorOf, type TaskStepProps } from './step-props.ts'
import { WordsField } from './words-field.tsx'

interface Props extends TaskStepProps {
  readonly onInstead: () => void
}

/** Really gone? Photos large, figures beside; the system shows facts, a person decides. */
export const VerifyTask = ({ hazard, task, onClose, onInstead }: Props) => {
  const text = useWords(stepWords)
  const { moves } = useWords(tradeWords)
  const param = { id: hazard.id, taskId: task.id }
  const isLast = hazard.tasks.every(({ id, state }) => id === task.id || state === 'verified')
  const mayReturn = doorOf(hazard, 'return-task', task.id)?.ok === true
  return (
    <StepForm
      hazard={hazard}
      move="verify-task"
      taskId={task.id}
      title={text.verifyTitle}
      size="xl"
      submitLabel={moves['verify-task']}
      initial={{ remark: '' }}
      post={({ remark }) =>
        (act, version) =>
          told(api.hazards[':id'].tasks[':taskId'].verify.$post({ param, json: { ...act, remark } }, version))
        }
      onClose={onClose}
    >
      {({ values, set, faultOf }) => (
        <>
          <p>{text.verifyHow}</p>
          <TaskEvidence hazard={hazard} task={task}>
            <TaskMeasures task={task} />
            <WordsField
              label={text.remark}
              optional
              value={values.remark}
              onChange={(remark) => set({ remark })}
              mostLetters={500}
              error={faultOf('remark')}
            />
            {isLast && <p className="quiet">{text.verifyLast}</p>}
            {mayReturn && (
              <div>
                <Button onClick={onInstead}>{text.orReturn}</Button>
              </div>
            )}
          </TaskEvidence>
        </>
      )}
    </StepForm>
  )
}
