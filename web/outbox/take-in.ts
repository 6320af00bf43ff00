import { type CarriedEntry, NotKept } from './entry.ts'
import {
  entryBefore,
  type FreshEntry,
  freshProgress,
  type KeptEntry,
  type PhotoFacts,
  type PhotoProgress,
} from './kept.ts'
import { sealedPhotos } from './sealed-photos.ts'

interface Tools {
  readonly hash: (bytes: Uint8Array<ArrayBuffer>) => Promise<string>
  readonly offsetMs: () => number | null
}

/** Bytes from a file are believed only when they are what their hash says. */
const proven = async (blob: Blob, sha256: string, { hash }: Tools): Promise<ArrayBuffer> => {
  const bytes = await blob.arrayBuffer()
  if ((await hash(new Uint8Array(bytes))) !== sha256) throw new NotKept('not-read-back')
  return bytes
}

/** An entry from another device's file: its request stays as that device froze it. */
export const freshCarried = async (
  entry: CarriedEntry,
  tools: Tools,
  before: readonly Pick<KeptEntry, 'id' | 'facts'>[],
): Promise<FreshEntry> => {
  const { what } = entry
  const parts: FreshEntry['parts'][number][] = []
  const photos: PhotoFacts[] = []
  const progress: Record<string, PhotoProgress> = {}
  // the other device's clock is not this one's: the request tells the moments, put right already
  const taken = sealedPhotos(entry.request.body, tools.offsetMs() ?? 0, what.takenAtMs)
  const unknown = { takenAtMs: what.takenAtMs, takenWith: 'file', position: null } as const
  for (const { id, name, sha256, original, copy } of entry.photos) {
    // what the server has already is named by the request, and nothing of it is left to send
    if (original === null) continue
    parts.push({ photoId: id, part: 'original', sha256, bytes: await proven(original, sha256, tools) })
    if (copy !== null)
      parts.push({ photoId: id, part: 'copy', sha256: copy.sha256, bytes: await proven(copy.blob, copy.sha256, tools) })
    photos.push({ id, name, sha256, ...(taken.get(id) ?? unknown), bytes: original.size, type: original.type })
    // a copy made here would be another one than the request promises
    const made = copy === null ? ('none' as const) : { sha256: copy.sha256, bytes: copy.bytes }
    progress[id] = { copy: made, copyReceived: false, originalReceived: false, refused: false }
  }
  return {
    id: entry.id,
    facts: {
      what,
      photos,
      hasPhotos: entry.photos.length > 0,
      savedAtMs: entry.savedAtMs,
      offsetAtKeepMs: tools.offsetMs(),
      after: entryBefore(before, what.hazardId),
    },
    frozen: entry.request,
    progress: { ...freshProgress([]), photos: progress },
    parts,
  }
}
