import type { OutboxCounts, OutboxEntry, Receipt } from './entry.ts'
import type { Frozen, KeptEntry, Loaded, Progress } from './kept.ts'
import { type Activity, countsOf, shownEntry } from './shown.ts'

export type Ledger = ReturnType<typeof makeLedger>

const startOfDay = (nowMs: number): number => new Date(nowMs).setHours(0, 0, 0, 0)

/** What the store holds, as the page has it in memory, with what is going on just now. Readers get the same list until it changes. */
export const makeLedger = (nowMs: () => number = Date.now) => {
  let entries: readonly KeptEntry[] = []
  let receipts: readonly Receipt[] = []
  let locked = 0
  let loaded = false
  /** When an entry was last changed here: what the store tells of an earlier moment does not undo it. */
  const touched = new Map<string, number>()
  let moment = 0
  /** Kept by this very page, so nothing of it can have left before. */
  const born = new Set<string>()
  const sending = new Map<string, number>()
  const shares = new Map<string, number>()
  const listeners = new Set<() => void>()
  let shown: readonly OutboxEntry[] | null = null
  let counts: OutboxCounts | null = null

  const changed = (): void => {
    shown = null
    counts = null
    for (const tell of listeners) tell()
  }
  const activity = (): Activity => ({ sending: new Set(sending.keys()), shares })
  const touch = (id: string): void => {
    moment += 1
    touched.set(id, moment)
  }
  const replace = (id: string, to: (entry: KeptEntry) => KeptEntry): void => {
    touch(id)
    entries = entries.map((entry) => (entry.id === id ? to(entry) : entry))
    changed()
  }
  const takeOut = (id: string): void => {
    touch(id)
    entries = entries.filter((entry) => entry.id !== id)
    changed()
  }

  return {
    subscribe: (tell: () => void): (() => void) => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    changed,
    kept: (): readonly KeptEntry[] => entries,
    receipts: (): readonly Receipt[] => receipts,
    find: (id: string): KeptEntry | null => entries.find((entry) => entry.id === id) ?? null,
    locked: (): number => locked,
    loaded: (): boolean => loaded,
    shown: (): readonly OutboxEntry[] => {
      shown ??= entries.map((entry) => shownEntry(entry, activity()))
      return shown
    },
    counts: (): OutboxCounts => {
      counts ??= countsOf(entries, receipts, startOfDay(nowMs()))
      return counts
    },
    moment: (): number => moment,
    /** What the store held at that moment; entries changed here since then stay as they are here. */
    load: (from: Loaded, asOf: number): void => {
      const isNewer = ({ id }: { id: string }): boolean => (touched.get(id) ?? 0) > asOf
      const own = entries.filter(isNewer)
      const fresher = receipts.filter(isNewer)
      entries = [...from.entries.filter((entry) => !isNewer(entry)), ...own].sort((a, b) => a.seq - b.seq)
      receipts = [...from.receipts.filter((receipt) => !isNewer(receipt)), ...fresher]
      locked = from.locked
      loaded = true
      changed()
    },
    add: (fresh: readonly KeptEntry[]): void => {
      const known = new Set(fresh.map(({ id }) => id))
      for (const { id } of fresh) {
        touch(id)
        born.add(id)
      }
      entries = [...entries.filter(({ id }) => !known.has(id)), ...fresh].sort((a, b) => a.seq - b.seq)
      changed()
    },
    isFresh: (id: string): boolean => born.has(id),
    /** Another page may have sent some of it. */
    noneIsFresh: (): void => born.clear(),
    /** Null: the entry is gone from the store. */
    progress: (id: string, progress: Progress | null): void => {
      if (progress !== null) replace(id, (entry) => ({ ...entry, progress }))
      else takeOut(id)
    },
    frozen: (id: string, frozen: Frozen): void => replace(id, (entry) => ({ ...entry, frozen })),
    remove: (id: string, receipt: Receipt | null): void => {
      if (receipt !== null) receipts = [...receipts, receipt].slice(-500)
      takeOut(id)
    },
    /** Begins something for an entry; the answer ends it. */
    begin: (id: string): (() => void) => {
      sending.set(id, (sending.get(id) ?? 0) + 1)
      changed()
      return () => {
        const left = (sending.get(id) ?? 1) - 1
        if (left > 0) sending.set(id, left)
        else sending.delete(id)
        changed()
      }
    },
    share: (photoId: string, share: number | null): void => {
      if (share === null) shares.delete(photoId)
      else shares.set(photoId, share)
      changed()
    },
  }
}
