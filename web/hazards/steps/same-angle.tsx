import type { HazardWhole, PhotoView } from '../../../server/hazards/answers.ts'
import { photoUrl } from '../../api.ts'
import { useWords } from '../../text/language.ts'
import { photoWords } from '../../text/photo-words.ts'
import { PhotoFrame } from '../../ui/photo-frame.tsx'
import { PhotoStrip } from '../photo-strip.tsx'
import { usePhotoChoice } from '../use-photo-choice.ts'
import { usePhotoFacts } from '../use-photo-facts.ts'

interface Props {
  readonly hazard: HazardWhole
  readonly photos: readonly PhotoView[]
  readonly label: string
}

/** The photo to stand where its taker stood: before the camera opens it is looked at once more. */
export const SameAngle = ({ hazard, photos, label }: Props) => {
  const text = useWords(photoWords)
  const facts = usePhotoFacts(hazard)
  const [photo, choose] = usePhotoChoice(photos)
  if (!photo) return null
  return (
    <div className="same-angle">
      <PhotoFrame
        src={photoUrl(photo.sha256, 'large')}
        alt={facts.alt(photo)}
        caption={
          <>
            <strong>{label}</strong> · {text.sameAngle}
          </>
        }
        eager
      />
      <PhotoStrip label={text.otherAngle} photos={photos} chosenId={photo.id} onChoose={choose} alt={facts.alt} />
    </div>
  )
}
