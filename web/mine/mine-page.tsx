import { Button } from '@mantine/core'
import { Link } from 'wouter'
import type { Waiting } from '../../server/register/wire.ts'
import { api, told } from '../api.ts'
import { useAsked } from '../asking.ts'
import { NoticesToSign } from '../notices/notices-to-sign.tsx'
import { useWords } from '../text/language.ts'
import { mineWords } from '../text/mine-words.ts'
import { useTime } from '../text/use-time.ts'
import { EmptyState, ErrorState, LoadingRows } from '../ui/nothing-to-show.tsx'
import { Page } from '../ui/page.tsx'
import { useMe } from '../ui/use-me.ts'
import { usePhone } from '../ui/use-phone.ts'
import { inDueGroups } from './due-groups.ts'
import { mineKey } from './mine-key.ts'
import { OwnReports } from './own-reports.tsx'
import { useAccept } from './use-accept.ts'
import { useWaitingText } from './use-waiting-text.ts'
import { WaitingCard } from './waiting-card.tsx'
import { WaitingRow } from './waiting-row.tsx'
import { useWhereIAm } from './where-i-am.ts'
import './mine.css'

/** What waits for the reader, due first: the page most people begin on. A reporter's holds their own reports. */
export default function MinePage() {
  return useMe().person.role === 'light-reporter' ? <OwnReports /> : <WhatWaits />
}

const WhatWaits = () => {
  const text = useWords(mineWords)
  const time = useTime()
  const waiting = useAsked(mineKey, () => told(api.mine.$get()))
  return (
    <Page
      title={text.title}
      actions={
        waiting.data && (
          <span className="mine-count figures">
            {text.count(waiting.data.items.length + waiting.data.more)}
            <span className="quiet mine-as-of"> · {text.asOf(time.instant(waiting.data.asOf))}</span>
          </span>
        )
      }
    >
      <NoticesToSign />
      {waiting.isPending ? (
        <LoadingRows rows={8} heightPixels={64} />
      ) : waiting.data === undefined ? (
        <ErrorState problem={waiting.error} retry={() => void waiting.refetch()} retrying={waiting.isFetching} />
      ) : waiting.data.items.length === 0 ? (
        <NothingWaits />
      ) : (
        <WaitingGroups waiting={waiting.data} />
      )}
    </Page>
  )
}

const WaitingGroups = ({ waiting }: { readonly waiting: Waiting }) => {
  const text = useWords(mineWords)
  const phone = usePhone()
  const here = useWhereIAm()
  const wording = useWaitingText(here)
  const { accept, taking } = useAccept()
  const groups = inDueGroups(waiting.items, waiting.today)
  return (
    <div className="waiting">
      {groups.map(({ group, items }, index) => (
        <section key={group} className="waiting-group" aria-labelledby={`waiting-${group}`}>
          <h2 id={`waiting-${group}`}>
            {text.groups[group]} <span className="quiet figures">{text.count(items.length)}</span>
          </h2>
          {phone ? (
            <div className="waiting-cards">
              {items.map((item) => (
                <WaitingCard
                  key={`${item.hazard.id}-${item.taskId}`}
                  item={item}
                  text={wording}
                  onAccept={accept}
                  taking={taking}
                />
              ))}
            </div>
          ) : (
            <table className="waiting-table">
              <WaitingHeader spoken={index > 0} />
              <tbody>
                {items.map((item) => (
                  <WaitingRow
                    key={`${item.hazard.id}-${item.taskId}`}
                    item={item}
                    text={wording}
                    onAccept={accept}
                    taking={taking}
                  />
                ))}
              </tbody>
            </table>
          )}
        </section>
      ))}
      {waiting.more > 0 && <p className="quiet">{text.more(waiting.more)}</p>}
    </div>
  )
}

/** Shown once on the page; the tables below it say their columns to those who listen. */
const WaitingHeader = ({ spoken }: { readonly spoken: boolean }) => {
  const { columns } = useWords(mineWords)
  const cell = (key: keyof typeof columns) => (
    <th key={key} scope="col" className={`waiting-col-${key}`}>
      <span className={spoken ? 'for-ears' : undefined}>{columns[key]}</span>
    </th>
  )
  return (
    <thead className={spoken ? 'waiting-spoken' : undefined}>
      <tr>{(['photo', 'hazard', 'place', 'wants', 'due', 'act'] as const).map(cell)}</tr>
    </thead>
  )
}

/** Nothing to do is good news; where a person reads instead of doing, it says where. */
const NothingWaits = () => {
  const text = useWords(mineWords)
  const { role } = useMe().person
  const link = (href: string, label: string) => (
    <Button component={Link} href={href} variant="filled">
      {label}
    </Button>
  )
  if (role === 'leader')
    return (
      <EmptyState title={text.leader} action={link('/county', text.toCounty)}>
        {text.leaderHow}
      </EmptyState>
    )
  return (
    <EmptyState title={text.nothing} action={link('/register', text.toRegister)}>
      {text.nothingHow}
    </EmptyState>
  )
}
