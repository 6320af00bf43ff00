import type { DragEvent } from 'react'
import { cardWords } from '../text/card-words.ts'
import { useWords } from '../text/language.ts'
import { useTime } from '../text/use-time.ts'
import { Icon } from '../ui/icons.tsx'
import type { SetPhoto } from './card-photo.ts'

/** What a dragged photo carries: its id and those chosen with it. */
export const draggedType = 'text/x-luqing-photos'

export const draggedIds = (event: DragEvent): readonly string[] =>
  event.dataTransfer.getData(draggedType).split(' ').filter(Boolean)

interface Props {
  readonly photo: SetPhoto
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (id: string) => void
  readonly onEnlarge: (photo: SetPhoto) => void
}

const fileName = (path: string): string => path.split('/').at(-1) ?? path

/** One photo of the card: a press chooses it, a double press enlarges it, a drag moves it to another hazard. */
export const PhotoTile = ({ photo, chosen, onChoose, onEnlarge }: Props) => {
  const text = useWords(cardWords)
  const { clockSeconds } = useTime()
  const isChosen = chosen.has(photo.id)
  const clock = clockSeconds(new Date(photo.atMs).toISOString())
  const blind = photo.photo.previewUrl === null
  return (
    <li>
      <button
        type="button"
        className="card-tile"
        aria-pressed={isChosen}
        aria-label={[text.photo(photo.name), blind ? text.noPreview : '', clock].filter(Boolean).join(' ')}
        title={photo.name}
        draggable
        onDragStart={(event) => {
          const ids = isChosen ? [...chosen] : [photo.id]
          event.dataTransfer.setData(draggedType, ids.join(' '))
          event.dataTransfer.effectAllowed = 'move'
        }}
        onClick={() => onChoose(photo.id)}
        onDoubleClick={() => onEnlarge(photo)}
      >
        {photo.photo.previewUrl === null ? (
          <span className="card-tile-blind">
            {fileName(photo.name)}
            <br />
            {text.noPreview}
          </span>
        ) : (
          <img src={photo.photo.previewUrl} alt="" draggable={false} loading="lazy" />
        )}
        <span className="card-tile-time figures">{clock}</span>
        {isChosen && (
          <span className="card-tile-tick">
            <Icon name="tick" sizePixels={16} />
          </span>
        )}
      </button>
    </li>
  )
}
