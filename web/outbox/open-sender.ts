import { sha256Of } from '../photos/sha256.ts'
import { measuredClockOffsetMs } from '../server-clock.ts'
import { wordsNow } from '../text/language.ts'
import { outboxWords } from '../text/outbox-words.ts'
import { sentenceOf } from '../ui/sentence-of.ts'
import { keepCopy } from './keep-copy.ts'
import type { OutboxStore } from './kept.ts'
import type { Ledger } from './ledger.ts'
import type { LinkHints } from './link-meter.ts'
import { makeFieldCopy } from './make-field-copy.ts'
import { aloneFor } from './one-sender.ts'
import { PhotoLost } from './send-part.ts'
import { makeSender, type Sender, type SenderTools } from './sender.ts'
import { serverWire } from './server-wire.ts'

interface SentFor {
  readonly personId: string
  /** Tells this page from others of the same person. */
  readonly page: string
  readonly store: OutboxStore
  readonly ledger: Ledger
  readonly tellTabs: () => void
  readonly arrived: (hazardId: string) => void
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

/** Only Chromium tells, and its types are not yet in the language's. */
const linkHints = (): LinkHints => {
  const connection = field(navigator, 'connection')
  const kind = field(connection, 'effectiveType')
  return {
    saveData: field(connection, 'saveData') === true,
    fast: typeof kind === 'string' ? kind === '4g' : null,
  }
}

const later = (ms: number, act: () => void): (() => void) => {
  const timer = setTimeout(act, ms)
  return () => clearTimeout(timer)
}

/** A sender with the browser's own clock, connection and locks. */
export const openSender = ({ personId, page, store, ledger, tellTabs, arrived }: SentFor): Sender => {
  // the words stay as they were when it happened; the page shows them, whatever its language is then
  const sentence = (error: unknown): string =>
    error instanceof PhotoLost ? wordsNow(outboxWords).photoLost : sentenceOf(error)

  const tools: SenderTools = {
    ...{ personId, store, ledger, tellTabs, arrived, sentence, hash: sha256Of, link: linkHints },
    wire: serverWire(personId),
    makeCopy: (entry, photoId) => keepCopy({ store, ledger, hash: sha256Of }, makeFieldCopy, entry, photoId),
    clock: { nowMs: Date.now, offsetMs: measuredClockOffsetMs, runningMs: () => performance.now() },
    after: later,
    random: Math.random,
    alone: (act) => aloneFor(personId, page, act),
    isOnline: () => navigator.onLine !== false,
  }
  return makeSender(tools)
}
