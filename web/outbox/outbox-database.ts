import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Progress } from './kept.ts'
import type { Sealed } from './shelf-cipher.ts'

export interface EntryRow {
  readonly id: string
  readonly person: string
  /** The device's own sequence, over all who use it. */
  readonly seq: number
  readonly facts: Sealed
  readonly frozen: Sealed | null
  readonly progress: Progress
}

/** Bytes apart from entries, so that a list is read without them. */
export interface PartRow {
  /** `${photoId}/original` or `…/copy`. */
  readonly key: string
  readonly entry: string
  readonly sealed: Sealed
}

export interface ReceiptRow {
  readonly id: string
  readonly person: string
  readonly atMs: number
  readonly sealed: Sealed
}

export interface Lease {
  readonly name: string
  readonly holder: string
  readonly untilMs: number
}

export interface OutboxSchema extends DBSchema {
  entries: { key: string; value: EntryRow; indexes: { person: string } }
  parts: { key: string; value: PartRow; indexes: { entry: string } }
  receipts: { key: string; value: ReceiptRow; indexes: { person: string } }
  keys: { key: string; value: CryptoKey }
  counters: { key: string; value: number }
  leases: { key: string; value: Lease }
}

export type OutboxDatabase = IDBPDatabase<OutboxSchema>

const databaseName = 'luqing-outbox'

let opening: Promise<OutboxDatabase> | null = null

const open = (): Promise<OutboxDatabase> =>
  openDB<OutboxSchema>(databaseName, 1, {
    upgrade: (database) => {
      database.createObjectStore('entries', { keyPath: 'id' }).createIndex('person', 'person')
      database.createObjectStore('parts', { keyPath: 'key' }).createIndex('entry', 'entry')
      database.createObjectStore('receipts', { keyPath: 'id' }).createIndex('person', 'person')
      database.createObjectStore('keys')
      database.createObjectStore('counters')
      database.createObjectStore('leases', { keyPath: 'name' })
    },
    // a newer page in another tab must not wait for this one
    blocking: (_now, _wanted, event) => {
      opening = null
      if (event.target instanceof IDBDatabase) event.target.close()
    },
    terminated: () => {
      opening = null
    },
  })

const opened = async (): Promise<OutboxDatabase> => {
  opening ??= open()
  try {
    return await opening
  } catch (error) {
    opening = null
    throw error
  }
}

/** iOS drops the connection of a page that was in the background; the handle then fails with one of these. */
const isLostConnection = (error: unknown): boolean =>
  error instanceof DOMException && (error.name === 'InvalidStateError' || error.name === 'UnknownError')

/** Does something with the database, on a fresh connection where the former one was lost. What it does may run twice. */
export const withDatabase = async <Answer>(act: (database: OutboxDatabase) => Promise<Answer>): Promise<Answer> => {
  try {
    return await act(await opened())
  } catch (error) {
    if (!isLostConnection(error)) throw error
    opening = null
    return act(await opened())
  }
}

/** On the disk before it is said to be done; Chromium's own habit is to answer earlier. */
export const strictly = { durability: 'strict' } as const
