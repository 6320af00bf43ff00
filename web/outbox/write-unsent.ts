import { Zip, ZipPassThrough } from 'fflate'
import { sha256Of } from '../photos/sha256.ts'
import type { WholeEntry } from './entry.ts'
import type { CarriedFacts, CarriedPhoto, Manifest } from './unsent-file.ts'
import {
  manifestHashName,
  manifestName,
  manifestSealName,
  photoName,
  unsentKind,
  unsentVersion,
} from './unsent-names.ts'

interface Writing {
  readonly county: Manifest['county']
  readonly person: Manifest['person']
  readonly savedAt: string
  readonly ids: readonly string[]
  readonly whole: (id: string) => Promise<WholeEntry | null>
  /** The author's seal over the manifest's hash; null where this device has no key. */
  readonly seal: (manifestHash: string) => Promise<Uint8Array<ArrayBuffer> | null>
  readonly onProgress: (done: number, total: number) => void
}

/** A zip whose pieces go into blobs as they are made: no more than one photo is in memory at a time. */
const beginZip = () => {
  const pieces: Blob[] = []
  let fault: Error | null = null
  const zip = new Zip((error, chunk) => {
    if (error) fault = error
    else pieces.push(new Blob([chunk.slice()]))
  })
  const add = (name: string, bytes: Uint8Array<ArrayBuffer>): void => {
    const file = new ZipPassThrough(name)
    zip.add(file)
    file.push(bytes, true)
    if (fault) throw fault
  }
  return {
    add,
    end: (): Blob => {
      zip.end()
      if (fault) throw fault
      return new Blob(pieces, { type: 'application/zip' })
    },
  }
}

const bytesIn = async (blob: Blob): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await blob.arrayBuffer())

/** Everything unsent as one file: the photos' bytes, and a manifest that says what they belong to. */
export const writeUnsent = async (writing: Writing): Promise<Blob> => {
  const zip = beginZip()
  const added = new Set<string>()
  const entries: CarriedFacts[] = []
  const add = async (blob: Blob | null): Promise<{ sha256: string; bytes: number } | null> => {
    if (blob === null) return null
    const bytes = await bytesIn(blob)
    const sha256 = await sha256Of(bytes)
    // the same picture may belong to two entries
    if (!added.has(sha256)) zip.add(photoName(sha256), bytes)
    added.add(sha256)
    return { sha256, bytes: bytes.length }
  }
  for (const [at, id] of writing.ids.entries()) {
    writing.onProgress(at, writing.ids.length)
    const whole = await writing.whole(id)
    if (whole === null) continue
    const photos: CarriedPhoto[] = []
    for (const { id: photoId, name, sha256, original, copy } of whole.photos) {
      const here = await add(original)
      photos.push({
        ...{ id: photoId, name, type: original?.type ?? '', sha256, bytes: here?.bytes ?? null },
        copy: await add(copy),
      })
    }
    const { method, path, body } = whole.request
    const sentAtMs = 'sentAtMs' in whole.request ? Number(whole.request.sentAtMs) : whole.entry.savedAtMs
    const { what: told } = whole.entry
    // read-only here, and the same fields in the file
    const what = told.kind === 'step' ? { ...told } : { ...told }
    entries.push({ id, what, savedAtMs: whole.entry.savedAtMs, request: { method, path, body, sentAtMs }, photos })
  }
  const { county, person, savedAt } = writing
  const manifest: Manifest = { kind: unsentKind, version: unsentVersion, county, person, savedAt, entries }
  const told = new TextEncoder().encode(JSON.stringify(manifest))
  zip.add(manifestName, told)
  const hash = await sha256Of(told)
  zip.add(manifestHashName, new TextEncoder().encode(hash))
  const seal = await writing.seal(hash)
  if (seal !== null) zip.add(manifestSealName, seal)
  writing.onProgress(writing.ids.length, writing.ids.length)
  return zip.end()
}
