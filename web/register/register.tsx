import { Button, NativeSelect } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import type { HazardLine } from '../../server/hazards/answers.ts'
import { registerOrders } from '../../server/register/wire.ts'
import { api, photoUrl, told } from '../api.ts'
import { useWords } from '../text/language.ts'
import { registerWords } from '../text/register-words.ts'
import { tradeWords } from '../text/trade-words.ts'
import { useTime } from '../text/use-time.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { DueChip } from '../ui/due-chip.tsx'
import { EmptyState, ErrorLine, ErrorState, LoadingRows } from '../ui/nothing-to-show.tsx'
import { Page } from '../ui/page.tsx'
import { SeverityMark } from '../ui/severity-mark.tsx'
import { markOf } from '../ui/severity-shapes.ts'
import { useCodeNames } from '../ui/use-county.ts'
import { useMe } from '../ui/use-me.ts'
import { addressWith, type Filter, filterOf, type Order, orderOf } from './filter.ts'
import { FilterBar } from './filter-bar.tsx'
import { placeLine } from './place-line.ts'
import { useSelection } from './selection.tsx'
import { UnreadFilter } from './unread-filter.tsx'
import './register.css'

const pageSize = '50'

/** The register as a table: what stands in the address bar is what is shown, so a view can be sent as a link. */
export default function RegisterPage() {
  const text = useWords(registerWords)
  const me = useMe()
  const [search] = useSearchParams()
  const [, go] = useLocation()
  const filter = filterOf(search)
  const order = orderOf(search)
  const show = useCallback((next: Filter) => go(addressWith('/register', next, order), { replace: true }), [go, order])
  const pages = useInfiniteQuery({
    queryKey: ['register', filter, order],
    queryFn: ({ pageParam }) =>
      told(
        api.hazards.$get({
          query: { ...filter, order, limit: pageSize, ...(pageParam === null ? {} : { after: pageParam }) },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: (former) => former,
  })
  const rows = pages.data?.pages.flatMap(({ hazards }) => hazards) ?? []
  const count = pages.data?.pages.at(-1)?.count ?? 0
  const filtered = Object.keys(filter).length > 0
  return (
    <Page
      title={me.person.role === 'light-reporter' ? text.ownTitle : text.title}
      actions={
        <>
          <span className="register-count figures" aria-live="polite">
            {pages.data && text.count(count)}
          </span>
          {me.person.role !== 'light-reporter' && (
            <Button component={Link} href={addressWith('/map', filter)} className="not-on-phone">
              {text.onMap}
            </Button>
          )}
          <OrderChoice
            order={order}
            onChange={(next) => go(addressWith('/register', filter, next), { replace: true })}
          />
        </>
      }
    >
      <UnreadFilter onDismiss={() => show(filter)} />
      <FilterBar filter={filter} onChange={show} />
      {pages.isPending ? (
        <LoadingRows rows={12} heightPixels={28} />
      ) : pages.data === undefined ? (
        <ErrorState problem={pages.error} retry={() => void pages.refetch()} retrying={pages.isRefetching} />
      ) : rows.length === 0 ? (
        <NothingFound filtered={filtered} />
      ) : (
        <div data-former={pages.isPlaceholderData}>
          <HazardTable rows={rows} />
          {pages.isError && <ErrorLine problem={pages.error} />}
          {pages.hasNextPage && (
            <div className="register-more">
              <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                {text.more(count - rows.length)}
              </Button>
            </div>
          )}
        </div>
      )}
    </Page>
  )
}

const NothingFound = ({ filtered }: { readonly filtered: boolean }) => {
  const text = useWords(registerWords)
  if (filtered) return <EmptyState title={text.noneTitle}>{text.noneHow}</EmptyState>
  return (
    <EmptyState
      title={text.emptyTitle}
      action={
        <Button component={Link} href="/capture" variant="filled">
          {text.emptyAction}
        </Button>
      }
    >
      {text.emptyHow}
    </EmptyState>
  )
}

const OrderChoice = ({ order, onChange }: { readonly order: Order; readonly onChange: (order: Order) => void }) => {
  const text = useWords(registerWords)
  return (
    <NativeSelect
      aria-label={text.order}
      value={order}
      onChange={(event) => {
        const chosen = registerOrders.find((each) => each === event.currentTarget.value)
        if (chosen) onChange(chosen)
      }}
      data={registerOrders.map((value) => ({ value, label: text.orders[value] }))}
    />
  )
}

const HazardTable = ({ rows }: { readonly rows: readonly HazardLine[] }) => {
  const text = useWords(registerWords)
  const trade = useWords(tradeWords)
  const names = useCodeNames()
  const time = useTime()
  const selection = useSelection(rows)
  const choice: Column<HazardLine> = {
    key: 'choice',
    header: selection.header,
    widthPixels: 34,
    cell: (row) => selection.boxOf(row, row.registerNumber ?? text.noNumber(row.shortCode)),
  }
  const columns: Column<HazardLine>[] = [
    {
      key: 'number',
      header: text.columns.number,
      widthPixels: 156,
      oneLine: true,
      cell: (row) => (
        <span className="register-number figures">
          <SeverityMark kind={markOf(row)} sizePixels={16} />
          {row.registerNumber ?? text.noNumber(row.shortCode)}
        </span>
      ),
    },
    {
      key: 'stage',
      header: text.columns.stage,
      widthPixels: 92,
      oneLine: true,
      cell: (row) => (row.setAside === null ? trade.stages[row.stage] : trade.setAsides[row.setAside]),
    },
    {
      key: 'place',
      header: text.columns.place,
      widthPixels: 250,
      oneLine: true,
      full: placeLine,
      cell: (row) => <span className="figures">{placeLine(row)}</span>,
    },
    {
      key: 'hazard',
      header: text.columns.hazard,
      widthPixels: 200,
      oneLine: true,
      full: (row) => names.hazard(row.code),
      cell: (row) => (
        <>
          <span className="register-code figures">{row.code}</span> {names.hazard(row.code)}
        </>
      ),
    },
    {
      key: 'description',
      header: text.columns.description,
      oneLine: true,
      full: (row) => row.description,
      cell: (row) => row.description,
    },
    {
      key: 'due',
      header: text.columns.due,
      widthPixels: 232,
      oneLine: true,
      cell: (row) => row.dueOn !== null && row.stage === 'register' && <DueChip dueOn={row.dueOn} />,
    },
    {
      key: 'reported',
      header: text.columns.reported,
      widthPixels: 118,
      oneLine: true,
      cell: (row) => <span className="figures">{time.shortDay(time.dayKey(row.reportedAt))}</span>,
    },
  ]
  return (
    <>
      <DataTable
        label={text.title}
        columns={columns}
        {...(selection.offered && { before: choice })}
        rows={rows}
        keyOf={({ id }) => id}
        hrefOf={({ id }) => `/hazards/${id}`}
        dense
        card={(row) => <HazardCard hazard={row} />}
      />
      {selection.offered && selection.bar}
    </>
  )
}

/** A row on the phone: the photo first, it is what people recognise the place by. */
const HazardCard = ({ hazard }: { readonly hazard: HazardLine }) => {
  const text = useWords(registerWords)
  const trade = useWords(tradeWords)
  const names = useCodeNames()
  return (
    <div className="register-card">
      {hazard.photoSha256 === null ? (
        <span className="register-card-photo" />
      ) : (
        <img className="register-card-photo" src={photoUrl(hazard.photoSha256, 'small')} alt="" loading="lazy" />
      )}
      <div className="register-card-words">
        <strong className="register-number figures">
          <SeverityMark kind={markOf(hazard)} sizePixels={18} />
          {hazard.registerNumber ?? text.noNumber(hazard.shortCode)}
        </strong>
        <span>{names.hazard(hazard.code)}</span>
        <span className="register-card-place figures">{placeLine(hazard)}</span>
        {hazard.stage === 'register' && hazard.dueOn !== null ? (
          <DueChip dueOn={hazard.dueOn} />
        ) : (
          <span className="register-card-place">{trade.stages[hazard.stage]}</span>
        )}
      </div>
    </div>
  )
}
