import { Checkbox, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import type { ZoneLine } from '../../server/zones/wire.ts'
import { api, told } from '../api.ts'
import { useAsked } from '../asking.ts'
import { useWords } from '../text/language.ts'
import { tradeWords } from '../text/trade-words.ts'
import { zoneWords } from '../text/zone-words.ts'
import { DataTable } from '../ui/data-table.tsx'
import { EitherOr } from '../ui/either-or.tsx'
import { Icon } from '../ui/icons.tsx'
import { EmptyState, ErrorState, LoadingRows } from '../ui/nothing-to-show.tsx'
import { Page } from '../ui/page.tsx'
import { Nowhere } from './nowhere.tsx'
import './zones.css'

const shapes = ['area', 'segment'] as const

/** Every zone with its chief and how it stands; first of all what falls into none. */
export default function ZonesPage() {
  const text = useWords(zoneWords)
  const [shape, setShape] = useState<(typeof shapes)[number]>('area')
  const [typed, setTyped] = useState('')
  const [onlyWithout, setOnlyWithout] = useState(false)
  const asked = useAsked(['zones'], () => told(api.zones.$get()))
  const all = asked.data?.zones
  const shown = useMemo(
    () =>
      (all ?? []).filter(
        (zone) =>
          zone.shape === shape &&
          (!onlyWithout || zone.chief === null) &&
          (zone.name.includes(typed.trim()) || zone.chief?.name.includes(typed.trim()) === true),
      ),
    [all, shape, typed, onlyWithout],
  )
  if (asked.isPending)
    return (
      <Page title={text.list}>
        <LoadingRows rows={12} />
      </Page>
    )
  if (asked.data === undefined || all === undefined)
    return (
      <Page title={text.list}>
        <ErrorState problem={asked.error} retry={() => void asked.refetch()} retrying={asked.isFetching} />
      </Page>
    )
  const without = all.filter((zone) => zone.shape === shape && zone.chief === null).length
  return (
    <Page title={text.list}>
      <p className="quiet zone-lead">{text.lead}</p>
      <Nowhere counts={asked.data.nowhere} />
      <div className="zone-choice">
        <EitherOr
          label={text.list}
          choices={shapes.map((value) => ({ value, label: text.tiers[value] }))}
          value={shape}
          onChange={setShape}
        />
        <TextInput
          type="search"
          value={typed}
          maxLength={30}
          placeholder={text.search}
          aria-label={text.search}
          leftSection={<Icon name="search" sizePixels={16} />}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {without > 0 && (
          <Checkbox
            label={`${text.onlyWithout}（${text.withoutChief(without)}）`}
            checked={onlyWithout}
            onChange={(event) => setOnlyWithout(event.currentTarget.checked)}
          />
        )}
      </div>
      {all.length === 0 ? (
        <EmptyState title={text.noZones}>{text.noZonesHow}</EmptyState>
      ) : shown.length === 0 ? (
        <p>{text.noneFound}</p>
      ) : (
        <Table zones={shown} />
      )}
    </Page>
  )
}

const Table = ({ zones }: { readonly zones: readonly ZoneLine[] }) => {
  const text = useWords(zoneWords)
  const { chiefLevels } = useWords(tradeWords)
  const count = (key: 'open' | 'overdue' | 'cleared' | 'relapsed') => ({
    ...{ key, header: text.columns[key], align: 'end' as const },
    cell: (zone: ZoneLine) => <span className="figures">{zone.counts[key]}</span>,
  })
  const chiefOf = ({ chief }: ZoneLine) =>
    chief === null ? (
      <span className="zone-nobody">{text.nobody}</span>
    ) : (
      <>
        {chief.name} <span className="quiet">{chiefLevels[chief.level]}</span>
      </>
    )
  return (
    <DataTable
      label={text.list}
      rows={zones}
      keyOf={({ id }) => id}
      hrefOf={({ id }) => `/zones/${encodeURIComponent(id)}`}
      columns={[
        { key: 'zone', header: text.columns.zone, cell: ({ name }) => name },
        { key: 'chief', header: text.columns.chief, cell: chiefOf },
        ...(['open', 'overdue', 'cleared', 'relapsed'] as const).map(count),
      ]}
      card={(zone) => (
        <Link href={`/zones/${encodeURIComponent(zone.id)}`} className="zone-card-line">
          <strong>{zone.name}</strong>
          <span>{chiefOf(zone)}</span>
          <span className="quiet figures">
            {text.open} {zone.counts.open} · {text.overdue} {zone.counts.overdue} · {text.cleared} {zone.counts.cleared}
          </span>
        </Link>
      )}
    />
  )
}
