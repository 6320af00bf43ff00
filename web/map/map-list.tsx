import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import type { HazardPoints } from '../../server/map/wire.ts'
import { addressWith, type Filter } from '../register/filter.ts'
import { FilterBar } from '../register/filter-bar.tsx'
import { FilterChips } from '../register/filter-chips.tsx'
import { useWords } from '../text/language.ts'
import { mapWords } from '../text/map-words.ts'
import { mapWorkWords } from '../text/map-work-words.ts'
import { useTime } from '../text/use-time.ts'
import { EmptyState, ErrorState, LoadingRows } from '../ui/nothing-to-show.tsx'
import { usePhone } from '../ui/use-phone.ts'
import { HazardRows } from './hazard-rows.tsx'
import type { Listed } from './list-order.ts'

interface Props {
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
  readonly asked: {
    readonly data: HazardPoints | undefined
    readonly error: unknown
    readonly isPending: boolean
    readonly isError: boolean
    readonly isFetching: boolean
    readonly isPlaceholderData: boolean
    readonly refetch: () => unknown
  }
  readonly hazards: readonly Listed[]
  /** Null where there is no map to follow. */
  readonly onlyInView: boolean | null
  readonly onOnlyInView: (only: boolean) => void
  readonly onShowAll: () => void
  readonly chosen: string | null
  readonly pointedAt: string | null
  readonly onChoose: (hazard: Listed) => void
  readonly onPoint: (hazardId: string | null) => void
  readonly picked: ReadonlySet<string> | null
  /** Begins to pick out, where there is no sheet with a button for it. */
  readonly onPick: (() => void) | null
}

/** The list beside the map, or beneath it on the phone: filter, what is in view, and why there may be nothing. */
export const MapList = (props: Props) => {
  const { filter, onFilter, asked, hazards, onlyInView, onOnlyInView } = props
  const text = useWords(mapWords)
  const work = useWords(mapWorkWords)
  const time = useTime()
  const phone = usePhone()
  const [unfolded, setUnfolded] = useState(false)
  const chosen = Object.keys(filter).length
  return (
    <>
      <div className="map-list-tools">
        {!phone && (
          <Button size="xs" onClick={() => setUnfolded(!unfolded)} aria-expanded={unfolded}>
            {chosen > 0 ? text.filtersChosen(chosen) : text.filters}
          </Button>
        )}
        {onlyInView !== null && (
          <Checkbox
            label={text.onlyInView}
            checked={onlyInView}
            onChange={(event) => onOnlyInView(event.currentTarget.checked)}
          />
        )}
        {props.onPick !== null && (
          <Button size="xs" onClick={props.onPick}>
            {work.choose}
          </Button>
        )}
        <Link href={addressWith('/register', filter)} className="map-as-table">
          {text.asTable}
        </Link>
      </div>
      {!phone && !unfolded && chosen > 0 && (
        <div className="map-filter map-chips not-in-print">
          <FilterChips filter={filter} onChange={onFilter} />
        </div>
      )}
      {(phone || unfolded) && (
        <div className="map-filter">
          <FilterBar filter={filter} onChange={onFilter} />
        </div>
      )}
      {asked.data?.truncated === true && (
        <p className="map-notice">{text.truncated(asked.data.count, asked.data.features.length)}</p>
      )}
      {asked.isPending ? (
        <LoadingRows rows={10} heightPixels={52} />
      ) : asked.data === undefined ? (
        <ErrorState problem={asked.error} retry={() => void asked.refetch()} retrying={asked.isFetching} />
      ) : hazards.length === 0 ? (
        <NothingListed {...props} found={asked.data.features.length} />
      ) : (
        <div data-former={asked.isPlaceholderData}>
          <HazardRows
            hazards={hazards}
            chosen={props.chosen}
            pointedAt={props.pointedAt}
            onChoose={props.onChoose}
            onPoint={props.onPoint}
            picked={props.picked}
            whole={filter.among !== undefined}
          />
          <p className="map-list-end quiet">
            {text.asOf(time.instant(asked.data.asOf))} · {text.notPlaced}
          </p>
        </div>
      )}
    </>
  )
}

const NothingListed = ({ filter, onFilter, onShowAll, found }: Props & { readonly found: number }) => {
  const text = useWords(mapWords)
  if (found > 0)
    return (
      <div className="map-none">
        <p>{text.noneInView}</p>
        <Button onClick={onShowAll}>{text.showAll}</Button>
      </div>
    )
  if (Object.keys(filter).length === 0) return <EmptyState title={text.emptyTitle}>{text.emptyHow}</EmptyState>
  return (
    <EmptyState title={text.noneTitle} action={<Button onClick={() => onFilter({})}>{text.clearFilters}</Button>}>
      {text.noneHow}
    </EmptyState>
  )
}
