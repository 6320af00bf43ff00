import type { Move } from '../../../db/vocabulary.ts'
import { api, told } from '../../api.ts'
import { useWords } from '../../text/language.ts'
import { stepWords } from '../../text/step-words.ts'
import { StepForm } from './step-form.tsx'
import type { StepProps } from './step-props.ts'
import type { Post } from './use-step.ts'
import { WordsField } from './words-field.tsx'

interface WithReasonProps extends StepProps {
  readonly move: Move
  readonly submitLabel: string
  /** What the step does, said before the reason is asked for. */
  readonly how: string
  readonly hint?: string
  readonly post: (because: string) => Post
}

/** A step that takes its reason and nothing else. */
export const WithReason = ({ hazard, move, submitLabel, how, hint, post, onClose }: WithReasonProps) => {
  const text = useWords(stepWords)
  return (
    <StepForm
      hazard={hazard}
      move={move}
      submitLabel={submitLabel}
      initial={{ because: '' }}
      notYet={({ because }) => (because.trim() === '' ? text.becauseNeeded : null)}
      post={({ because }) => post(because)}
      onClose={onClose}
    >
      {({ values, set, faultOf }) => (
        <>
          <p>{how}</p>
          <WordsField
            label={text.because}
            hint={hint}
            value={values.because}
            onChange={(because) => set({ because })}
            mostLetters={500}
            error={faultOf('because')}
            focused
          />
        </>
      )}
    </StepForm>
  )
}

/** Not a hazard after all; kept, left out of the figures, and reversible. */
export const VoidHazard = ({ hazard, onClose }: StepProps) => {
  const text = useWords(stepWords)
  return (
    <WithReason
      hazard={hazard}
      move="void-hazard"
      submitLabel={text.confirm}
      how={text.voidHow}
      hint={text.voidHint}
      post={(because) => (act, version) =>
        told(api.hazards[':id'].void.$post({ param: { id: hazard.id }, json: { ...act, because } }, version))
      }
      onClose={onClose}
    />
  )
}

/** Back to the stage and number it had. */
export const ReinstateHazard = ({ hazard, onClose }: StepProps) => {
  const text = useWords(stepWords)
  return (
    <WithReason
      hazard={hazard}
      move="reinstate-hazard"
      submitLabel={text.confirm}
      how={text.reinstateHow}
      post={(because) => (act, version) =>
        told(api.hazards[':id'].reinstate.$post({ param: { id: hazard.id }, json: { ...act, because } }, version))
      }
      onClose={onClose}
    />
  )
}

/** A remark for everybody who sees the hazard. */
export const CommentOnHazard = ({ hazard, onClose }: StepProps) => {
  const text = useWords(stepWords)
  return (
    <StepForm
      hazard={hazard}
      move="comment"
      submitLabel={text.send}
      initial={{ words: '' }}
      notYet={({ words }) => (words.trim() === '' ? text.commentNeeded : null)}
      post={({ words }) =>
        (act, version) =>
          told(api.hazards[':id'].comments.$post({ param: { id: hazard.id }, json: { ...act, words } }, version))
        }
      onClose={onClose}
    >
      {({ values, set, faultOf }) => (
        <>
          <p className="quiet">{text.commentHow}</p>
          <WordsField
            label={text.commentLabel}
            value={values.words}
            onChange={(words) => set({ words })}
            mostLetters={1000}
            rows={3}
            error={faultOf('words')}
            focused
          />
        </>
      )}
    </StepForm>
  )
}
