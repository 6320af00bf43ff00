import type { PhotoView } from '../../server/hazards/answers.ts'
import { photoUrl } from '../api.ts'
import './photo-strip.css'

interface Props {
  readonly label: string
  readonly photos: readonly PhotoView[]
  readonly chosenId: string | null
  readonly onChoose: (id: string) => void
  readonly alt: (photo: PhotoView) => string
}

/** Small copies to choose the large one by; nothing where there is nothing to choose. */
export const PhotoStrip = ({ label, photos, chosenId, onChoose, alt }: Props) => {
  if (photos.length < 2) return null
  return (
    <fieldset className="photo-strip">
      <legend>{label}</legend>
      <div className="photo-strip-row">
        {photos.map((photo) => (
          <button key={photo.id} type="button" aria-pressed={photo.id === chosenId} onClick={() => onChoose(photo.id)}>
            <img src={photoUrl(photo.sha256, 'small')} alt={alt(photo)} loading="lazy" />
          </button>
        ))}
      </div>
    </fieldset>
  )
}
