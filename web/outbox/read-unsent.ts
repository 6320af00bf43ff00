import type { Move } from '../../db/vocabulary.ts'
import { sha256Of } from '../photos/sha256.ts'
import type { CarriedEntry } from './entry.ts'
import { isFieldMove } from './field-moves.ts'
import type { Cipher } from './shelf-cipher.ts'
import { fileIn, listZip, NotAZip, type StoredFile } from './stored-zip.ts'
import { type CarriedFacts, Manifest } from './unsent-file.ts'
import { manifestHashName, manifestName, manifestSealName, photoName, unsentKind } from './unsent-names.ts'
import { type SealState, sealState } from './unsent-seal.ts'

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
const mostSealBytes = 200

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

/** What the reader is shown of a report is what is sent. */
const tellsTheSame = ({ what, request }: CarriedFacts): boolean => {
  if (what.kind !== 'report') return true
  const told: unknown = JSON.parse(request.body)
  if (typeof told !== 'object' || told === null) return false
  const sent = new Map(Object.entries(told))
  return (['code', 'source', 'description', 'spot', 'placeCode'] as const).every(
    (field) => !sent.has(field) || sent.get(field) === what[field],
  )
}

const isHonest = (facts: CarriedFacts): boolean => {
  const { id, what, request } = facts
  const hazard = `/api/hazards/${what.hazardId}`
  if (what.kind === 'report')
    return id === what.hazardId && request.method === 'PUT' && request.path === hazard && tellsTheSame(facts)
  const below = what.taskId === null ? hazard : `${hazard}/tasks/${what.taskId}`
  const path = `${below}/${lastOfPath[what.move]}`
  return id === what.actId && isFieldMove(what.move) && request.method === 'POST' && request.path === path
}

const bytesOf = async (zip: Blob, file: StoredFile): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await (await fileIn(zip, file)).arrayBuffer())

interface Told {
  readonly manifest: Manifest
  readonly hash: string
  readonly seal: Uint8Array<ArrayBuffer> | null
}

const manifestOf = async (zip: Blob, files: ReadonlyMap<string, StoredFile>): Promise<Told> => {
  const [file, hash] = [files.get(manifestName), files.get(manifestHashName)]
  if (!file || !hash) throw new Unreadable('wrong-kind')
  if (file.bytes > mostManifestBytes || hash.bytes !== 64) throw new Unreadable('damaged')
  const bytes = await bytesOf(zip, file)
  const present = await sha256Of(bytes)
  if (present !== new TextDecoder().decode(await bytesOf(zip, hash))) throw new Unreadable('damaged')
  const told: unknown = JSON.parse(new TextDecoder().decode(bytes))
  const manifest = Manifest.safeParse(told)
  const sealFile = files.get(manifestSealName)
  if (sealFile && sealFile.bytes > mostSealBytes) throw new Unreadable('damaged')
  const seal = sealFile ? await bytesOf(zip, sealFile) : null
  if (manifest.success && manifest.data.entries.every(isHonest)) return { manifest: manifest.data, hash: present, seal }
  const isOurs = typeof told === 'object' && told !== null && Reflect.get(told, 'kind') === unsentKind
  throw new Unreadable(!isOurs ? 'wrong-kind' : manifest.success ? 'damaged' : 'newer')
}

export interface Unsent {
  readonly manifest: Manifest
  readonly entries: readonly CarriedEntry[]
  /** By the reader's own key; of another author's file nobody else can tell. */
  readonly seal: SealState
}

export interface ReaderOfUnsent {
  readonly countyCode: string
  readonly personId: string
  readonly cipher: Cipher
}

/** What is in such a file, every photo proven by its hash. Rejects with Unreadable. */
export const readUnsent = async (
  zip: Blob,
  { countyCode, personId, cipher }: ReaderOfUnsent,
  onProgress: (done: number, total: number) => void,
): Promise<Unsent> => {
  if (zip.size > mostFileBytes) throw new Unreadable('too-big')
  try {
    const files = await listZip(zip)
    const { manifest, hash, seal } = await manifestOf(zip, files)
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
    return { manifest, entries, seal: await sealState(cipher, personId, hash, seal) }
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
