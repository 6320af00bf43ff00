import { Link } from 'wouter'
import { shortCodeOf } from '../../server/domain/short-code.ts'
import { useWords } from '../text/language.ts'
import { outboxWords } from '../text/outbox-words.ts'
import { Icon } from '../ui/icons.tsx'
import { Section } from '../ui/page.tsx'
import { useDeviceTime } from './entry-card.tsx'
import { useOutbox, useOutboxEntries } from './use-outbox.ts'

const shown = 20

/** What was received whole and has left this device, newest first. */
export const Receipts = () => {
  const text = useWords(outboxWords)
  const deviceTime = useDeviceTime()
  const outbox = useOutbox()
  // drawn anew with every change: one that goes leaves its receipt
  useOutboxEntries()
  const latest = [...outbox.receipts()].reverse().slice(0, shown)
  if (latest.length === 0) return null
  return (
    <Section title={text.lately}>
      <ul className="outbox-receipts">
        {latest.map(({ id, hazardId, atMs, photos }) => (
          <li key={id}>
            <Link href={`/hazards/${hazardId}`}>
              <Icon name="tick" sizePixels={16} />
              <span className="figures">{shortCodeOf(hazardId)}</span>
            </Link>
            <span className="quiet figures">
              {text.latelyPhotos(photos)} · {deviceTime(atMs)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
