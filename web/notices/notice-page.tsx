import { useParams } from 'wouter'
import type { NoticeWhole } from '../../server/notices/answers.ts'
import { ApiProblem } from '../api-problem.ts'
import { useWords } from '../text/language.ts'
import { noticeWords } from '../text/notice-words.ts'
import { useTime } from '../text/use-time.ts'
import { ErrorState, LoadingRows } from '../ui/nothing-to-show.tsx'
import { Page, Section } from '../ui/page.tsx'
import { usePhone } from '../ui/use-phone.ts'
import { Letter } from './letter.tsx'
import { NoticeFiles } from './notice-files.tsx'
import { Receipts } from './receipts.tsx'
import { Replies } from './replies.tsx'
import { SignBox } from './sign-box.tsx'
import { useNotice } from './use-notices.ts'
import { WithdrawNotice } from './withdraw-notice.tsx'
import './notice-page.css'

const isGone = (error: unknown): boolean => error instanceof ApiProblem && error.status === 404

/** One document: what it says, who signed for it, what was replied, and what the reader may do. */
export default function NoticePage() {
  const { id } = useParams<{ id: string }>()
  const text = useWords(noticeWords)
  const notice = useNotice(id)
  if (notice.data) return <WholeNotice notice={notice.data} />
  return (
    <Page title={text.title} backTo="/notices">
      {notice.isPending ? (
        <LoadingRows rows={10} />
      ) : (
        <ErrorState
          problem={notice.error}
          {...(!isGone(notice.error) && { retry: () => void notice.refetch() })}
          retrying={notice.isFetching}
        />
      )}
    </Page>
  )
}

const WholeNotice = ({ notice }: { readonly notice: NoticeWhole }) => {
  const text = useWords(noticeWords)
  const phone = usePhone()
  const letter = (
    <Letter
      content={notice.content}
      hrefs={notice.hazards.map(({ id, inScope }) => (inScope ? `/hazards/${id}` : null))}
    />
  )
  const gone = notice.withdrawn && <Withdrawn withdrawn={notice.withdrawn} />
  const duties = (
    <>
      <Section title={text.receipts}>
        <Receipts notice={notice} />
      </Section>
      <Section title={text.replies}>
        <Replies notice={notice} />
      </Section>
      <Section title={text.files}>
        <NoticeFiles notice={notice} />
        <WithdrawNotice notice={notice} />
      </Section>
    </>
  )
  return (
    <Page title={notice.documentNumber} backTo="/notices">
      {phone ? (
        <div className="notice notice-on-phone">
          {gone}
          {letter}
          {duties}
          <SignBox notice={notice} />
        </div>
      ) : (
        <div className="notice notice-on-desk">
          <div>
            {gone}
            {letter}
          </div>
          <div className="notice-duties">
            <SignBox notice={notice} />
            {duties}
          </div>
        </div>
      )}
    </Page>
  )
}

const Withdrawn = ({ withdrawn }: { readonly withdrawn: NonNullable<NoticeWhole['withdrawn']> }) => {
  const text = useWords(noticeWords)
  const time = useTime()
  return (
    <div className="notice-withdrawn">
      <strong>{text.withdrawnBy(withdrawn.by, time.instant(withdrawn.at))}</strong>
      <span>{text.withdrawnBecause(withdrawn.because)}</span>
    </div>
  )
}
