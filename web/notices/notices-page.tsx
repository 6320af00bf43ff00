import { Button, NativeSelect } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useLocation, useSearchParams } from 'wouter'
import { type NoticeKind, noticeKinds } from '../../db/vocabulary.ts'
import { seesAllNotices } from '../../server/domain/notice-doors.ts'
import { api, told } from '../api.ts'
import { SearchField } from '../register/filter-bar.tsx'
import { useWords } from '../text/language.ts'
import { noticeWords } from '../text/notice-words.ts'
import { tradeWords } from '../text/trade-words.ts'
import { EitherOr } from '../ui/either-or.tsx'
import { EmptyState, ErrorLine, ErrorState, LoadingRows } from '../ui/nothing-to-show.tsx'
import { Page } from '../ui/page.tsx'
import { useMe } from '../ui/use-me.ts'
import { type Filter, type FilterKey, noticeFilterOf, noticeFlags, noticesAddress, withField } from './filter.ts'
import { NoticeTable } from './notice-table.tsx'
import './notices-page.css'

const pageSize = '40'

/** Documents received and sent: those that wait for the reader's signature first, then the newest. */
export default function NoticesPage() {
  const text = useWords(noticeWords)
  const [search] = useSearchParams()
  const [, go] = useLocation()
  const seesAll = seesAllNotices(useMe().person.role)
  const given = noticeFilterOf(search)
  const filter = seesAll || given.box !== undefined ? given : { ...given, box: 'in' as const }
  const show = (next: Filter): void => go(noticesAddress(next), { replace: true })
  const pages = useInfiniteQuery({
    queryKey: ['notices', filter],
    queryFn: ({ pageParam }) =>
      told(
        api.notices.$get({
          query: { ...filter, limit: pageSize, ...(pageParam === null ? {} : { after: pageParam }) },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: (former) => former,
  })
  const rows = pages.data?.pages.flatMap(({ notices }) => notices) ?? []
  const count = pages.data?.pages.at(-1)?.count ?? 0
  const filtered = Object.keys(filter).some((key) => key !== 'box')
  return (
    <Page
      title={text.title}
      actions={
        <span className="notices-count figures" aria-live="polite">
          {pages.data && text.count(count)}
        </span>
      }
    >
      <Filters filter={filter} seesAll={seesAll} onChange={show} />
      {pages.isPending ? (
        <LoadingRows rows={10} heightPixels={36} />
      ) : pages.data === undefined ? (
        <ErrorState problem={pages.error} retry={() => void pages.refetch()} retrying={pages.isRefetching} />
      ) : rows.length === 0 ? (
        <NothingHere filtered={filtered} box={filter.box} />
      ) : (
        <div data-former={pages.isPlaceholderData}>
          <NoticeTable notices={rows} />
          {pages.isError && <ErrorLine problem={pages.error} />}
          {pages.hasNextPage && (
            <div className="notices-more">
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

interface FiltersProps {
  readonly filter: Filter
  readonly seesAll: boolean
  readonly onChange: (filter: Filter) => void
}

const Filters = ({ filter, seesAll, onChange }: FiltersProps) => {
  const text = useWords(noticeWords)
  const trade = useWords(tradeWords)
  const set = (key: FilterKey, value: string | null): void => onChange(withField(filter, key, value))
  const boxes = seesAll ? (['all', 'in', 'out'] as const) : (['in', 'out'] as const)
  return (
    <search className="notices-filters not-in-print">
      <EitherOr
        label={text.box}
        choices={boxes.map((box) => ({ value: box, label: text.boxes[box] }))}
        value={filter.box ?? 'all'}
        onChange={(box) => set('box', box === 'all' ? null : box)}
      />
      <NativeSelect
        aria-label={text.kind}
        value={filter.kind ?? ''}
        data-chosen={filter.kind !== undefined}
        onChange={(event) => set('kind', event.currentTarget.value)}
        data={[
          { value: '', label: text.anyKind },
          ...noticeKinds.map((kind: NoticeKind) => ({ value: kind, label: trade.noticeKinds[kind] })),
        ]}
      />
      <SearchField
        words={filter.q ?? ''}
        onSearch={(q) => set('q', q)}
        placeholder={text.search}
        label={text.searchLabel}
      />
      <fieldset className="filter-flags">
        <legend className="for-ears">{text.filters}</legend>
        {noticeFlags.map((flag) => (
          <button
            key={flag}
            type="button"
            className="filter-flag"
            aria-pressed={filter[flag] === 'yes'}
            onClick={() => set(flag, filter[flag] === 'yes' ? null : 'yes')}
          >
            {text.flags[flag]}
          </button>
        ))}
      </fieldset>
    </search>
  )
}

const NothingHere = ({ filtered, box }: { readonly filtered: boolean; readonly box: Filter['box'] }) => {
  const text = useWords(noticeWords)
  if (filtered) return <EmptyState title={text.noneTitle}>{text.noneHow}</EmptyState>
  if (box === 'in') return <EmptyState title={text.emptyIn}>{text.emptyInHow}</EmptyState>
  return (
    <EmptyState
      title={text.emptyOut}
      action={
        <Button component={Link} href="/register" variant="filled">
          {text.toRegister}
        </Button>
      }
    >
      {text.emptyOutHow}
    </EmptyState>
  )
}
