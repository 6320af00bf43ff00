/** Bytes of photos whose step is not taken yet: a phone may throw the page away while its camera is open. */
export interface PhotoShelf {
  put: (id: string, bytes: Blob) => Promise<void>
  take: (id: string) => Promise<Blob | null>
  drop: (id: string) => Promise<void>
}

const shelfName = 'luqing-photo-shelf'
const boxName = 'photos'
/** A draft lives as long as its tab; bytes of one that was never taken up again go after two days. */
const keptMs = 2 * 24 * 3_600_000

interface Kept {
  readonly bytes: Blob
  readonly atMs: number
}

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'bytes' in value && value.bytes instanceof Blob && 'atMs' in value

const answerOf = <Answer>(request: IDBRequest<Answer>): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

const openShelf = async (): Promise<IDBDatabase> => {
  const opening = indexedDB.open(shelfName, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(boxName)
  return answerOf(opening)
}

const sweep = async (database: IDBDatabase): Promise<void> => {
  const box = database.transaction(boxName, 'readwrite').objectStore(boxName)
  const cursor = box.openCursor()
  cursor.onsuccess = () => {
    const at = cursor.result
    if (at === null) return
    const value: unknown = at.value
    if (!isKept(value) || Date.now() - value.atMs > keptMs) at.delete()
    at.continue()
  }
}

let opened: Promise<IDBDatabase | null> | null = null

/** Null where the browser keeps nothing (private windows): photos then last as long as the page. */
const shelf = (): Promise<IDBDatabase | null> => {
  opened ??= openShelf()
    .then(async (database) => {
      await sweep(database)
      return database
    })
    .catch(() => null)
  return opened
}

const inBox = async <Answer>(
  mode: IDBTransactionMode,
  act: (box: IDBObjectStore) => IDBRequest<Answer>,
): Promise<Answer | null> => {
  const database = await shelf()
  if (database === null) return null
  try {
    return await answerOf(act(database.transaction(boxName, mode).objectStore(boxName)))
  } catch {
    return null // full or shut: the photo is still in the page
  }
}

export const photoShelf: PhotoShelf = {
  put: async (id, bytes) => {
    const kept: Kept = { bytes, atMs: Date.now() }
    await inBox('readwrite', (box) => box.put(kept, id))
  },
  take: async (id) => {
    const value: unknown = await inBox('readonly', (box) => box.get(id))
    return isKept(value) ? value.bytes : null
  },
  drop: async (id) => {
    await inBox('readwrite', (box) => box.delete(id))
  },
}
