import { inTransaction } from '../../db/unit-of-work.ts'
import type { Role } from '../../db/vocabulary.ts'
import type { Actor } from '../domain/actor.ts'
import type { Looks } from '../domain/perceptual-hash.ts'
import { settleOwnPromises, settlePromises, takeTurnWithPromises } from '../hazards/settle-promises.ts'
import { Problem } from '../http/problem.ts'
import { note } from '../journal/note.ts'
import type { World } from '../world.ts'
import { decodePicture, type Pixels } from './decode-picture.ts'
import { decoding } from './decode-queue.ts'
import { lookOfPixels } from './look-of-pixels.ts'
import { outlineOf } from './outline.ts'
import type { IncomingFile, PhotoStore } from './photo-store-disk.ts'
import { rawExif, witnessOf } from './read-exif.ts'
import { addBands, addPhotoRow, openPhotoRow, type PhotoRow, wasSentBy } from './store.ts'
import { type TakenIn, takeIn, type UploadLimits, usualUploadLimits } from './take-in.ts'
import { makeVariantsSoon } from './variants.ts'

/** Those who report or work on hazards; a leader reads, an administrator keeps the settings. */
export const photoSenders: readonly Role[] = ['squad', 'road-chief', 'department', 'county-reviewer', 'light-reporter']

export interface SentPhoto {
  /** As declared by the sender, taken where the picture was taken. */
  readonly sha256: string
  readonly body: AsyncIterable<Uint8Array>
  readonly declaredBytes: number | null
  /** Bytes sent before, behind which this body goes on; null for a photo sent from its beginning. */
  readonly offset?: number | null
}

export interface ReceivedPhoto {
  readonly photo: PhotoRow
  readonly isNew: boolean
}

/**
 * Takes a photo in: bytes to a temporary file while hashing, hash compared, decoded to the last row, EXIF read; then
 * file and folder to disk, then the row. Nothing stays of what is refused; the same bytes again get the same answer.
 * What breaks off is kept for its sender, who goes on at its end: offset-mismatch where that is somewhere else.
 */
export const receivePhoto = async (
  world: World,
  actor: Actor,
  { sha256, body, declaredBytes, offset = null }: SentPhoto,
  limits: UploadLimits = usualUploadLimits,
): Promise<ReceivedPhoto> => {
  if (!photoSenders.includes(actor.role)) throw new Problem('not-yours', { because: 'another-role', who: photoSenders })
  if ((declaredBytes ?? 0) + (offset ?? 0) > limits.maxBytes) throw new Problem('photo-too-large')
  // said before the bytes have cost anybody's data volume
  if (decoding.isFull()) throw new Problem('try-again', { retryAfterSeconds: 5 })
  const { photos, db, county } = world
  const sending = { owner: actor.id, sha256 }
  const resumed =
    offset === null ? { file: await photos.startIncoming(sending) } : await photos.resumeIncoming(sending, offset)
  if ('keptBytes' in resumed) {
    // its end came by another line, whose answer was lost
    const photo = await openPhotoRow(db, county, sha256)
    if (photo && resumed.keptBytes === 0 && (await wasSentBy(db, photo, actor.id))) return { photo, isNew: false }
    throw new Problem('offset-mismatch', { uploadOffset: resumed.keptBytes })
  }
  const { file } = resumed
  try {
    const taken = await takeIn(body, file, limits, 'begun' in resumed ? resumed.begun : undefined)
    if (declaredBytes !== null && taken.bytes < declaredBytes + (offset ?? 0)) throw new Problem('upload-broken')
    if (taken.sha256 !== sha256) throw new Problem('hash-mismatch')
    const received = await oneAtATime(photos, sha256, () => keep(world, actor, taken, file))
    if (!received.isNew) await acceptAgain(world, actor, received.photo)
    await photos.dropPartial(sending)
    return received
  } catch (error) {
    if (isWorthKeeping(error, offset)) await file.keep()
    throw error
  } finally {
    await file.discard()
  }
}

/** A broken line is gone on with; of what met a full disk only that which had been here before is kept. */
const isWorthKeeping = (error: unknown, offset: number | null): boolean =>
  error instanceof Problem ? error.code === 'upload-broken' || error.code === 'try-again' : offset !== null

const underWay = new WeakMap<PhotoStore, Map<string, Promise<ReceivedPhoto>>>()

/** Whoever sends the same bytes at the same time waits for the first and gets its answer. */
const oneAtATime = async (
  photos: PhotoStore,
  sha256: string,
  job: () => Promise<ReceivedPhoto>,
): Promise<ReceivedPhoto> => {
  const jobs = underWay.get(photos) ?? new Map<string, Promise<ReceivedPhoto>>()
  underWay.set(photos, jobs)
  const first = jobs.get(sha256)
  if (first) return { ...(await first), isNew: false }
  const work = job().finally(() => jobs.delete(sha256))
  jobs.set(sha256, work)
  return work
}

const keep = async (world: World, actor: Actor, taken: TakenIn, file: IncomingFile): Promise<ReceivedPhoto> => {
  const { db, photos, county } = world
  const release = photos.hold(taken.sha256)
  try {
    const known = await openPhotoRow(db, county, taken.sha256)
    if (known) {
      await restoreFile(photos, known, file)
      return { photo: known, isNew: false }
    }
    const { row, large, looks } = await examine(world, actor, taken, file)
    await file.adopt(taken.sha256)
    const isNew = await inTransaction(db, async (tx) => {
      const { sha256, bytes, format } = row
      await takeTurnWithPromises(tx, county, sha256)
      if (!(await addPhotoRow(tx, row))) return false
      await addBands(tx, county, sha256, looks)
      const arrival = { county, sha256, actorId: actor.id, at: row.receivedAt }
      const { entries, originalOf, unlikeCopyOf } = await settlePromises(tx, arrival)
      await note(tx, {
        ...{ county, at: row.receivedAt, actorId: actor.id, kind: 'photo-received', subjectId: sha256 },
        body: bodyOf({ bytes, format, originalOf, unlikeCopyOf }),
      })
      for (const entry of entries) await note(tx, entry)
      return true
    })
    photos.confirm(taken.sha256)
    makeVariantsSoon(photos, row, large)
    // another process may have written the row first: then its answer is the one that counts
    return { photo: isNew ? row : ((await openPhotoRow(db, county, taken.sha256)) ?? row), isNew }
  } finally {
    release()
  }
}

/** Somebody else has the same bytes: that is noted once, and from then on the photo is theirs to use as well. */
const acceptAgain = async ({ db, county, now }: World, actor: Actor, photo: PhotoRow): Promise<void> => {
  if (await wasSentBy(db, photo, actor.id)) return
  await inTransaction(db, async (tx) => {
    const { sha256, bytes, format } = photo
    await takeTurnWithPromises(tx, county, sha256)
    if (await wasSentBy(tx, photo, actor.id)) return
    const arrival = { county, sha256, actorId: actor.id, at: now() }
    const { entries, originalOf, unlikeCopyOf } = await settleOwnPromises(tx, arrival)
    await note(tx, {
      ...{ county, at: arrival.at, actorId: actor.id, kind: 'photo-received', subjectId: sha256 },
      body: bodyOf({ bytes, format, originalOf, unlikeCopyOf }),
    })
    for (const entry of entries) await note(tx, entry)
  })
}

interface Received {
  readonly bytes: number
  readonly format: PhotoRow['format']
  readonly originalOf: readonly string[]
  readonly unlikeCopyOf: readonly string[]
}

const bodyOf = ({ bytes, format, originalOf, unlikeCopyOf }: Received) => ({
  ...{ bytes, format },
  ...(originalOf.length > 0 && { originalOf }),
  ...(unlikeCopyOf.length > 0 && { unlikeCopyOf }),
})

/** The row names the bytes but their file is gone or short: these bytes have the same hash, so they take its place. */
const restoreFile = async (photos: PhotoStore, known: PhotoRow, file: IncomingFile): Promise<void> => {
  if ((await photos.sizeOfOriginal(known.sha256)) === known.bytes) return
  await file.adopt(known.sha256)
  photos.confirm(known.sha256)
  makeVariantsSoon(photos, known, null)
}

const examine = async (
  world: World,
  actor: Actor,
  { sha256, bytes }: TakenIn,
  { path }: IncomingFile,
): Promise<{ row: PhotoRow; large: Pixels; looks: Looks }> => {
  const outline = await outlineOf(path)
  const { widthPixels, heightPixels, large, exifTags } = await decodePicture(path, outline)
  const witness = witnessOf(exifTags ?? (outline.exif ? await rawExif(outline.exif) : null))
  const looks = lookOfPixels(large)
  const row: PhotoRow = {
    county: world.county,
    sha256,
    bytes,
    format: outline.format,
    widthPixels,
    heightPixels,
    trailingBytes: outline.trailingBytes,
    exifTakenAt: witness.takenAt,
    exifLongitude: witness.longitude,
    exifLatitude: witness.latitude,
    exifMake: witness.make,
    exifModel: witness.model,
    ...looks,
    receivedAt: world.now(),
    receivedFrom: actor.id,
  }
  return { row, large, looks }
}
