import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import { storageState } from './device-storage.ts'
import type { Outbox, OutboxCounts, OutboxEntry, OutboxFacts, StorageState } from './entry.ts'

export const OutboxContext = createContext<Outbox | null>(null)

/** The outbox of whoever is signed in; it is there before what it holds has been read. */
export const useOutbox = (): Outbox => {
  const outbox = useContext(OutboxContext)
  if (outbox === null) throw new Error('useOutbox outside of the outbox provider')
  return outbox
}

export const useOutboxEntries = (): readonly OutboxEntry[] => {
  const outbox = useOutbox()
  return useSyncExternalStore(outbox.subscribe, outbox.entries, outbox.entries)
}

export const useOutboxCounts = (): OutboxCounts => {
  const outbox = useOutbox()
  return useSyncExternalStore(outbox.subscribe, outbox.counts, outbox.counts)
}

/** Drawn anew with every change of the entries. */
export const useOutboxFacts = (): OutboxFacts => {
  useOutboxEntries()
  return useOutbox().facts()
}

/** What the browser promises about keeping; null until it has answered. Asked anew when the number of entries changes. */
export const useStorageState = (): StorageState | null => {
  const [state, setState] = useState<StorageState | null>(null)
  const held = useOutboxEntries().length
  useEffect(() => {
    let wanted = held >= 0
    void storageState().then((told) => {
      if (wanted) setState(told)
    })
    return () => {
      wanted = false
    }
  }, [held])
  return state
}
