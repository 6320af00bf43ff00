import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { JunctionLine } from '../../server/junctions/wire.ts'
import { api, told } from '../api.ts'
import { shieldOf } from '../map/base-layers.ts'
import { junctionWords } from '../text/junction-words.ts'
import { useWords } from '../text/language.ts'
import { useTime } from '../text/use-time.ts'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState, ErrorLine, ErrorState, LoadingRows } from '../ui/nothing-to-show.tsx'
import { asQuery, type JunctionFilter } from './junction-filter.ts'
import { JunctionFilterBar } from './junction-filter-bar.tsx'
import { JunctionMark } from './junction-mark.tsx'

interface Props {
  readonly filter: JunctionFilter
  readonly months: string
  readonly onChange: (part: JunctionFilter) => void
  readonly onClear: () => void
}

/** What has waited longest stands first; what stands in the address bar is what is listed. */
export const JunctionList = ({ filter, months, onChange, onClear }: Props) => {
  const text = useWords(junctionWords)
  const pages = useInfiniteQuery({
    queryKey: ['junctions', 'list', filter, months],
    queryFn: ({ pageParam }) =>
      told(
        api.junctions.$get({
          query: { ...asQuery(filter), months, ...(pageParam === null ? {} : { after: pageParam }) },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: (former) => former,
  })
  const rows = pages.data?.pages.flatMap(({ junctions }) => junctions) ?? []
  const count = pages.data?.pages.at(-1)?.count ?? 0
  const filtered = Object.keys(filter).some((key) => key !== 'months' && key !== 'order')
  return (
    <>
      <JunctionFilterBar
        filter={filter}
        onChange={onChange}
        {...(pages.data && { counted: text.count(count) })}
        {...(filtered && { onClear })}
      />
      {pages.isPending ? (
        <LoadingRows rows={10} heightPixels={32} />
      ) : pages.data === undefined ? (
        <ErrorState problem={pages.error} retry={() => void pages.refetch()} retrying={pages.isRefetching} />
      ) : rows.length === 0 ? (
        <EmptyState title={filtered ? text.noneTitle : text.emptyTitle}>
          {filtered ? text.noneHow : text.emptyHow}
        </EmptyState>
      ) : (
        <div data-former={pages.isPlaceholderData}>
          <Rows rows={rows} />
          {pages.isError && <ErrorLine problem={pages.error} />}
          {pages.hasNextPage && (
            <div className="junction-more">
              <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                {text.more(count - rows.length)}
              </Button>
            </div>
          )}
        </div>
      )}
    </>
  )
}

const Rows = ({ rows }: { readonly rows: readonly JunctionLine[] }) => {
  const text = useWords(junctionWords)
  const time = useTime()
  const last = ({ lastInspectedAt }: JunctionLine): string =>
    lastInspectedAt === null ? text.never : time.shortDay(time.dayKey(lastInspectedAt))
  const routes = ({ routeCodes }: JunctionLine): string => routeCodes.map(shieldOf).join(' · ')
  return (
    <DataTable
      label={text.list}
      rows={rows}
      keyOf={({ id }) => id}
      hrefOf={({ id }) => `/junctions/${id}`}
      dense
      columns={[
        {
          key: 'name',
          header: text.name,
          cell: (row) => (
            <span className="junction-name">
              <JunctionMark age={row.age} sizePixels={16} />
              {row.name}
            </span>
          ),
        },
        { key: 'township', header: text.townshipColumn, widthPixels: 110, cell: (row) => row.townshipName ?? '—' },
        { key: 'routes', header: text.routes, cell: (row) => <span className="figures">{routes(row)}</span> },
        { key: 'arms', header: text.arms, align: 'end', widthPixels: 70, cell: ({ arms }) => arms },
        {
          ...{ key: 'last', header: text.last, widthPixels: 150 },
          cell: (row) => <span className={row.age === 'never' ? 'quiet' : 'figures'}>{last(row)}</span>,
        },
      ]}
      card={(row) => (
        <span className="junction-card">
          <JunctionMark age={row.age} sizePixels={26} />
          <span>
            <strong>{row.name}</strong>
            <span className="quiet figures">
              {[row.townshipName, text.armsOf(row.arms)].filter((part) => part !== null).join(' · ')}
            </span>
            <span className="figures">
              {text.last} {last(row)}
            </span>
          </span>
        </span>
      )}
    />
  )
}
