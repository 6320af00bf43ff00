import { Button } from '@mantine/core'
import { Link } from 'wouter'
import { useOnline } from '../frame/use-online.ts'
import { useWords } from '../text/language.ts'
import { outboxWords } from '../text/outbox-words.ts'
import { refusedPhotoWords } from '../text/refused-photo-words.ts'
import { useTime } from '../text/use-time.ts'
import { Icon, type IconName } from '../ui/icons.tsx'
import { isAllThere, isToSettle } from './badge-state.ts'
import type { EntryState, OutboxEntry } from './entry.ts'
import { EntryPhotos } from './entry-photos.tsx'
import { useEntryWords } from './entry-words.ts'
import { useOutbox } from './use-outbox.ts'
import './outbox-acts.css'

const markOf: Readonly<Record<EntryState, IconName>> = {
  waiting: 'clock',
  sending: 'outbox',
  recorded: 'outbox',
  received: 'tick',
  conflict: 'warning',
  refused: 'warning',
  'photo-refused': 'warning',
}

/** By this device's clock, which is the one its owner looks at. */
export const useDeviceTime = () => {
  const time = useTime()
  return (atMs: number): string => time.instant(new Date(atMs).toISOString())
}

interface Props {
  readonly entry: OutboxEntry
  /** Of the same hazard as the entry above it. */
  readonly goesOn?: boolean
}

/** One entry: what it is, when it was kept, how far it has come, and what its author can do about it. */
export const EntryCard = ({ entry, goesOn = false }: Props) => {
  const text = useWords(outboxWords)
  const words = useEntryWords()
  const outbox = useOutbox()
  const online = useOnline()
  const deviceTime = useDeviceTime()
  const { state, problem } = entry
  const settled = isToSettle(entry)
  // without a network nothing is wrong with the entry, and nothing can be done: the page says that it goes by itself
  const failed = settled || (online && state !== 'sending') ? problem : null
  const fault = state === 'photo-refused' ? null : failed
  return (
    <li className="outbox-entry" data-state={state} data-goes-on={goesOn}>
      <div className="outbox-entry-head">
        <div>
          <h3>{words.what(entry)}</h3>
          <p className="quiet figures">
            {!goesOn && `${words.hazard(entry)} · `}
            {text.savedAt(deviceTime(entry.savedAtMs))}
            {entry.attempts > 1 && ` · ${text.attempts(entry.attempts)}`}
          </p>
        </div>
        <p className="outbox-entry-state">
          <Icon name={markOf[state]} sizePixels={18} />
          {isAllThere(entry) ? text.allReceived : text.states[state]}
        </p>
      </div>
      <EntryPhotos photos={entry.photos} />
      <RefusedPhotos entry={entry} />
      {fault !== null && (
        <p className="outbox-entry-problem">
          <Icon name="warning" sizePixels={16} />
          <span>{fault.sentence}</span>
        </p>
      )}
      {(settled || fault !== null) && (
        <div className="outbox-entry-acts">
          {settled ? (
            <Button component={Link} href={`/outbox/${entry.id}`} variant="filled">
              {text.settleIt}
            </Button>
          ) : (
            <Button onClick={() => outbox.flush()}>{text.retry}</Button>
          )}
        </div>
      )}
    </li>
  )
}

/** Which photos the server would not have, each with the reason; the rest of the entry is as it says. */
const RefusedPhotos = ({ entry }: { readonly entry: OutboxEntry }) => {
  const text = useWords(refusedPhotoWords)
  return entry.photos.map(({ id, refusal }, at) =>
    refusal === null ? null : (
      <p key={id} className="outbox-entry-problem">
        <Icon name="warning" sizePixels={16} />
        <span>{text.which(at + 1, refusal)}</span>
      </p>
    ),
  )
}
