import { type IDBPDatabase, openDB } from 'idb'

/**
 * What this device keeps of the server's answers, for one person at a time. Nothing here is the only copy of anything:
 * where the browser keeps nothing, everything works on with a connection.
 */
export interface FieldShelf {
  /** Whose answers lie here. */
  owner(): Promise<string | null>
  /** Takes the shelf over; what lay here for somebody else is gone before. True when it was somebody else's. */
  belongTo(personId: string): Promise<boolean>
  /** Of this person; with null, of whoever the shelf belongs to. */
  get(personId: string | null, key: string): Promise<Kept | null>
  /** Kept only while the shelf is this person's. */
  put(personId: string, key: string, value: unknown, keptAtMs: number): Promise<void>
  remove(key: string): Promise<void>
  /** Leaves nothing behind. */
  wipe(): Promise<void>
}

export interface Kept {
  readonly value: unknown
  readonly keptAtMs: number
}

const shelfName = 'luqing-field'
const answers = 'answers'
const owners = 'owner'
const mostAnswers = 900

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'keptAtMs') === 'number'

const openShelf = (): Promise<IDBPDatabase> =>
  openDB(shelfName, 1, {
    upgrade: (db) => {
      db.createObjectStore(answers).createIndex('byAge', 'keptAtMs')
      db.createObjectStore(owners)
    },
    // a newer page of ours wants to change the shelf: let it
    blocking: (_from, _to, event) => {
      const { target } = event
      if (target instanceof IDBDatabase) target.close()
      opened = null
    },
    terminated: () => {
      opened = null
    },
  })

let opened: Promise<IDBPDatabase> | null = null
const shelf = (): Promise<IDBPDatabase> => {
  opened ??= openShelf()
  return opened
}

/** A browser without a store, or with one that is full or broken, keeps nothing. */
const orElse = async <Value>(otherwise: Value, use: (db: IDBPDatabase) => Promise<Value>): Promise<Value> => {
  try {
    return await use(await shelf())
  } catch {
    opened = null
    return otherwise
  }
}

export const fieldShelf: FieldShelf = {
  owner: () =>
    orElse(null, async (db) => {
      const owner: unknown = await db.get(owners, owners)
      return typeof owner === 'string' ? owner : null
    }),
  belongTo: (personId) =>
    orElse(true, async (db) => {
      const tx = db.transaction([answers, owners], 'readwrite')
      const another = (await tx.objectStore(owners).get(owners)) !== personId
      if (another) {
        await tx.objectStore(answers).clear()
        await tx.objectStore(owners).put(personId, owners)
      }
      await tx.done
      return another
    }),
  get: (personId, key) =>
    orElse(null, async (db) => {
      const tx = db.transaction([answers, owners])
      const owner: unknown = await tx.objectStore(owners).get(owners)
      const found: unknown = await tx.objectStore(answers).get(key)
      return isKept(found) && (personId === null || owner === personId) ? found : null
    }),
  put: (personId, key, value, keptAtMs) =>
    orElse(undefined, async (db) => {
      const tx = db.transaction([answers, owners], 'readwrite')
      const here = tx.objectStore(answers)
      if ((await tx.objectStore(owners).get(owners)) === personId) {
        await here.put({ value, keptAtMs }, key)
        if ((await here.count()) > mostAnswers) await (await here.index('byAge').openCursor())?.delete()
      }
      await tx.done
    }),
  remove: (key) => orElse(undefined, (db) => db.delete(answers, key)),
  wipe: () =>
    orElse(undefined, async (db) => {
      const tx = db.transaction([answers, owners], 'readwrite')
      await tx.objectStore(answers).clear()
      await tx.objectStore(owners).clear()
      await tx.done
    }),
}
