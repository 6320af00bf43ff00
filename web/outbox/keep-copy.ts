import { type KeptEntry, progressOf, withPhoto } from './kept.ts'
import type { SenderTools } from './sender.ts'

type Tools = Pick<SenderTools, 'store' | 'ledger' | 'hash'>

/** Makes the copy of a photo and keeps it beside the original, with its hash, before the entry is sealed. */
export const keepCopy = async (
  { store, ledger, hash }: Tools,
  make: (original: Blob) => Promise<Blob | null>,
  entry: KeptEntry,
  photoId: string,
): Promise<void> => {
  const photo = entry.facts.photos.find(({ id }) => id === photoId)
  if (!photo || progressOf(entry.progress, photoId).copy !== 'to-make') return
  const original = await store.bytesOf(entry.id, { photoId, part: 'original' })
  const copy = original && (await make(new Blob([original], { type: photo.type })))
  if (copy === null) {
    ledger.progress(entry.id, await store.change(entry.id, (now) => withPhoto(now, photoId, { copy: 'none' })))
    return
  }
  const bytes = await copy.arrayBuffer()
  const made = { sha256: await hash(new Uint8Array(bytes)), bytes: bytes.byteLength }
  try {
    ledger.progress(entry.id, await store.keepCopy(entry.id, photoId, made, bytes))
  } catch {
    // no room for it beside the original: the original goes alone
    ledger.progress(entry.id, await store.change(entry.id, (now) => withPhoto(now, photoId, { copy: 'none' })))
  }
}
