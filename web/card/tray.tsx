import { Button } from '@mantine/core'
import { cardWords } from '../text/card-words.ts'
import { useWords } from '../text/language.ts'
import { Section } from '../ui/page.tsx'
import type { SetPhoto } from './card-photo.ts'
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
  const count = groups.reduce((sum, { photoIds }) => sum + photoIds.length, 0)
  return (
    <Section title={`${text.tray} (${count})`}>
      <p className="card-quiet">{text.trayHow}</p>
      {groups.map((group) => (
        <div key={group.id} className="card-heap">
          <Button size="compact-sm" onClick={() => onChooseAll(group.photoIds)}>
            {text.selectAll}
          </Button>
          <ul className="card-tiles">
            {group.photos.map((photo) => (
              <PhotoTile key={photo.id} photo={photo} chosen={chosen} onChoose={onChoose} onEnlarge={onEnlarge} />
            ))}
          </ul>
        </div>
      ))}
    </Section>
  )
}
