import { api, told } from '../../api.ts'
import { useWords } from '../../text/language.ts'
import { remedyStepWords } from '../../text/remedy-step-words.ts'
import { stepWords } from '../../text/step-words.ts'
import { StepForm } from './step-form.tsx'
import type { StepProps } from './step-props.ts'
import { WithReason } from './with-reason.tsx'
import { WordsField } from './words-field.tsx'

/** How far it has come, in words. */
export const ReportProgress = ({ hazard, onClose }: StepProps) => {
  const text = useWords(remedyStepWords)
  const { send } = useWords(stepWords)
  const param = { id: hazard.id }
  return (
    <StepForm
      hazard={hazard}
      move="report-progress"
      submitLabel={send}
      initial={{ words: '' }}
      notYet={({ words }) => (words.trim() === '' ? text.progressNeeded : null)}
      post={({ words }) =>
        (act, version) =>
          told(api.hazards[':id'].progress.$post({ param, json: { ...act, words } }, version))
        }
      onClose={onClose}
    >
      {({ values, set, faultOf }) => (
        <>
          <WordsField
            label={text.progress}
            hint={text.progressHint}
            value={values.words}
            onChange={(words) => set({ words })}
            mostLetters={1000}
            rows={3}
            error={faultOf('words')}
            focused
          />
          {hazard.supervision && <p className="quiet">{text.progressHow(hazard.supervision.everyDays)}</p>}
        </>
      )}
    </StepForm>
  )
}

/** Supervised no more, and why. */
export const LiftSupervision = ({ hazard, onClose }: StepProps) => {
  const text = useWords(remedyStepWords)
  return (
    <WithReason
      hazard={hazard}
      move="lift-supervision"
      submitLabel={text.liftIt}
      how={text.liftHow}
      post={(because) => (act, version) => {
        const param = { id: hazard.id }
        return told(api.hazards[':id']['lift-supervision'].$post({ param, json: { ...act, because } }, version))
      }}
      onClose={onClose}
    />
  )
}
