import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb'
import { openValue, type Sealed, sealValue } from './shelf-cipher.ts'
import { cipherOf } from './shelf-keys.ts'

/**
 * What is not yet part of anything kept: photos between the shutter and saving, of a capture or of a step's dialog. A
 * phone may end the page while it is in a pocket. Under the person's own key as in the outbox, and on the disk at once.
 */
interface WordsRow {
  readonly key: string
  readonly person: string
  readonly sealed: Sealed
  readonly goesAtMs: number
  readonly spared: boolean
}

interface PhotoRow {
  readonly id: string
  readonly person: string
  readonly draft: string
  readonly type: string
  readonly facts: Sealed
  readonly sealed: Sealed
  readonly goesAtMs: number
  readonly spared: boolean
}

interface Schema extends DBSchema {
  words: { key: string; value: WordsRow }
  photos: { key: string; value: PhotoRow; indexes: { draft: [string, string] } }
}

export interface ShelvedPhoto {
  readonly facts: unknown
  readonly bytes: Blob
}

/** One draft of one person. Everything rejects where the browser keeps nothing, or has no more room. */
export interface DraftShelf {
  /** Null where none were put down, or they are somebody else's. */
  words(): Promise<unknown>
  keepWords(words: unknown): Promise<void>
  dropWords(): Promise<void>
  photos(): Promise<readonly ShelvedPhoto[]>
  photo(id: string): Promise<Blob | null>
  keepPhoto(id: string, bytes: Blob, facts: unknown): Promise<void>
  dropPhoto(id: string): Promise<void>
  /** The words and all photos: they are in the outbox, with the server, or given up. */
  clear(): Promise<void>
}

export interface ShelfOwner {
  readonly personId: string
  /** As the server told it; null or empty where it did not, or offline: then the one kept since is used. */
  readonly shelfKey: string | null
}

const databaseName = 'luqing-drafts'
/** Of an earlier version of the app; held bytes for two days only. */
const formerName = 'luqing-photo-shelf'
/** The one capture that a person has under way on this device. It is evidence, and goes only by that person's hand. */
export const captureDraft = 'capture'
const keptMs = 7 * 24 * 3_600_000
const strictly = { durability: 'strict' } as const

const wordsKeyOf = (personId: string, draft: string): string => `${personId} ${draft}`

/**
 * Drafts that nobody took up again. What looks old gets one more life before it goes: a phone whose clock was put
 * right by years must not lose what it took a minute ago.
 */
const sweep = async (database: IDBPDatabase<Schema>): Promise<void> => {
  const nowMs = Date.now()
  const tx = database.transaction(['words', 'photos'], 'readwrite')
  const again = { goesAtMs: nowMs + keptMs, spared: true }
  for (let at = await tx.objectStore('photos').openCursor(); at !== null; at = await at.continue())
    if (at.value.goesAtMs < nowMs && at.value.draft !== captureDraft)
      void (at.value.spared ? at.delete() : at.update({ ...at.value, ...again }))
  for (let at = await tx.objectStore('words').openCursor(); at !== null; at = await at.continue())
    if (at.value.goesAtMs < nowMs && at.key !== wordsKeyOf(at.value.person, captureDraft))
      void (at.value.spared ? at.delete() : at.update({ ...at.value, ...again }))
  await tx.done
}

let opening: Promise<IDBPDatabase<Schema>> | null = null

const open = async (): Promise<IDBPDatabase<Schema>> => {
  const database = await openDB<Schema>(databaseName, 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore('words', { keyPath: 'key' })
      fresh.createObjectStore('photos', { keyPath: 'id' }).createIndex('draft', ['person', 'draft'])
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
  void sweep(database).catch(() => undefined)
  void deleteDB(formerName).catch(() => undefined)
  return database
}

const opened = async (): Promise<IDBPDatabase<Schema>> => {
  opening ??= open()
  try {
    return await opening
  } catch (error) {
    opening = null
    throw error
  }
}

/** iOS takes the connection away from a page in the background; the next one is good again. */
const within = async <Answer>(act: (database: IDBPDatabase<Schema>) => Promise<Answer>): Promise<Answer> => {
  try {
    return await act(await opened())
  } catch (error) {
    if (!(error instanceof DOMException) || !['InvalidStateError', 'UnknownError'].includes(error.name)) throw error
    opening = null
    return act(await opened())
  }
}

/** `draft` names it among the person's own. */
export const openDraftShelf = ({ personId, shelfKey }: ShelfOwner, draft: string): DraftShelf => {
  const wordsKey = wordsKeyOf(personId, draft)
  const cipher = () => cipherOf(personId, shelfKey === '' ? null : shelfKey)
  const life = () => ({ goesAtMs: Date.now() + keptMs, spared: false })
  const bytesOf = async ({ id, type, sealed }: PhotoRow): Promise<Blob | null> => {
    const bytes = await (await cipher()).open(`bytes ${personId} ${id}`, sealed)
    return bytes === null ? null : new Blob([bytes], { type })
  }
  return {
    words: async () => {
      const row = await within((database) => database.get('words', wordsKey))
      return row === undefined ? null : openValue(await cipher(), `words ${wordsKey}`, row.sealed)
    },
    keepWords: async (words) => {
      const sealed = await sealValue(await cipher(), `words ${wordsKey}`, words)
      await within(async (database) => {
        const tx = database.transaction('words', 'readwrite', strictly)
        const row = { key: wordsKey, person: personId, sealed, ...life() }
        await Promise.all([tx.store.put(row), tx.done])
      })
    },
    dropWords: () => within((database) => database.delete('words', wordsKey)),
    photos: async () => {
      const rows = await within((database) => database.getAllFromIndex('photos', 'draft', [personId, draft]))
      const found: ShelvedPhoto[] = []
      for (const row of rows) {
        const bytes = await bytesOf(row)
        if (bytes === null) continue
        found.push({ facts: await openValue(await cipher(), `facts ${personId} ${row.id}`, row.facts), bytes })
      }
      return found
    },
    photo: async (id) => {
      const row = await within((database) => database.get('photos', id))
      return row === undefined || row.person !== personId ? null : bytesOf(row)
    },
    keepPhoto: async (id, bytes, told) => {
      const own = await cipher()
      const facts = await sealValue(own, `facts ${personId} ${id}`, told)
      const sealed = await own.seal(`bytes ${personId} ${id}`, await bytes.arrayBuffer())
      await within(async (database) => {
        const tx = database.transaction('photos', 'readwrite', strictly)
        const row = { id, person: personId, draft, type: bytes.type, facts, sealed, ...life() }
        await Promise.all([tx.store.put(row), tx.done])
      })
    },
    dropPhoto: (id) => within((database) => database.delete('photos', id)),
    clear: () =>
      within(async (database) => {
        const tx = database.transaction(['words', 'photos'], 'readwrite', strictly)
        const photos = tx.objectStore('photos')
        const ids = await photos.index('draft').getAllKeys([personId, draft])
        await Promise.all([...ids.map((id) => photos.delete(id)), tx.objectStore('words').delete(wordsKey), tx.done])
      }),
  }
}

/** At signing out the words of dialogs go, and so do the photos that belonged to them; `kept` names drafts that stay. */
export const dropDraftPhotosBut = async (kept: readonly string[]): Promise<void> => {
  try {
    await within(async (database) => {
      const tx = database.transaction('photos', 'readwrite', strictly)
      const going: string[] = []
      const index = tx.store.index('draft')
      for (let at = await index.openKeyCursor(); at !== null; at = await at.continue())
        if (!kept.includes(at.key[1])) going.push(at.primaryKey)
      await Promise.all([...going.map((id) => tx.store.delete(id)), tx.done])
    })
  } catch {
    // nothing is kept where storage is shut
  }
}
