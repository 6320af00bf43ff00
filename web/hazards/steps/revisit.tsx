import { Button } from '@mantine/core'
import { api, told } from '../../api.ts'
import { useWords } from '../../text/language.ts'
import { stepWords } from '../../text/step-words.ts'
import { uiWords } from '../../text/ui-words.ts'
import { afterPhotos } from '../photo-facts.ts'
import { SameAngle } from './same-angle.tsx'
import { StepForm } from './step-form.tsx'
import { doorOf, type StepProps } from './step-props.ts'
import { WordsField } from './words-field.tsx'
import './submit-task.css'

interface PassProps extends StepProps {
  readonly onInstead: () => void
}

/** Looked again, and it is still gone. */
export const PassRevisit = ({ hazard, onClose, onInstead }: PassProps) => {
  const mayFail = doorOf(hazard, 'fail-revisit', null)?.ok === true
  const text = useWords(stepWords)
  const ui = useWords(uiWords)
  const cured = hazard.tasks.flatMap(({ id }) => afterPhotos(hazard, id))
  return (
    <StepForm
      hazard={hazard}
      move="pass-revisit"
      size="lg"
      submitLabel={text.send}
      photos={{ label: text.revisitPhotos, most: 10, sharedAs: 'revisit', before: cured }}
      initial={{ remark: '' }}
      post={({ remark }, photos) =>
        (act, version) => {
          const json = { ...act, remark, photos }
          return told(api.hazards[':id']['pass-revisit'].$post({ param: { id: hazard.id }, json }, version))
        }}
      onClose={onClose}
    >
      {({ values, set, faultOf }, picker) => (
        <>
          <p>{text.passHow}</p>
          <div className="submit-photos">
            <SameAngle hazard={hazard} photos={cured} label={ui.after} />
            {picker}
          </div>
          <WordsField
            label={text.remark}
            optional
            value={values.remark}
            onChange={(remark) => set({ remark })}
            mostLetters={500}
            error={faultOf('remark')}
          />
          {mayFail && (
            <div>
              <Button onClick={onInstead}>{text.orFail}</Button>
            </div>
          )}
        </>
      )}
    </StepForm>
  )
}

/** Looked again, and it is back: reopened under the same number. */
export const FailRevisit = ({ hazard, onClose }: StepProps) => {
  const text = useWords(stepWords)
  const ui = useWords(uiWords)
  const cured = hazard.tasks.flatMap(({ id }) => afterPhotos(hazard, id))
  return (
    <StepForm
      hazard={hazard}
      move="fail-revisit"
      size="lg"
      submitLabel={text.send}
      photos={{ label: text.revisitPhotos, most: 10, sharedAs: 'revisit', before: cured }}
      initial={{ because: '' }}
      notYet={({ because }) => (because.trim() === '' ? text.failNeeded : null)}
      post={({ because }, photos) =>
        (act, version) => {
          const json = { ...act, because, photos }
          return told(api.hazards[':id']['fail-revisit'].$post({ param: { id: hazard.id }, json }, version))
        }}
      onClose={onClose}
    >
      {({ values, set, faultOf }, picker) => (
        <>
          <p>{text.failHow}</p>
          <div className="submit-photos">
            <SameAngle hazard={hazard} photos={cured} label={ui.after} />
            {picker}
          </div>
          <WordsField
            label={text.because}
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
