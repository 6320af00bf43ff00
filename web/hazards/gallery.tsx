import { photoRoles } from '../../db/vocabulary.ts'
import type { HazardWhole } from '../../server/hazards/answers.ts'
import { photoUrl } from '../api.ts'
import { hazardWords } from '../text/hazard-words.ts'
import { useWords } from '../text/language.ts'
import { tradeWords } from '../text/trade-words.ts'
import { PhotoFrame } from '../ui/photo-frame.tsx'
import { Awaited } from './awaited.tsx'
import { usePhotoFacts } from './use-photo-facts.ts'
import './gallery.css'

interface Props {
  readonly hazard: HazardWhole
  readonly onOpen: (photoId: string) => void
}

/** Every photo by what it shows, with who, when, how far from the hazard and how exactly that is known. */
export const Gallery = ({ hazard, onOpen }: Props) => {
  const text = useWords(hazardWords)
  const trade = useWords(tradeWords)
  const facts = usePhotoFacts(hazard)
  if (hazard.photos.length === 0)
    return hazard.photosAwaited > 0 ? <Awaited hazard={hazard} /> : <p className="quiet">{text.noPhotos}</p>
  const groups = photoRoles
    .map((role) => ({ role, photos: hazard.photos.filter((photo) => photo.role === role) }))
    .filter(({ photos }) => photos.length > 0)
  return (
    <div className="gallery">
      <Awaited hazard={hazard} />
      {groups.map(({ role, photos }) => (
        <section key={role} aria-label={trade.photoRoles[role]}>
          <h3>
            {trade.photoRoles[role]} <span className="quiet figures">{photos.length}</span>
          </h3>
          <ul className="gallery-row">
            {photos.map((photo) => (
              <li key={photo.id}>
                <PhotoFrame
                  src={photoUrl(photo.sha256, 'small')}
                  alt={facts.alt(photo)}
                  fit="cover"
                  onOpen={() => onOpen(photo.id)}
                  caption={
                    <span className="gallery-facts">
                      {facts.lines(photo).map((fact) => (
                        <span key={fact}>{fact}</span>
                      ))}
                      <a href={`/api/photos/${photo.sha256}/original`} download>
                        {text.original}
                      </a>
                    </span>
                  }
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
