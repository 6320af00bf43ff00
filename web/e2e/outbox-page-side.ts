import { NotKept } from '../outbox/entry.ts'
import { type FreshEntry, freshProgress } from '../outbox/kept.ts'
import { makeFieldCopy } from '../outbox/make-field-copy.ts'
import { withDatabase } from '../outbox/outbox-database.ts'
import { makeOutboxStore } from '../outbox/outbox-store.ts'
import { plainCipher } from '../outbox/shelf-cipher.ts'
import { cipherOf, forgetKeys } from '../outbox/shelf-keys.ts'
import { sha256Of } from '../photos/sha256.ts'

/** The outbox's store as the test drives it, within a real page of a real browser. */

const entryOf = async (id: string, photoBytes: readonly number[]): Promise<FreshEntry> => {
  const photos = photoBytes.map((size, index) => ({
    id: `${id}-${index}`,
    bytes: new Uint8Array(size).fill(index + 1),
  }))
  const parts: FreshEntry['parts'][number][] = []
  for (const { id: photoId, bytes } of photos)
    parts.push({ photoId, part: 'original', sha256: await sha256Of(bytes), bytes: bytes.buffer })
  return {
    id,
    facts: {
      what: {
        ...{ kind: 'step', actId: id, hazardId: 'h1', move: 'comment', taskId: null, path: '/api/x' },
        ...{ body: { words: '路口没有减速带' }, version: 1, seenSeq: null, takenAtMs: 0 },
      },
      photos: parts.map(({ photoId, sha256, bytes }) => ({
        ...{ id: photoId, name: photoId, sha256, bytes: bytes.byteLength, type: 'image/jpeg', takenAtMs: 0 },
        ...{ takenWith: 'viewfinder' as const, position: null },
      })),
      ...{ hasPhotos: true, savedAtMs: 0, offsetAtKeepMs: null, after: null },
    },
    frozen: null,
    progress: freshProgress(parts.map(({ photoId }) => photoId)),
    parts,
  }
}

const storeOf = async (person: string, shelfKey: string | null) => {
  const cipher = await cipherOf(person, shelfKey)
  return { store: makeOutboxStore(person, cipher), encrypts: cipher.encrypts }
}

/** Of a picture of so many pixels, what its field copy is; null where it gets none. */
const copyOfPicture = async (width: number, height: number, quality: number) => {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  for (let at = 0; context !== null && at < 4_000; at++) {
    context.fillStyle = `hsl(${(at * 37) % 360} 60% ${20 + (at % 60)}%)`
    context.fillRect((at * 7919) % width, (at * 104_729) % height, width / 40, height / 40)
  }
  const original = await canvas.convertToBlob({ type: 'image/jpeg', quality })
  const copy = await makeFieldCopy(original)
  if (copy === null) return { originalBytes: original.size, copy: null }
  const picture = await createImageBitmap(copy)
  return {
    originalBytes: original.size,
    copy: { bytes: copy.size, type: copy.type, wide: picture.width, high: picture.height },
  }
}

const side = {
  /** What `keep` answers: `kept`, or why not. */
  add: async (person: string, shelfKey: string | null, ids: readonly string[], photoBytes: readonly number[]) => {
    const { store } = await storeOf(person, shelfKey)
    const entries: FreshEntry[] = []
    for (const id of ids) entries.push(await entryOf(id, photoBytes))
    try {
      await store.add(entries)
      return 'kept'
    } catch (error) {
      return error instanceof NotKept ? error.why : String(error)
    }
  },
  /** As somebody with the device in hand could write it while nobody is signed in. */
  plant: async (person: string, id: string) => {
    await makeOutboxStore(person, plainCipher).add([await entryOf(id, [5])])
  },
  plantKey: (person: string) =>
    withDatabase(async (database) => {
      const how = { name: 'AES-GCM', length: 256 }
      await database.put('keys', await crypto.subtle.generateKey(how, false, ['encrypt', 'decrypt']), person)
    }),
  look: async (person: string, shelfKey: string | null) => {
    const { store, encrypts } = await storeOf(person, shelfKey)
    const { entries, locked } = await store.load()
    const whole: string[] = []
    for (const { id, facts } of entries)
      for (const { id: photoId, sha256 } of facts.photos) {
        const bytes = await store.bytesOf(id, { photoId, part: 'original' })
        if (bytes !== null && (await sha256Of(new Uint8Array(bytes))) === sha256) whole.push(photoId)
      }
    return { ids: entries.map(({ id }) => id), whole, locked, encrypts }
  },
  countRows: () =>
    withDatabase(async (database) => ({
      entries: await database.count('entries'),
      parts: await database.count('parts'),
    })),
  /** Whether any of it can be read without the key. */
  readsPlainly: () =>
    withDatabase(async (database) => {
      const rows = await database.getAll('entries')
      const text = (bytes: ArrayBuffer): string => new TextDecoder().decode(bytes)
      const facts = rows.some(({ facts: { bytes } }) => text(bytes).includes('减速带'))
      const parts = await database.getAll('parts')
      const runs = parts.some(({ sealed }) => new Uint8Array(sealed.bytes).subarray(0, 64).every((byte) => byte < 9))
      return facts || runs
    }),
  canTakeOutKey: (person: string) =>
    withDatabase(async (database) => {
      const key = await database.get('keys', person)
      if (key === undefined) return 'no key'
      try {
        await crypto.subtle.exportKey('raw', key)
        return 'taken out'
      } catch {
        return 'stays'
      }
    }),
  forgetKeys,
  /** As iOS does to a page in the background. */
  loseConnection: () => withDatabase(async (database) => database.close()),
  copyOfPicture,
}

declare global {
  var outboxSide: typeof side
}

globalThis.outboxSide = side
