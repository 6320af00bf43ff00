import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { openValue, type Sealed, sealValue } from '../outbox/shelf-cipher.ts'
import { cipherOf } from '../outbox/shelf-keys.ts'
import type { Shot } from './capture-draft.ts'

/**
 * What lies between the shutter and saving: a phone may end the page while it is in a pocket. Under the person's own
 * key, as in the outbox, and on the disk before the page goes on.
 */
interface ShotRow {
  readonly id: string
  readonly person: string
  readonly hazardId: string
  readonly facts: Sealed
  readonly type: string
  readonly sealed: Sealed
}

interface Schema extends DBSchema {
  drafts: { key: string; value: { readonly person: string; readonly sealed: Sealed } }
  shots: { key: string; value: ShotRow; indexes: { person: string } }
}

export interface KeptCapture {
  readonly draft: unknown
  readonly shots: readonly Shot[]
}

export interface DraftShelf {
  load(): Promise<KeptCapture | null>
  keepDraft(draft: { readonly hazardId: string }): Promise<void>
  keepShot(hazardId: string, shot: Shot): Promise<void>
  dropShot(id: string): Promise<void>
  /** The draft and all its photos: they are in the outbox, or given up. */
  clear(): Promise<void>
}

const strictly = { durability: 'strict' } as const

let opening: Promise<IDBPDatabase<Schema>> | null = null

const opened = async (): Promise<IDBPDatabase<Schema>> => {
  opening ??= openDB<Schema>('luqing-capture', 1, {
    upgrade: (database) => {
      database.createObjectStore('drafts', { keyPath: 'person' })
      database.createObjectStore('shots', { keyPath: 'id' }).createIndex('person', 'person')
    },
    terminated: () => {
      opening = null
    },
  })
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
    if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error
    opening = null
    return act(await opened())
  }
}

const isDraft = (value: unknown): value is { readonly hazardId: string } =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'hazardId') === 'string'

/** Written by this page alone; what an older one wrote differently is left out rather than guessed at. */
const isShotFacts = (value: unknown): value is Omit<Shot, 'bytes'> =>
  typeof value === 'object' &&
  value !== null &&
  typeof Reflect.get(value, 'id') === 'string' &&
  typeof Reflect.get(value, 'takenAtMs') === 'number' &&
  ['takenWith', 'position', 'part', 'kind'].every((field) => Reflect.has(value, field))

export const openDraftShelf = (person: string): DraftShelf => ({
  load: async () => {
    const cipher = await cipherOf(person, null)
    const [kept, rows] = await within((database) =>
      Promise.all([database.get('drafts', person), database.getAllFromIndex('shots', 'person', person)]),
    )
    if (!kept) return null
    const draft = await openValue(cipher, `draft ${person}`, kept.sealed)
    if (!isDraft(draft)) return null
    const shots: Shot[] = []
    for (const row of rows.filter(({ hazardId }) => hazardId === draft.hazardId)) {
      const facts = await openValue(cipher, `shot ${row.id}`, row.facts)
      const bytes = await cipher.open(`bytes ${row.id}`, row.sealed)
      if (isShotFacts(facts) && bytes !== null) shots.push({ ...facts, bytes: new Blob([bytes], { type: row.type }) })
    }
    return { draft, shots: shots.sort((a, b) => a.takenAtMs - b.takenAtMs) }
  },
  keepDraft: async (draft) => {
    const sealed = await sealValue(await cipherOf(person, null), `draft ${person}`, draft)
    await within(async (database) => {
      const tx = database.transaction('drafts', 'readwrite', strictly)
      await Promise.all([tx.store.put({ person, sealed }), tx.done])
    })
  },
  keepShot: async (hazardId, { bytes, ...shot }) => {
    const cipher = await cipherOf(person, null)
    const facts = await sealValue(cipher, `shot ${shot.id}`, shot)
    const sealed = await cipher.seal(`bytes ${shot.id}`, await bytes.arrayBuffer())
    await within(async (database) => {
      const tx = database.transaction('shots', 'readwrite', strictly)
      const row = { id: shot.id, person, hazardId, facts, type: bytes.type, sealed }
      await Promise.all([tx.store.put(row), tx.done])
    })
  },
  dropShot: (id) => within((database) => database.delete('shots', id)),
  clear: () =>
    within(async (database) => {
      const tx = database.transaction(['drafts', 'shots'], 'readwrite', strictly)
      const shots = tx.objectStore('shots')
      const ids = await shots.index('person').getAllKeys(person)
      await Promise.all([...ids.map((id) => shots.delete(id)), tx.objectStore('drafts').delete(person), tx.done])
    }),
})
