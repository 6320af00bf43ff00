import { Button, NativeSelect } from '@mantine/core'
import { groupingRule } from '../../server/domain/photo-groups.ts'
import { cardWords } from '../text/card-words.ts'
import { useWords } from '../text/language.ts'
import { useTime } from '../text/use-time.ts'
import type { HandPlace } from './arrangement.ts'
import { CategorySelect } from './category-select.tsx'
import { PlacePicks } from './place-picks.tsx'
import type { ShownGroup } from './use-card-desk.ts'

interface PhotoProps {
  readonly count: number
  readonly groups: readonly ShownGroup[]
  readonly placing: boolean
  readonly mayPlaceOnMap: boolean
  readonly onSplit: () => void
  /** Only for one photo that is not the first of its hazard. */
  readonly onSplitFrom: (() => void) | null
  readonly onMoveTo: (groupId: string) => void
  readonly onLeaveOut: () => void
  readonly onPlacing: (placing: boolean) => void
  readonly onPlaceInMiddle: () => void
  readonly onPlace: (at: HandPlace) => void
  readonly onEnlarge: (() => void) | null
  readonly onClear: () => void
}

/** What can be done with the photos chosen; everything that dragging does can be done here with the keyboard. */
export const PhotoChoiceBar = (props: PhotoProps) => {
  const text = useWords(cardWords)
  const { clock } = useTime()
  const { onSplitFrom, onEnlarge } = props
  return (
    <div className="card-bar" role="toolbar" aria-label={text.selected(props.count)}>
      <strong className="figures">{text.selected(props.count)}</strong>
      {onEnlarge && <Button onClick={onEnlarge}>{text.enlarge}</Button>}
      <Button onClick={props.onSplit}>{text.split}</Button>
      {onSplitFrom && <Button onClick={onSplitFrom}>{text.splitFrom}</Button>}
      <NativeSelect
        aria-label={text.moveTo}
        value=""
        onChange={(event) => event.currentTarget.value !== '' && props.onMoveTo(event.currentTarget.value)}
        data={[
          { value: '', label: text.moveToOther },
          ...props.groups.map((group, index) => ({
            value: group.id,
            label: `${text.group(index + 1)} ${clock(new Date(group.photos[0]?.atMs ?? 0).toISOString())}`,
          })),
        ]}
      />
      {props.mayPlaceOnMap && (
        <Button aria-pressed={props.placing} onClick={() => props.onPlacing(!props.placing)}>
          {text.placeOnMap}
        </Button>
      )}
      {props.placing && <Button onClick={props.onPlaceInMiddle}>{text.placeInMiddle}</Button>}
      <PlacePicks onPlace={props.onPlace} />
      <Button color="ink" onClick={props.onLeaveOut}>
        {text.leaveOut}
      </Button>
      <Button variant="subtle" onClick={props.onClear}>
        {text.clearSelection}
      </Button>
      {props.placing && (
        <span className="card-placing" role="status">
          {text.placing}
        </span>
      )}
    </div>
  )
}

interface GroupProps {
  readonly count: number
  readonly mayJoin: boolean
  readonly onJoin: () => void
  readonly onCategory: (code: string) => void
  readonly onLeaveOut: () => void
  readonly onClear: () => void
}

export const GroupChoiceBar = ({ count, mayJoin, onJoin, onCategory, onLeaveOut, onClear }: GroupProps) => {
  const text = useWords(cardWords)
  return (
    <div className="card-bar" role="toolbar" aria-label={text.selectedGroups(count)}>
      <strong className="figures">{text.selectedGroups(count)}</strong>
      {count > 1 && (
        <Button disabled={!mayJoin} onClick={onJoin}>
          {text.join}
        </Button>
      )}
      {count > 1 && !mayJoin && <span className="card-quiet">{text.tooMany(groupingRule.mostPhotos)}</span>}
      <CategorySelect label={text.setCategory} code="" first={text.setCategory} onChoose={onCategory} />
      <Button color="ink" onClick={onLeaveOut}>
        {text.leaveOut}
      </Button>
      <Button variant="subtle" onClick={onClear}>
        {text.clearSelection}
      </Button>
    </div>
  )
}
