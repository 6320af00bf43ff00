import { api, told } from '../../api.ts'
import { useWords } from '../../text/language.ts'
import { stepWords } from '../../text/step-words.ts'
import { tradeWords } from '../../text/trade-words.ts'
import { beforePhotos } from '../photo-facts.ts'
import { StepForm } from './step-form.tsx'
import type { TaskStepProps } from './step-props.ts'
import { WordsField } from './words-field.tsx'

/** Cones, a sign, somebody on duty: for now, with its own photo; the deadline stays. */
export const ControlInterim = ({ hazard, task, onClose }: TaskStepProps) => {
  const text = useWords(stepWords)
  const { photoRoles } = useWords(tradeWords)
  const param = { id: hazard.id, taskId: task.id }
  return (
    <StepForm
      hazard={hazard}
      move="control-interim"
      taskId={task.id}
      submitLabel={text.send}
      photos={{ label: photoRoles.interim, most: 10, before: beforePhotos(hazard) }}
      initial={{ remark: '' }}
      notYet={({ remark }) => (remark.trim() === '' ? text.interimNeeded : null)}
      post={({ remark }, photos) =>
        (act, version) => {
          const json = { ...act, remark, photos }
          return told(api.hazards[':id'].tasks[':taskId']['control-interim'].$post({ param, json }, version))
        }}
      onClose={onClose}
    >
      {({ values, set, faultOf }, picker) => (
        <>
          {picker}
          <WordsField
            label={text.interimLabel}
            value={values.remark}
            onChange={(remark) => set({ remark })}
            mostLetters={500}
            error={faultOf('remark')}
            phrases={text.interimPhrases}
          />
          <p className="quiet">{text.interimHow}</p>
        </>
      )}
    </StepForm>
  )
}
