import { newId } from '../new-id.ts'
import { isOnline, onOnlineChange } from '../online.ts'
import { sha256Of } from '../photos/sha256.ts'
import { measuredClockOffsetMs } from '../server-clock.ts'
import { wordsNow } from '../text/language.ts'
import { outboxWords } from '../text/outbox-words.ts'
import { sentenceOf } from '../ui/sentence-of.ts'
import { freeBytes } from './device-storage.ts'
import { keepCopy } from './keep-copy.ts'
import type { OutboxStore } from './kept.ts'
import { makeLedger } from './ledger.ts'
import type { LinkHints } from './link-meter.ts'
import { makeFieldCopy } from './make-field-copy.ts'
import { aloneFor } from './one-sender.ts'
import { makeOutbox, type OpenOutbox } from './outbox.ts'
import { makeOutboxStore } from './outbox-store.ts'
import { PhotoLost } from './send-part.ts'
import { makeSender, type SenderTools } from './sender.ts'
import { serverWire } from './server-wire.ts'
import { cipherOf, whenKeysAreForgotten } from './shelf-keys.ts'

export interface OutboxOwner {
  readonly personId: string
  /** As the server told it; null where it did not, or offline. */
  readonly shelfKey: () => string | null
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

const readAnewAfterMs = 300

/** Opens the outbox of a person on this device, and what wakes its sender; `close` lets go of both. */
export const openOutbox = (owner: OutboxOwner): { outbox: OpenOutbox; close: () => void } => {
  const { personId } = owner
  const page = newId()
  const ledger = makeLedger()
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('luqing-outbox')
  const tellTabs = (): void => channel?.postMessage({ person: personId })
  // the words stay as they were when it happened; the page shows them, whatever its language is then
  const sentence = (error: unknown): string =>
    error instanceof PhotoLost ? wordsNow(outboxWords).photoLost : sentenceOf(error)

  const senderOf = (store: OutboxStore) => {
    const tools: SenderTools = {
      ...{ personId, store, ledger, tellTabs, sentence, wire: serverWire, hash: sha256Of, link: linkHints },
      makeCopy: (entry, photoId) => keepCopy({ store, ledger, hash: sha256Of }, makeFieldCopy, entry, photoId),
      clock: { nowMs: Date.now, offsetMs: measuredClockOffsetMs },
      after: later,
      random: Math.random,
      alone: (act) => aloneFor(personId, page, act),
      isOnline: () => navigator.onLine !== false,
      arrived: owner.arrived,
    }
    return makeSender(tools)
  }
  const outbox = makeOutbox({
    ledger,
    openStore: async () => {
      const cipher = await cipherOf(personId, owner.shelfKey())
      return { store: makeOutboxStore(personId, cipher), encrypts: cipher.encrypts }
    },
    startSender: (store) => {
      const sender = senderOf(store)
      sender.wake('afresh')
      return sender
    },
    ...{ hash: sha256Of, freeBytes, offsetMs: measuredClockOffsetMs, nowMs: Date.now, tellTabs },
  })
  const close = listen(outbox, channel, personId)
  return { outbox, close }
}

/** What wakes the sender: another tab, the network, the reader coming back. A timer of its own does so besides. */
const listen = (outbox: OpenOutbox, channel: BroadcastChannel | null, personId: string): (() => void) => {
  const sender = () => outbox.sender()
  let reading: ReturnType<typeof setTimeout> | undefined
  const readSoon = (): void => {
    clearTimeout(reading)
    reading = setTimeout(() => {
      void outbox.readAnew().then(
        () => sender()?.wake('gently'),
        () => undefined,
      )
    }, readAnewAfterMs)
  }
  if (channel !== null) {
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (field(data, 'person') === personId) readSoon()
      else sender()?.doubt()
    }
    channel.postMessage({ person: `opened ${personId}` })
  }
  const online = (): void => sender()?.linkChanged()
  const seen = (): void => {
    if (document.visibilityState === 'visible') outbox.flush()
  }
  const connection = field(navigator, 'connection')
  // any answer that came, whoever asked, says that there is a signal again
  const unsubscribe = onOnlineChange(() => {
    if (isOnline()) outbox.flush()
  })
  window.addEventListener('online', online)
  document.addEventListener('visibilitychange', seen)
  if (connection instanceof EventTarget) connection.addEventListener('change', online)
  const notForgotten = whenKeysAreForgotten(() => sender()?.end())
  return () => {
    clearTimeout(reading)
    channel?.close()
    notForgotten()
    unsubscribe()
    window.removeEventListener('online', online)
    document.removeEventListener('visibilitychange', seen)
    if (connection instanceof EventTarget) connection.removeEventListener('change', online)
    sender()?.end()
  }
}
