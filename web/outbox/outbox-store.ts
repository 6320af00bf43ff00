import { sha256Of } from '../photos/sha256.ts'
import { type CannotKeep, NotKept, type Receipt } from './entry.ts'
import type { FreshEntry, Frozen, KeptEntry, KeptFacts, Loaded, OutboxStore, PartOf } from './kept.ts'
import { withPhoto } from './kept.ts'
import { type EntryRow, type PartRow, strictly, withDatabase } from './outbox-database.ts'
import { type Cipher, openValue, sealValue } from './shelf-cipher.ts'

const keptReceipts = 500

const hasAll = <Whole>(value: unknown, fields: readonly (keyof Whole & string)[]): value is Whole =>
  typeof value === 'object' && value !== null && fields.every((field) => Reflect.has(value, field))

// written by this file and, under a key, proven so by the cipher: only a former form of the page must be told apart
const isFacts = (value: unknown): value is KeptFacts => hasAll<KeptFacts>(value, ['what', 'photos', 'savedAtMs'])
const isFrozen = (value: unknown): value is Frozen => hasAll<Frozen>(value, ['method', 'path', 'body'])
const isReceipt = (value: unknown): value is Receipt => hasAll<Receipt>(value, ['id', 'hazardId', 'atMs', 'photos'])

const keyOf = ({ photoId, part }: PartOf): string => `${photoId}/${part}`

/** Why the browser would not keep it, in our words. */
export const whyNotKept = (error: unknown): CannotKeep => {
  if (error instanceof NotKept) return error.why
  return error instanceof DOMException && /Quota/i.test(`${error.name} ${error.message}`) ? 'no-room' : 'no-storage'
}

/** The outbox of one person in this browser's IndexedDB. */
export const makeOutboxStore = (person: string, cipher: Cipher): OutboxStore => {
  const context = (entry: string, what: string): string => `${person} ${entry} ${what}`

  const opened = async (row: EntryRow): Promise<KeptEntry | null> => {
    const facts = await openValue(cipher, context(row.id, 'facts'), row.facts)
    const frozen = row.frozen && (await openValue(cipher, context(row.id, 'frozen'), row.frozen))
    if (!isFacts(facts) || (row.frozen !== null && !isFrozen(frozen))) return null
    return { id: row.id, seq: row.seq, facts, frozen: isFrozen(frozen) ? frozen : null, progress: row.progress }
  }

  const bytesOf: OutboxStore['bytesOf'] = async (id, part) => {
    const row = await withDatabase((database) => database.get('parts', keyOf(part)))
    if (row === undefined || row.entry !== id) return null
    return cipher.open(context(id, keyOf(part)), row.sealed)
  }

  const sealParts = async ({ id, parts }: FreshEntry): Promise<PartRow[]> => {
    const rows: PartRow[] = []
    for (const part of parts) {
      const key = keyOf(part)
      rows.push({ key, entry: id, sealed: await cipher.seal(context(id, key), part.bytes) })
    }
    return rows
  }

  const write = (rows: readonly Omit<EntryRow, 'seq'>[], parts: readonly PartRow[]): Promise<EntryRow[]> =>
    withDatabase(async (database) => {
      const tx = database.transaction(['entries', 'parts', 'counters'], 'readwrite', strictly)
      // a failing put is told by the transaction as a whole; without this it would be told twice, once to nobody
      tx.done.catch(() => undefined)
      const counters = tx.objectStore('counters')
      let seq = (await counters.get('seq')) ?? 0
      const numbered: EntryRow[] = []
      for (const row of rows) {
        seq += 1
        numbered.push({ ...row, seq })
      }
      const puts = [
        ...numbered.map((row) => tx.objectStore('entries').put(row)),
        ...parts.map((row) => tx.objectStore('parts').put(row)),
        counters.put(seq, 'seq'),
      ]
      for (const put of puts) put.catch(() => undefined)
      await tx.done
      return numbered
    })

  /** What was written is read from the store itself, photo by photo, and must be what was taken. */
  const readBack = async (fresh: readonly FreshEntry[]): Promise<KeptEntry[]> => {
    const entries: KeptEntry[] = []
    for (const { id, parts } of fresh) {
      const row = await withDatabase((database) => database.get('entries', id))
      const entry = row === undefined ? null : await opened(row)
      if (entry === null) throw new NotKept('not-read-back')
      for (const part of parts) {
        const bytes = await bytesOf(id, part)
        if (bytes === null || (await sha256Of(new Uint8Array(bytes))) !== part.sha256)
          throw new NotKept('not-read-back')
      }
      entries.push(entry)
    }
    return entries
  }

  const takeBack = (ids: readonly string[]): Promise<void> =>
    withDatabase(async (database) => {
      const tx = database.transaction(['entries', 'parts'], 'readwrite', strictly)
      for (const id of ids) {
        void tx.objectStore('entries').delete(id)
        for (const key of await tx.objectStore('parts').index('entry').getAllKeys(id))
          void tx.objectStore('parts').delete(key)
      }
      await tx.done
    })

  const change: OutboxStore['change'] = (id, to, drop = []) =>
    withDatabase(async (database) => {
      const tx = database.transaction(['entries', 'parts'], 'readwrite', strictly)
      const row = await tx.objectStore('entries').get(id)
      const progress = row === undefined || row.person !== person ? null : to(row.progress)
      if (row !== undefined && progress !== null) {
        await tx.objectStore('entries').put({ ...row, progress })
        for (const part of drop) await tx.objectStore('parts').delete(keyOf(part))
      }
      await tx.done
      return progress
    })

  return {
    load: async (): Promise<Loaded> => {
      const rows = await withDatabase((database) => database.getAllFromIndex('entries', 'person', person))
      const entries = await Promise.all(rows.map(opened))
      const found = entries.flatMap((entry) => (entry === null ? [] : [entry]))
      const kept = await withDatabase((database) => database.getAllFromIndex('receipts', 'person', person))
      const receipts = await Promise.all(
        kept.map(({ id, sealed }) => openValue(cipher, context(id, 'receipt'), sealed)),
      )
      return {
        entries: found.sort((a, b) => a.seq - b.seq),
        receipts: receipts.filter(isReceipt).sort((a, b) => a.atMs - b.atMs),
        locked: rows.length - found.length,
      }
    },

    add: async (fresh) => {
      let written: readonly EntryRow[] = []
      try {
        const parts: PartRow[] = []
        const rows: Omit<EntryRow, 'seq'>[] = []
        for (const entry of fresh) {
          const facts = await sealValue(cipher, context(entry.id, 'facts'), entry.facts)
          const frozen = entry.frozen && (await sealValue(cipher, context(entry.id, 'frozen'), entry.frozen))
          rows.push({ id: entry.id, person, facts, frozen, progress: entry.progress })
          parts.push(...(await sealParts(entry)))
        }
        written = await write(rows, parts)
        return await readBack(fresh)
      } catch (error) {
        if (written.length > 0) await takeBack(written.map(({ id }) => id)).catch(() => undefined)
        throw new NotKept(whyNotKept(error))
      }
    },

    change,

    freeze: async (id, frozen) => {
      const sealed = await sealValue(cipher, context(id, 'frozen'), frozen)
      const stored = await withDatabase(async (database) => {
        const tx = database.transaction('entries', 'readwrite', strictly)
        const row = await tx.store.get(id)
        if (row !== undefined && row.person === person && row.frozen === null)
          await tx.store.put({ ...row, frozen: sealed })
        await tx.done
        return row?.person === person ? (row.frozen ?? sealed) : null
      })
      if (stored === sealed) return frozen
      const former = stored && (await openValue(cipher, context(id, 'frozen'), stored))
      return isFrozen(former) ? former : null
    },

    keepCopy: async (id, photoId, copy, bytes) => {
      const key = keyOf({ photoId, part: 'copy' })
      const sealed = await cipher.seal(context(id, key), bytes)
      return withDatabase(async (database) => {
        const tx = database.transaction(['entries', 'parts'], 'readwrite', strictly)
        const row = await tx.objectStore('entries').get(id)
        const progress = row === undefined || row.person !== person ? null : withPhoto(row.progress, photoId, { copy })
        if (row !== undefined && progress !== null) {
          await tx.objectStore('parts').put({ key, entry: id, sealed })
          await tx.objectStore('entries').put({ ...row, progress })
        }
        await tx.done
        return progress
      })
    },

    bytesOf,

    remove: async (id, receipt) => {
      const sealed = receipt && (await sealValue(cipher, context(id, 'receipt'), receipt))
      await withDatabase(async (database) => {
        const tx = database.transaction(['entries', 'parts', 'receipts'], 'readwrite', strictly)
        const receipts = tx.objectStore('receipts')
        await tx.objectStore('entries').delete(id)
        for (const key of await tx.objectStore('parts').index('entry').getAllKeys(id))
          await tx.objectStore('parts').delete(key)
        if (receipt !== null && sealed !== null) {
          await receipts.put({ id, person, atMs: receipt.atMs, sealed })
          const all = await receipts.index('person').getAll(person)
          const old = all.sort((a, b) => b.atMs - a.atMs).slice(keptReceipts)
          for (const each of old) await receipts.delete(each.id)
        }
        await tx.done
      })
    },
  }
}
