import { Link } from 'wouter'
import { messageText } from '../../server/domain/message-words.ts'
import type { MessageOnWire } from '../../server/messages/wire.ts'
import { useLanguage, useWords } from '../text/language.ts'
import { messageWords } from '../text/message-words.ts'
import { useTime } from '../text/use-time.ts'
import { placeOf } from './message-groups.ts'

interface Props {
  readonly message: MessageOnWire
  readonly onRead: (seq: number) => void
}

/** One message: what kind of news and when, then the sentence. Opening it reads it. */
export const MessageRow = ({ message, onRead }: Props) => {
  const { seq, kind, at, readAt, facts } = message
  const text = useWords(messageWords)
  const language = useLanguage()
  const time = useTime()
  const { title, sentence } = messageText(kind, facts, language)
  const place = placeOf(message)
  const said = (
    <>
      <span className="message-mark" aria-hidden="true" />
      <span className="message-said">
        <span className="message-head">
          <b>{title}</b>
          {readAt === null && <span className="for-ears">{text.isUnread}</span>}
          <time className="figures quiet" dateTime={at}>
            {time.clock(at)}
          </time>
        </span>
        <span>{sentence}</span>
      </span>
    </>
  )
  const look = `message${readAt === null ? ' message-unread' : ''}`
  const read = (): void => {
    if (readAt === null) onRead(seq)
  }
  return place === null ? (
    <button type="button" className={look} onClick={read}>
      {said}
    </button>
  ) : (
    <Link href={place} className={look} onClick={read}>
      {said}
    </Link>
  )
}
