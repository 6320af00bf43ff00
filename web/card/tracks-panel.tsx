import { ActionIcon } from '@mantine/core'
import { cardWords } from '../text/card-words.ts'
import { useWords } from '../text/language.ts'
import { Icon } from '../ui/icons.tsx'
import type { CardDesk, ReadTrack } from './card-desk.ts'
import type { SetPhoto } from './card-photo.ts'

interface Props {
  readonly desk: CardDesk
  readonly tracks: readonly ReadTrack[]
  readonly photos: readonly SetPhoto[]
}

/** The tracks laid under the photos, and how many photos found a place on them. */
export const TracksPanel = ({ desk, tracks, photos }: Props) => {
  const text = useWords(cardWords)
  const matched = photos.filter(({ position }) => position?.source === 'track').length
  return (
    <section className="card-panel" aria-label={text.tracks}>
      <h2>{text.tracks}</h2>
      {tracks.length === 0 ? (
        <p className="card-quiet">{text.noTracks}</p>
      ) : (
        <>
          <p className="figures" role="status">
            {text.onTrack(matched)}
          </p>
          <ul>
            {tracks.map(({ name, points }) => (
              <li key={name} className="card-track-row">
                <span className="code">{name}</span>
                <span className="card-quiet figures">{text.trackPoints(points.length)}</span>
                <ActionIcon aria-label={text.dropTrackOf(name)} onClick={() => desk.dropTrack(name)}>
                  <Icon name="close" sizePixels={16} />
                </ActionIcon>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
