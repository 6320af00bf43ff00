import { Button } from '@mantine/core'
import { cardWords } from '../text/card-words.ts'
import { useWords } from '../text/language.ts'
import { Section } from '../ui/page.tsx'
import { countPhotos, type SetPhoto } from './card-photo.ts'
import { PhotoTile } from './photo-tile.tsx'
import type { ShownGroup } from './use-card-desk.ts'

interface Props {
  readonly groups: readonly ShownGroup[]
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (id: string) => void
  readonly onChooseAll: (ids: readonly string[]) => void
  readonly onEnlarge: (photo: SetPhoto) => void
}

/** Photos that neither camera nor track could place, in heaps by time; a hand puts them where they were taken. */
export const Tray = ({ groups, chosen, onChoose, onChooseAll, onEnlarge }: Props) => {
  const text = useWords(cardWords)
  // those of which nothing tells that they belong together lie in one heap
  const lone = groups.filter(({ photos }) => photos.length === 1).flatMap(({ photos }) => photos)
  const heaps = groups.filter(({ photos }) => photos.length > 1).map(({ photos }) => photos)
  return (
    <Section title={`${text.tray} (${countPhotos(groups)})`}>
      <p className="card-quiet">{text.trayHow}</p>
      {[...heaps, lone]
        .filter((photos) => photos.length > 0)
        .map((photos) => (
          <div key={photos[0]?.id} className="card-heap">
            <Button size="compact-sm" onClick={() => onChooseAll(photos.map(({ id }) => id))}>
              {text.selectAll}
            </Button>
            <ul className="card-tiles">
              {photos.map((photo) => (
                <PhotoTile key={photo.id} photo={photo} chosen={chosen} onChoose={onChoose} onEnlarge={onEnlarge} />
              ))}
            </ul>
          </div>
        ))}
    </Section>
  )
}
