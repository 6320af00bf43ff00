import { api, told } from '../../api.ts'
import { useWords } from '../../text/language.ts'
import { stepWords } from '../../text/step-words.ts'
import { StepForm } from './step-form.tsx'
import type { StepProps } from './step-props.ts'

/** The team says that nothing more needs to be photographed. */
export const CompleteScene = ({ hazard, onClose }: StepProps) => {
  const text = useWords(stepWords)
  const scene = hazard.photos.filter(({ role }) => role === 'scene')
  return (
    <StepForm
      hazard={hazard}
      move="complete-scene"
      submitLabel={text.confirm}
      initial={{}}
      post={() => (act, version) =>
        told(api.hazards[':id']['complete-scene'].$post({ param: { id: hazard.id }, json: act }, version))
      }
      onClose={onClose}
    >
      {() => <p>{text.completeScene(scene.length)}</p>}
    </StepForm>
  )
}
