import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { HazardLine } from '../../server/hazards/answers.ts'
import { api, photoUrl, told } from '../api.ts'
import { placeText } from '../hazards/place-text.ts'
import { hazardWords } from '../text/hazard-words.ts'
import { useWords } from '../text/language.ts'
import { mineWords } from '../text/mine-words.ts'
import { uiWords } from '../text/ui-words.ts'
import { useTime } from '../text/use-time.ts'
import { FourOnes } from '../ui/four-ones.tsx'
import { EmptyState, ErrorState, LoadingRows } from '../ui/nothing-to-show.tsx'
import { Page } from '../ui/page.tsx'
import { PhotoFrame } from '../ui/photo-frame.tsx'
import { SeverityMark } from '../ui/severity-mark.tsx'
import { markOf } from '../ui/severity-shapes.ts'
import { useCodeNames } from '../ui/use-county.ts'

const pageSize = '20'

/** A reporter's own reports, newest first, void ones too: whoever reported learns what became of it. */
export const OwnReports = () => {
  const text = useWords(mineWords)
  const ui = useWords(uiWords)
  const pages = useInfiniteQuery({
    queryKey: ['mine', 'reports'],
    queryFn: ({ pageParam }) =>
      told(
        api.hazards.$get({
          query: { void: 'yes', order: 'newest', limit: pageSize, ...(pageParam !== null && { after: pageParam }) },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
  const reports = pages.data?.pages.flatMap(({ hazards }) => hazards) ?? []
  const count = pages.data?.pages[0]?.count
  return (
    <Page
      title={text.ownReports}
      actions={count !== undefined && <span className="mine-count figures">{text.count(count)}</span>}
    >
      {pages.isPending ? (
        <LoadingRows rows={8} heightPixels={64} />
      ) : pages.data === undefined ? (
        <ErrorState problem={pages.error} retry={() => void pages.refetch()} retrying={pages.isFetching} />
      ) : reports.length === 0 ? (
        <EmptyState
          title={text.nothingReports}
          action={
            <Button component={Link} href="/capture" variant="filled">
              {text.toCapture}
            </Button>
          }
        >
          {text.nothingReportsHow}
        </EmptyState>
      ) : (
        <>
          <div className="own-reports">
            {reports.map((report) => (
              <OwnReport key={report.id} report={report} />
            ))}
          </div>
          {pages.hasNextPage && (
            <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
              {ui.loadMore}
            </Button>
          )}
        </>
      )}
    </Page>
  )
}

const OwnReport = ({ report }: { readonly report: HazardLine }) => {
  const text = useWords(mineWords)
  const page = useWords(hazardWords)
  const names = useCodeNames()
  const time = useTime()
  return (
    <article className="waiting-card">
      <Link href={`/hazards/${report.id}`} className="waiting-card-link">
        {report.photoSha256 !== null && (
          <PhotoFrame src={photoUrl(report.photoSha256, 'small')} alt="" fit="cover" ratio={2} />
        )}
        <div className="waiting-card-words">
          <p className="waiting-wants">{report.setAside === null ? text.become[report.stage] : text.becomeVoid}</p>
          <h2>
            <SeverityMark kind={markOf(report)} sizePixels={22} />
            {names.hazard(report.code)}
          </h2>
          <p className="figures waiting-number">
            {report.registerNumber ?? page.shortCode(report.shortCode)} · {time.instant(report.reportedAt)}
          </p>
          <p>{placeText(report) || page.noPlace}</p>
        </div>
        {report.setAside === null && <FourOnes stage={report.stage} />}
      </Link>
    </article>
  )
}
