import type { NoticeLine } from '../../server/notices/answers.ts'
import { useWords } from '../text/language.ts'
import { noticeWords } from '../text/notice-words.ts'
import { useTime } from '../text/use-time.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { DueChip } from '../ui/due-chip.tsx'

/** Rows on the desk, cards on the phone. */
export const NoticeTable = ({ notices }: { readonly notices: readonly NoticeLine[] }) => {
  const text = useWords(noticeWords)
  const time = useTime()
  const columns: readonly Column<NoticeLine>[] = [
    {
      key: 'number',
      header: text.columns.number,
      widthPixels: 248,
      oneLine: true,
      cell: (row) => <span className="notice-number">{row.documentNumber}</span>,
    },
    {
      key: 'title',
      header: text.columns.title,
      oneLine: true,
      full: ({ title }) => title,
      cell: (row) => (
        <span className={row.state === 'withdrawn' ? 'notice-gone' : undefined}>
          <StateTag notice={row} /> {row.title}
        </span>
      ),
    },
    {
      key: 'to',
      header: text.columns.to,
      widthPixels: 150,
      oneLine: true,
      full: (row) => row.addressee,
      cell: (row) => row.addressee,
    },
    {
      key: 'from',
      header: text.columns.from,
      widthPixels: 150,
      oneLine: true,
      full: (row) => row.issuer?.name ?? row.issuedBy,
      cell: (row) => row.issuer?.name ?? row.issuedBy,
    },
    {
      key: 'hazards',
      header: text.columns.hazards,
      widthPixels: 70,
      align: 'end',
      cell: (row) => <span className="figures">{text.hazardCount(row.hazardCount)}</span>,
    },
    {
      key: 'issued',
      header: text.columns.issued,
      widthPixels: 96,
      oneLine: true,
      cell: (row) => <span className="figures">{time.shortDay(time.dayKey(row.issuedAt))}</span>,
    },
    {
      key: 'receipts',
      header: text.columns.receipts,
      widthPixels: 84,
      align: 'end',
      cell: (row) => <span className="figures">{text.receiptsOf(row.receiptsGiven, row.receiptsOwed)}</span>,
    },
    {
      key: 'reply',
      header: text.columns.reply,
      widthPixels: 132,
      oneLine: true,
      cell: (row) => <Reply notice={row} />,
    },
  ]
  return (
    <DataTable
      label={text.title}
      columns={columns}
      rows={notices}
      keyOf={({ id }) => id}
      hrefOf={({ id }) => `/notices/${id}`}
      card={(row) => <NoticeCard notice={row} />}
    />
  )
}

/** What the reader is to do about it, or that there is nothing to do any more. */
export const StateTag = ({ notice }: { readonly notice: NoticeLine }) => {
  const text = useWords(noticeWords)
  if (notice.state === 'withdrawn') return <span className="notice-tag">{text.withdrawnTag}</span>
  if (notice.ownUnitSigned === false) return <span className="notice-tag notice-tag-owed">{text.mustSign}</span>
  return null
}

const Reply = ({ notice }: { readonly notice: NoticeLine }) => {
  const text = useWords(noticeWords)
  const time = useTime()
  if (notice.replies > 0) return <span className="figures">{text.replied(notice.replies)}</span>
  if (notice.replyDueOn === null || notice.state === 'withdrawn')
    return <span className="quiet">{text.noReplyDue}</span>
  if (notice.replyDaysOverdue > 0) return <DueChip dueOn={notice.replyDueOn} short />
  return <span className="figures">{text.replyBy(time.shortDay(notice.replyDueOn))}</span>
}

export const NoticeCard = ({ notice }: { readonly notice: NoticeLine }) => {
  const text = useWords(noticeWords)
  const time = useTime()
  return (
    <div className="notice-card">
      <div className="notice-card-head">
        <span className="notice-number">{notice.documentNumber}</span>
        <StateTag notice={notice} />
      </div>
      <strong className={notice.state === 'withdrawn' ? 'notice-gone' : undefined}>{notice.title}</strong>
      <span className="quiet">
        {notice.issuer?.name ?? notice.issuedBy} → {notice.addressee}
      </span>
      <span className="quiet figures notice-card-foot">
        <span>{time.shortDay(time.dayKey(notice.issuedAt))}</span>
        <span>{text.hazardCount(notice.hazardCount)}</span>
        <span>
          {text.columns.receipts} {text.receiptsOf(notice.receiptsGiven, notice.receiptsOwed)}
        </span>
        {notice.replyDaysOverdue > 0 && notice.replyDueOn !== null && (
          <span>
            {text.columns.reply} <DueChip dueOn={notice.replyDueOn} short />
          </span>
        )}
      </span>
    </div>
  )
}
