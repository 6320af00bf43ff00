import { Link, useLocation } from 'wouter'
import { bellWords } from '../text/bell-words.ts'
import { useWords } from '../text/language.ts'
import { Icon } from '../ui/icons.tsx'
import { useLiveMessages, useUnread } from './use-inbox.ts'
import './bell.css'

const most = 99

/** On every page: whether something waits to be read, and the way to it. Drawn once, for it holds the live line. */
export const Bell = ({ withName }: { readonly withName: boolean }) => {
  const text = useWords(bellWords)
  const [here] = useLocation()
  const { unread } = useUnread()
  useLiveMessages()
  const name = unread === 0 ? text.title : text.unread(unread)
  return (
    <Link href="/messages" className="bell" aria-current={here === '/messages' ? 'page' : undefined}>
      <span className="for-ears">{name}</span>
      <span className="bell-mark" aria-hidden="true">
        <Icon name="bell" sizePixels={24} />
        {unread > 0 && <span className="bell-count figures">{unread > most ? `${most}+` : unread}</span>}
      </span>
      {withName && <span aria-hidden="true">{text.title}</span>}
    </Link>
  )
}
