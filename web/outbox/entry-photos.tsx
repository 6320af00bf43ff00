import { useEffect, useState } from 'react'
import { useWords } from '../text/language.ts'
import { outboxWords } from '../text/outbox-words.ts'
import { Icon } from '../ui/icons.tsx'
import type { PhotoState } from './entry.ts'
import { useOutbox } from './use-outbox.ts'

const useThumbnail = (photoId: string): string | null => {
  const outbox = useOutbox()
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    let made: string | null = null
    let gone = false
    void outbox
      .preview(photoId)
      .catch(() => null)
      .then((bytes) => {
        if (gone || bytes === null) return
        made = URL.createObjectURL(bytes)
        setUrl(made)
      })
    return () => {
      gone = true
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [outbox, photoId])
  return url
}

const stateOf = ({ originalReceived, copyReceived, sentShare, refusal }: PhotoState) => {
  if (refusal !== null) return 'refused'
  if (originalReceived) return 'original'
  if (sentShare !== null) return 'sending'
  return copyReceived ? 'copy' : 'waiting'
}

const EntryPhoto = ({ photo, index }: { readonly photo: PhotoState; readonly index: number }) => {
  const text = useWords(outboxWords)
  const url = useThumbnail(photo.id)
  const [blind, setBlind] = useState(false)
  const state = stateOf(photo)
  const percent = Math.round((photo.sentShare ?? 0) * 100)
  return (
    <li className="outbox-photo" data-state={state}>
      <span className="outbox-photo-sheet">
        {url !== null && !blind ? (
          <img src={url} alt={text.photo(index)} onError={() => setBlind(true)} />
        ) : (
          <Icon name="capture" />
        )}
        {state === 'sending' && <progress value={percent} max={100} aria-hidden />}
      </span>
      <span className="outbox-photo-state figures">
        {(state === 'copy' || state === 'original') && <Icon name="tick" sizePixels={14} />}
        {state === 'refused' && <Icon name="warning" sizePixels={14} />}
        {state === 'sending' ? `${percent}%` : text.photoStates[state]}
      </span>
    </li>
  )
}

/** Each photo with how far it has come. */
export const EntryPhotos = ({ photos }: { readonly photos: readonly PhotoState[] }) =>
  photos.length === 0 ? null : (
    <ul className="outbox-photos">
      {photos.map((photo, at) => (
        <EntryPhoto key={photo.id} photo={photo} index={at + 1} />
      ))}
    </ul>
  )
