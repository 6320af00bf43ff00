import { newId } from '../new-id.ts'
import { isOnline, onOnlineChange } from '../online.ts'
import { sha256Of } from '../photos/sha256.ts'
import { measuredClockOffsetMs } from '../server-clock.ts'
import { afterFirstPage, onFirstPage } from '../shell/first-page.ts'
import { freeBytes } from './device-storage.ts'
import { makeLedger } from './ledger.ts'
import { makeOutbox, type OpenOutbox } from './outbox.ts'
import { makeOutboxStore } from './outbox-store.ts'
import { senderSoon } from './sender-soon.ts'
import { shutCipher } from './shelf-cipher.ts'
import { cipherOf, whenKeysAreForgotten } from './shelf-keys.ts'

export interface OutboxOwner {
  readonly personId: string
  /** As the server told it; null where it did not, or offline. */
  readonly shelfKey: () => string | null
  readonly arrived: (hazardId: string) => void
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

const readAnewAfterMs = 300

/** Opens the outbox of a person on this device, and what wakes its sender; `close` lets go of both. */
export const openOutbox = (owner: OutboxOwner): { outbox: OpenOutbox; close: () => void } => {
  const { personId } = owner
  const page = newId()
  const ledger = makeLedger()
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('luqing-outbox')
  const tellTabs = (): void => channel?.postMessage({ person: personId })
  const outbox = makeOutbox({
    ledger,
    openStore: async () => {
      const cipher = await cipherOf(personId, owner.shelfKey())
      // as if the storage were shut: opened anew, by whoever needs it, once the server has told the key
      if (cipher === shutCipher) throw new Error('no key')
      return { store: makeOutboxStore(personId, cipher), encrypts: cipher.encrypts }
    },
    startSender: (store) => {
      const sender = senderSoon(async () => {
        // who comes to take a photo waits for nothing that is only to be sent; what was kept wants to be gone
        await (ledger.kept().length > 0 ? onFirstPage() : afterFirstPage())
        const { openSender } = await import('./open-sender.ts')
        return openSender({ personId, page, store, ledger, tellTabs, arrived: owner.arrived })
      })
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
