import type { HazardWhole, PhotoView } from '../../server/hazards/answers.ts'
import { photoUrl } from '../api.ts'
import { hazardWords } from '../text/hazard-words.ts'
import { useWords } from '../text/language.ts'
import { BeforeAfter } from '../ui/before-after.tsx'
import { Icon } from '../ui/icons.tsx'
import { PhotoFrame } from '../ui/photo-frame.tsx'
import { beforePhotos, showPair } from './photo-facts.ts'
import { usePhotoFacts } from './use-photo-facts.ts'

interface Props {
  readonly hazard: HazardWhole
  readonly onOpen: (photoId: string) => void
}

/** The evidence, large: before and after over each other once there is an after, else the scene. */
export const Evidence = ({ hazard, onOpen }: Props) => {
  const text = useWords(hazardWords)
  const facts = usePhotoFacts(hazard)
  const pair = showPair(hazard)
  const side = (photo: PhotoView) => ({
    src: photoUrl(photo.sha256, 'large'),
    alt: facts.alt(photo),
    caption: facts.caption(photo),
    onOpen: () => onOpen(photo.id),
  })
  if (pair) return <BeforeAfter before={side(pair.before)} after={side(pair.after)} />
  const [first] = [...beforePhotos(hazard), ...hazard.photos]
  if (first) return <PhotoFrame {...side(first)} eager />
  return (
    <div className="no-evidence">
      <Icon name="no-photo" sizePixels={28} />
      {text.noPhotos}
    </div>
  )
}
