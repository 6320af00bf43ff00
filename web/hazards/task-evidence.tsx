import type { ReactNode } from 'react'
import type { HazardWhole, TaskView } from '../../server/hazards/answers.ts'
import { photoUrl } from '../api.ts'
import { hazardWords } from '../text/hazard-words.ts'
import { useWords } from '../text/language.ts'
import { stepWords } from '../text/step-words.ts'
import { uiWords } from '../text/ui-words.ts'
import { BeforeAfter } from '../ui/before-after.tsx'
import { PhotoFrame } from '../ui/photo-frame.tsx'
import { EvidencePlaces } from './evidence-places.tsx'
import { Findings } from './findings.tsx'
import { afterPhotos, beforePhotos } from './photo-facts.ts'
import { PhotoStrip } from './photo-strip.tsx'
import { usePhotoChoice } from './use-photo-choice.ts'
import { usePhotoFacts } from './use-photo-facts.ts'
import './task-evidence.css'

interface Props {
  readonly hazard: HazardWhole
  readonly task: TaskView
  /** Stands beside the photos, under the facts about them. */
  readonly children: ReactNode
}

/** Before and after of one task, large, with who took it with what, what the system found, and where; a person decides. */
export const TaskEvidence = ({ hazard, task, children }: Props) => {
  const text = useWords(hazardWords)
  const step = useWords(stepWords)
  const ui = useWords(uiWords)
  const facts = usePhotoFacts(hazard)
  const befores = beforePhotos(hazard)
  const afters = afterPhotos(hazard, task.id)
  const [before, chooseBefore] = usePhotoChoice(befores)
  const [after, chooseAfter] = usePhotoChoice(afters)
  const side = (photo: NonNullable<typeof before>) => ({
    src: photoUrl(photo.sha256, 'large'),
    alt: facts.alt(photo),
    caption: facts.caption(photo),
  })
  return (
    <div className="task-evidence">
      <div className="task-evidence-photos">
        {before && after ? (
          <BeforeAfter before={side(before)} after={side(after)} />
        ) : (
          <>
            {after && <PhotoFrame {...side(after)} eager />}
            <p className="quiet">{after ? step.noBefore : step.noAfter}</p>
          </>
        )}
        <div className="task-evidence-strips">
          <PhotoStrip
            label={ui.before}
            photos={befores}
            chosenId={before?.id ?? null}
            onChoose={chooseBefore}
            alt={facts.alt}
          />
          <PhotoStrip
            label={ui.after}
            photos={afters}
            chosenId={after?.id ?? null}
            onChoose={chooseAfter}
            alt={facts.alt}
          />
        </div>
      </div>
      <div className="task-evidence-beside">
        {after && (
          <section className="task-evidence-facts" aria-label={text.factsOfPhoto}>
            <h3>{text.factsOfPhoto}</h3>
            <ul>
              {[facts.who(after), ...facts.toVerify(after, task)].map((fact) => (
                <li key={fact}>{fact}</li>
              ))}
            </ul>
          </section>
        )}
        <Findings hazard={hazard} task={task} />
        <EvidencePlaces hazard={hazard} befores={befores} afters={afters} />
        {children}
      </div>
    </div>
  )
}
