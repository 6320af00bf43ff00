import { Link } from 'wouter'
import { hasNotices } from '../../server/domain/notice-doors.ts'
import { api, told } from '../api.ts'
import { useAsked } from '../asking.ts'
import { useWords } from '../text/language.ts'
import { noticeWords } from '../text/notice-words.ts'
import { Icon } from '../ui/icons.tsx'
import { useMe } from '../ui/use-me.ts'
import './notices-page.css'

/** Above what waits: letters to the reader's unit that nobody has signed for yet. Silent where there are none. */
export const NoticesToSign = () => {
  const text = useWords(noticeWords)
  const { role } = useMe().person
  const asked = useAsked(
    ['notices', 'to-sign'],
    () => told(api.notices.$get({ query: { box: 'in', unsigned: 'yes', limit: '1' } })),
    { enabled: hasNotices(role) },
  )
  const count = asked.data?.count ?? 0
  if (count === 0) return null
  return (
    <Link href="/notices?box=in&unsigned=yes" className="notices-to-sign">
      <Icon name="letter" />
      <strong className="figures">{text.toSign(count)}</strong>
      <Icon name="next" sizePixels={16} />
    </Link>
  )
}
