import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb'
import type { ShelfOwner } from '../outbox/draft-shelf.ts'
import { openValue, type Sealed } from '../outbox/shelf-cipher.ts'
import { cipherOf } from '../outbox/shelf-keys.ts'

/** As an earlier version of the app put a capture down, in a database of its own. */
interface Schema extends DBSchema {
  drafts: { key: string; value: { readonly person: string; readonly sealed: Sealed } }
  shots: {
    key: string
    value: {
      readonly id: string
      readonly person: string
      readonly hazardId: string
      readonly facts: Sealed
      readonly type: string
      readonly sealed: Sealed
    }
    indexes: { person: string }
  }
}

export interface FormerCapture {
  readonly draft: unknown
  /** `facts` as they were written; whoever takes them over looks whether they still fit. */
  readonly shots: readonly { readonly id: string; readonly facts: object; readonly bytes: Blob }[]
}

const name = 'luqing-capture'

/** Older browsers do not list theirs: there it is opened to see. */
const isThere = async (): Promise<boolean> =>
  typeof indexedDB.databases !== 'function' || (await indexedDB.databases()).some((each) => each.name === name)

const readFor = async (
  database: IDBPDatabase<Schema>,
  { personId, shelfKey }: ShelfOwner,
): Promise<FormerCapture | null> => {
  const kept = await database.get('drafts', personId)
  if (kept === undefined) return null
  const cipher = await cipherOf(personId, shelfKey === '' ? null : shelfKey)
  const draft = await openValue(cipher, `draft ${personId}`, kept.sealed)
  if (draft === null) return null
  const shots: FormerCapture['shots'][number][] = []
  for (const { id, hazardId, facts, type, sealed } of await database.getAllFromIndex('shots', 'person', personId)) {
    const told = await openValue(cipher, `shot ${id}`, facts)
    const bytes = await cipher.open(`bytes ${id}`, sealed)
    if (typeof told === 'object' && told !== null && bytes !== null)
      shots.push({ id, facts: { ...told, hazardId }, bytes: new Blob([bytes], { type }) })
  }
  return { draft, shots }
}

/** Hands over what lies there of this person, and removes it once it is kept; the database goes with its last row. */
export const takeFormerCapture = async (
  owner: ShelfOwner,
  keep: (left: FormerCapture) => Promise<void>,
): Promise<void> => {
  if (!(await isThere())) return
  const database = await openDB<Schema>(name)
  let rows = 0
  try {
    if (database.objectStoreNames.contains('drafts')) {
      const left = await readFor(database, owner)
      if (left !== null) {
        await keep(left)
        const tx = database.transaction(['drafts', 'shots'], 'readwrite')
        const going = left.shots.map(({ id }) => tx.objectStore('shots').delete(id))
        await Promise.all([...going, tx.objectStore('drafts').delete(owner.personId), tx.done])
      }
      rows = (await database.count('drafts')) + (await database.count('shots'))
    }
  } finally {
    database.close()
  }
  if (rows === 0) await deleteDB(name)
}
