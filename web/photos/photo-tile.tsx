import { ActionIcon } from '@mantine/core'
import { useEffect, useState } from 'react'
import { photoUrl } from '../api.ts'
import { NoAnswer } from '../api-problem.ts'
import { useWords } from '../text/language.ts'
import { outboxWords } from '../text/outbox-words.ts'
import { photoWords } from '../text/photo-words.ts'
import { useTime } from '../text/use-time.ts'
import { Icon } from '../ui/icons.tsx'
import { sentenceOf } from '../ui/sentence-of.ts'
import { doubtfulMetres } from './device-position.ts'
import type { PhotoTray, TrayPhoto } from './photo-tray.ts'

interface Props {
  readonly tray: PhotoTray
  readonly photo: TrayPhoto
  readonly number: number
  readonly doubt: string | null
}

/** The photo itself as long as its bytes are here, else the server's copy of it. */
const usePreview = ({ bytes, sha256 }: TrayPhoto): string | null => {
  const [local, setLocal] = useState<string | null>(null)
  useEffect(() => {
    if (bytes === null) return
    const url = URL.createObjectURL(bytes)
    setLocal(url)
    return () => URL.revokeObjectURL(url)
  }, [bytes])
  if (bytes !== null) return local
  return sha256 === null ? null : photoUrl(sha256, 'small')
}

const usePlaceText = ({ locating, position, whyNoFix }: TrayPhoto): string => {
  const text = useWords(photoWords)
  if (locating) return text.locating
  if (position === null) return text.placeNone[whyNoFix ?? 'none']
  if (position.accuracyMetres === null) return text.placeFromPhoto
  return position.accuracyMetres > doubtfulMetres
    ? text.placeRough(position.accuracyMetres)
    : text.place(position.accuracyMetres)
}

/** One photo on its way: what it shows, how far it has gone, where and when it was taken. */
export const PhotoTile = ({ tray, photo, number, doubt }: Props) => {
  const text = useWords(photoWords)
  const time = useTime()
  const preview = usePreview(photo)
  const placeText = usePlaceText(photo)
  const [blind, setBlind] = useState(false)
  const percent = Math.round(photo.sentShare * 100)
  const ofOutbox = useWords(outboxWords)
  // without a signal it stays here and goes with its step: nothing has failed
  const onlyHere = photo.state === 'failed' && photo.problem instanceof NoAnswer
  // a decoder of the server may know what this browser does not: HEIC
  const src = blind && photo.sha256 !== null ? photoUrl(photo.sha256, 'small') : preview
  return (
    <li className="photo-tile" data-state={photo.state}>
      <div className="photo-tile-sheet">
        {src !== null && (!blind || photo.sha256 !== null) ? (
          <img src={src} alt={text.number(number)} onError={() => setBlind(true)} />
        ) : (
          <span className="photo-tile-blind">{text.noPreview}</span>
        )}
        <ActionIcon
          className="photo-tile-remove"
          aria-label={text.remove(number)}
          onClick={() => tray.remove(photo.id)}
        >
          <Icon name="close" />
        </ActionIcon>
        {photo.state === 'sending' && (
          <progress className="photo-tile-progress" value={percent} max={100} aria-hidden />
        )}
      </div>
      <p className="photo-tile-state figures" aria-live="polite">
        {photo.state === 'sent' && <Icon name="tick" sizePixels={16} />}
        {onlyHere ? ofOutbox.onlyHere : photo.state === 'sending' ? text.sending(percent) : text[photo.state]}
        {photo.state === 'failed' && !onlyHere && (
          <button type="button" className="photo-tile-retry" onClick={() => tray.retry(photo.id)}>
            {text.retry}
          </button>
        )}
      </p>
      {photo.state === 'failed' && !onlyHere && <p className="photo-tile-why">{sentenceOf(photo.problem)}</p>}
      <p className="photo-tile-fact">{text.taken(time.instant(photo.capturedAt))}</p>
      <p className="photo-tile-fact">{placeText}</p>
      {doubt !== null && (
        <p className="photo-tile-doubt" role="status">
          <Icon name="warning" sizePixels={16} /> {doubt}
        </p>
      )}
    </li>
  )
}
