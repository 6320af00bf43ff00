import { ActionIcon, Modal } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import type { HazardWhole, PhotoView } from '../../server/hazards/answers.ts'
import { photoUrl } from '../api.ts'
import { hazardWords } from '../text/hazard-words.ts'
import { useWords } from '../text/language.ts'
import { tradeWords } from '../text/trade-words.ts'
import { uiWords } from '../text/ui-words.ts'
import { Icon } from '../ui/icons.tsx'
import { PhotoFrame } from '../ui/photo-frame.tsx'
import { usePhotoFacts } from './use-photo-facts.ts'
import './photo-viewer.css'

interface Props {
  readonly hazard: HazardWhole
  /** In the order of the gallery. */
  readonly photos: readonly PhotoView[]
  readonly shownId: string | null
  readonly onShow: (id: string | null) => void
}

/** One photo as large as the screen, with all that is known of it; arrow keys go on. */
export const PhotoViewer = ({ hazard, photos, shownId, onShow }: Props) => {
  const text = useWords(hazardWords)
  const ui = useWords(uiWords)
  const { photoRoles } = useWords(tradeWords)
  const facts = usePhotoFacts(hazard)
  const index = photos.findIndex(({ id }) => id === shownId)
  const photo = photos[index]
  const go = (by: number): void => {
    const to = photos[index + by]
    if (to) onShow(to.id)
  }
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key === 'ArrowLeft') go(-1)
    if (key === 'ArrowRight') go(1)
  }
  return (
    <Modal
      opened={photo !== undefined}
      onClose={() => onShow(null)}
      title={photo && text.photoOf(photoRoles[photo.role], index + 1, photos.length)}
      closeButtonProps={{ 'aria-label': ui.close }}
      fullScreen
      onKeyDown={onKeyDown}
      classNames={{ content: 'photo-viewer', body: 'photo-viewer-body' }}
    >
      {photo && (
        <>
          <div className="photo-viewer-sheet">
            <PhotoFrame
              src={photoUrl(photo.sha256, 'large')}
              alt={facts.alt(photo)}
              ratio={photo.widthPixels / photo.heightPixels}
              eager
            />
            {index > 0 && (
              <ActionIcon className="photo-viewer-back" aria-label={text.previous} onClick={() => go(-1)}>
                <Icon name="back" sizePixels={28} />
              </ActionIcon>
            )}
            {index < photos.length - 1 && (
              <ActionIcon className="photo-viewer-next" aria-label={text.next} onClick={() => go(1)}>
                <Icon name="next" sizePixels={28} />
              </ActionIcon>
            )}
          </div>
          <div className="photo-viewer-facts">
            <ul aria-live="polite">
              {facts.lines(photo).map((fact) => (
                <li key={fact}>{fact}</li>
              ))}
            </ul>
            <a href={`/api/photos/${photo.sha256}/original`} download>
              {text.original}
            </a>
          </div>
        </>
      )}
    </Modal>
  )
}
