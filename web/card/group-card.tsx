import { Button, Checkbox, Textarea } from '@mantine/core'
import { type DragEvent, useState } from 'react'
import { cardWords } from '../text/card-words.ts'
import { useWords } from '../text/language.ts'
import { useTime } from '../text/use-time.ts'
import { Icon } from '../ui/icons.tsx'
import type { SetPhoto } from './card-photo.ts'
import { CategorySelect } from './category-select.tsx'
import { GroupPlace } from './group-place.tsx'
import type { GroupMissing } from './kept-groups.ts'
import { draggedIds, draggedType, PhotoTile } from './photo-tile.tsx'
import type { ShownGroup } from './use-card-desk.ts'

interface Props {
  readonly group: ShownGroup
  readonly number: number
  readonly missing: GroupMissing | null
  readonly chosenPhotos: ReadonlySet<string>
  readonly isChosen: boolean
  /** Null for the first; else why it cannot be joined with the one above, or null where it can. */
  readonly joinUp: { readonly shut: string | null; readonly act: () => void } | null
  readonly onChoose: (chosen: boolean) => void
  readonly onChoosePhoto: (id: string) => void
  readonly onEnlarge: (photo: SetPhoto) => void
  readonly onDescribe: (change: { code?: string; description?: string }) => void
  readonly onDropPhotos: (ids: readonly string[]) => void
}

/** One hazard-to-be: its photos, its place, its category, and what it still lacks. */
export const GroupCard = (props: Props) => {
  const { group, number, missing, chosenPhotos, isChosen, joinUp } = props
  const text = useWords(cardWords)
  const { shortInstant, clock } = useTime()
  const [over, setOver] = useState(false)
  const times = group.photos.map(({ atMs }) => new Date(atMs).toISOString())
  const [first = '', last = first] = [times[0], times.at(-1)]
  const carries = (event: DragEvent): boolean => event.dataTransfer.types.includes(draggedType)
  return (
    <section
      className="card-group"
      data-over={over}
      data-chosen={isChosen}
      aria-label={text.group(number)}
      onDragOver={(event) => {
        if (!carries(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!carries(event)) return
        event.preventDefault()
        setOver(false)
        props.onDropPhotos(draggedIds(event))
      }}
    >
      <header className="card-group-head">
        <Checkbox
          checked={isChosen}
          aria-label={text.chooseGroup(number)}
          onChange={(event) => props.onChoose(event.currentTarget.checked)}
        />
        <h3>{text.group(number)}</h3>
        <span className="figures card-quiet">
          {shortInstant(first)}
          {clock(last) !== clock(first) && `–${clock(last)}`} · {text.photos(group.photos.length)}
        </span>
        {joinUp !== null && (
          <Button
            size="compact-sm"
            variant="subtle"
            disabled={joinUp.shut !== null}
            title={joinUp.shut ?? ''}
            onClick={joinUp.act}
          >
            {text.joinUp}
          </Button>
        )}
        <span className="card-group-state" data-ready={missing === null}>
          {missing === null && <Icon name="tick" sizePixels={16} />}
          {missing === null ? text.ready : text.missing[missing]}
        </span>
      </header>
      <div className="card-group-body">
        <div className="card-group-facts">
          <GroupPlace group={group} />
          <div className="card-group-fields">
            <CategorySelect
              label={`${text.group(number)} ${text.category}`}
              code={group.code}
              first={text.chooseCategory}
              onChoose={(code) => props.onDescribe({ code })}
            />
            <Textarea
              aria-label={`${text.group(number)} ${text.remark}`}
              placeholder={text.remark}
              autosize
              minRows={1}
              maxRows={6}
              maxLength={2000}
              value={group.description}
              onChange={(event) => props.onDescribe({ description: event.currentTarget.value })}
            />
          </div>
        </div>
        <ul className="card-tiles">
          {group.photos.map((photo) => (
            <PhotoTile
              key={photo.id}
              photo={photo}
              chosen={chosenPhotos}
              onChoose={props.onChoosePhoto}
              onEnlarge={props.onEnlarge}
            />
          ))}
        </ul>
      </div>
    </section>
  )
}
