import type { Move } from '../../db/vocabulary.ts'
import { sha256Of } from '../photos/sha256.ts'
import type { CarriedEntry } from './entry.ts'
import { isFieldMove } from './field-moves.ts'
import { fileIn, listZip, NotAZip, type StoredFile } from './stored-zip.ts'
import { type CarriedFacts, Manifest } from './unsent-file.ts'
import { manifestHashName, manifestName, photoName, unsentKind } from './unsent-names.ts'

/** Why a file is not taken in; nothing of it is. */
export type WhyUnread = 'too-big' | 'half' | 'wrong-kind' | 'newer' | 'damaged' | 'other-county'

export class Unreadable extends Error {
  readonly why: WhyUnread
  constructor(why: WhyUnread) {
    super(why)
    this.why = why
  }
}

const mostFileBytes = 2e9
const mostManifestBytes = 32e6

/** Where each step of the field is taken, below its hazard or its task: a file says what it does and nothing else. */
const lastOfPath: Partial<Readonly<Record<Move, string>>> = {
  'add-scene-photo': 'scene-photos',
  'complete-scene': 'complete-scene',
  'register-hazard': 'register',
  'accept-task': 'accept',
  'refuse-task': 'refuse',
  'start-task': 'start',
  'control-interim': 'control-interim',
  'submit-task': 'submit',
  'verify-task': 'verify',
  'return-task': 'return',
  'pass-revisit': 'pass-revisit',
  'fail-revisit': 'fail-revisit',
  'report-progress': 'progress',
  comment: 'comments',
  'ask-extension': 'ask-extension',
}

const isHonest = ({ id, what, request }: CarriedFacts): boolean => {
  const hazard = `/api/hazards/${what.hazardId}`
  if (what.kind === 'report') return id === what.hazardId && request.method === 'PUT' && request.path === hazard
  const below = what.taskId === null ? hazard : `${hazard}/tasks/${what.taskId}`
  const path = `${below}/${lastOfPath[what.move]}`
  return id === what.actId && isFieldMove(what.move) && request.method === 'POST' && request.path === path
}

const bytesOf = async (zip: Blob, file: StoredFile): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await (await fileIn(zip, file)).arrayBuffer())

const manifestOf = async (zip: Blob, files: ReadonlyMap<string, StoredFile>): Promise<Manifest> => {
  const [file, hash] = [files.get(manifestName), files.get(manifestHashName)]
  if (!file || !hash) throw new Unreadable('wrong-kind')
  if (file.bytes > mostManifestBytes || hash.bytes !== 64) throw new Unreadable('damaged')
  const bytes = await bytesOf(zip, file)
  if ((await sha256Of(bytes)) !== new TextDecoder().decode(await bytesOf(zip, hash))) throw new Unreadable('damaged')
  const told: unknown = JSON.parse(new TextDecoder().decode(bytes))
  const manifest = Manifest.safeParse(told)
  if (manifest.success && manifest.data.entries.every(isHonest)) return manifest.data
  const isOurs = typeof told === 'object' && told !== null && Reflect.get(told, 'kind') === unsentKind
  throw new Unreadable(!isOurs ? 'wrong-kind' : manifest.success ? 'damaged' : 'newer')
}

export interface Unsent {
  readonly manifest: Manifest
  readonly entries: readonly CarriedEntry[]
}

/** What is in such a file, every photo proven by its hash. Rejects with Unreadable. */
export const readUnsent = async (
  zip: Blob,
  countyCode: string,
  onProgress: (done: number, total: number) => void,
): Promise<Unsent> => {
  if (zip.size > mostFileBytes) throw new Unreadable('too-big')
  try {
    const files = await listZip(zip)
    const manifest = await manifestOf(zip, files)
    if (manifest.county.code !== countyCode) throw new Unreadable('other-county')
    const proven = async (sha256: string, bytes: number): Promise<Blob> => {
      const file = files.get(photoName(sha256))
      if (!file || file.bytes !== bytes) throw new Unreadable('damaged')
      const blob = await fileIn(zip, file)
      if ((await sha256Of(new Uint8Array(await blob.arrayBuffer()))) !== sha256) throw new Unreadable('damaged')
      return blob
    }
    const entries: CarriedEntry[] = []
    for (const [at, { photos, ...facts }] of manifest.entries.entries()) {
      onProgress(at, manifest.entries.length)
      const carried: CarriedEntry['photos'][number][] = []
      for (const { id, name, type, sha256, bytes, copy } of photos) {
        const original = bytes === null ? null : (await proven(sha256, bytes)).slice(0, bytes, type)
        const copyBytes = copy && (await proven(copy.sha256, copy.bytes))
        carried.push({ id, name, sha256, original, copy: copyBytes && copy && { ...copy, blob: copyBytes } })
      }
      entries.push({ ...facts, photos: carried })
    }
    return { manifest, entries }
  } catch (error) {
    if (error instanceof Unreadable) throw error
    if (error instanceof NotAZip) throw new Unreadable((await looksCutOff(zip)) ? 'half' : 'wrong-kind')
    throw new Unreadable('damaged')
  }
}

/** It begins like a zip of ours and has no end. */
const looksCutOff = async (zip: Blob): Promise<boolean> => {
  const head = new Uint8Array(await zip.slice(0, 4).arrayBuffer())
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4
}
