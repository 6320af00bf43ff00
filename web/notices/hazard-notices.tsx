import { Button } from '@mantine/core'
import { Link } from 'wouter'
import { hasNotices } from '../../server/domain/notice-doors.ts'
import type { HazardWhole } from '../../server/hazards/answers.ts'
import { api, told } from '../api.ts'
import { useAsked } from '../asking.ts'
import { useWords } from '../text/language.ts'
import { noticeWords } from '../text/notice-words.ts'
import { ErrorLine } from '../ui/nothing-to-show.tsx'
import { Section } from '../ui/page.tsx'
import { useMe } from '../ui/use-me.ts'
import { newNoticeAddress } from './filter.ts'
import { NoticeCard } from './notice-table.tsx'
import './notices-page.css'

/** The documents about one hazard that the reader may read, and the way to writing another. */
export const HazardNotices = ({ hazard }: { readonly hazard: HazardWhole }) => {
  const text = useWords(noticeWords)
  const { role } = useMe().person
  const may = hazard.moves.some(({ move, ok }) => move === 'issue-notice' && ok)
  const asked = useAsked(['notices', { hazard: hazard.id }], () =>
    told(api.notices.$get({ query: { hazard: hazard.id, limit: '20' } })),
  )
  const notices = asked.data?.notices ?? []
  if (!hasNotices(role) || (notices.length === 0 && !may && !asked.isError)) return null
  return (
    <Section
      title={text.onHazard}
      actions={
        may && (
          <Button component={Link} href={newNoticeAddress([hazard.id])} className="not-in-print">
            {text.newNotice}
          </Button>
        )
      }
    >
      {asked.isError && <ErrorLine problem={asked.error} />}
      {asked.data && notices.length === 0 && <p className="quiet">{text.noneOnHazard}</p>}
      <ul className="hazard-notices">
        {notices.map((notice) => (
          <li key={notice.id}>
            <Link href={`/notices/${notice.id}`}>
              <NoticeCard notice={notice} />
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
