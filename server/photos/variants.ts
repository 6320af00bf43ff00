import sharp from 'sharp'
import { type VariantSize, variantSizes } from '../../db/vocabulary.ts'
import type { World } from '../world.ts'
import { decodePicture, type Pixels } from './decode-picture.ts'
import { decoding, places } from './decode-queue.ts'
import type { PhotoStore } from './photo-store-disk.ts'
import { everyPhotoRow, type PhotoRow } from './store.ts'

type Variants = Readonly<Record<VariantSize, Buffer>>
type Named = Pick<PhotoRow, 'sha256' | 'format'>

const smallLongSidePixels = 400

/**
 * WebP at effort 1: against JPEG at 80 a fifth fewer bytes (105 KB and 21 KB a photo for 134 and 24) for 55 ms instead
 * of 20; effort 4 saves another tenth for three times the time. Phones on a mountain pay by the byte.
 */
const webp = { quality: 78, effort: 1 } as const

/** How many decoded pictures may wait (8 MB each) and how many names: what is beyond is made when first looked at. */
const maxWaitingPixels = 4
const maxWaiting = 2_000
/** Between photos that are filled in, so that people at work are not slowed down. */
const restMillis = 40

interface Waiting {
  readonly photo: Named
  readonly pixels: Pixels | null
}

interface Room {
  readonly line: Waiting[]
  readonly making: Map<string, Promise<Variants | null>>
  worker: Promise<void> | null
  /** Nothing is queued: see `leaveVariants`. */
  later: boolean
}

const rooms = new WeakMap<PhotoStore, Room>()

const roomOf = (photos: PhotoStore): Room => {
  const room = rooms.get(photos) ?? { line: [], making: new Map(), worker: null, later: false }
  rooms.set(photos, room)
  return room
}

/** Queues a photo's variants; whoever asks for one before its turn has it made at once. Never throws. */
export const makeVariantsSoon = (photos: PhotoStore, photo: Named, pixels: Pixels | null): void => {
  const room = roomOf(photos)
  if (room.later || room.line.length >= maxWaiting) return
  const held = room.line.filter((waiting) => waiting.pixels !== null).length
  room.line.push({ photo, pixels: held < maxWaitingPixels ? pixels : null })
  room.worker ??= workThrough(photos, room)
}

/** For many photos at once that nobody looks at yet: no queue; `fillVariants` or whoever looks makes them. */
export const leaveVariants = (photos: PhotoStore): void => {
  roomOf(photos).later = true
}

/** Resolves when nothing waits any more: before a store is closed, and in tests. */
export const variantsSettled = async (photos: PhotoStore): Promise<void> => {
  await rooms.get(photos)?.worker
}

const workThrough = async (photos: PhotoStore, room: Room): Promise<void> => {
  for (let next = room.line.shift(); next; next = room.line.shift()) {
    // what fails now (a full disk, a store that closes) is tried again by whoever looks at the photo
    await makeOnce(photos, next.photo, next.pixels).catch(() => null)
  }
  room.worker = null
}

/** One variant, made now if it is not there yet; null when the original itself is missing. */
export const openVariant = async (photos: PhotoStore, photo: Named, size: VariantSize): Promise<Buffer | null> => {
  const stored = await photos.readVariant(photo.sha256, size)
  if (stored && isWhole(stored)) return stored
  return (await makeOnce(photos, photo, null))?.[size] ?? null
}

/** A power cut can leave a variant torn, since only originals are synced; WebP states its own length. */
const isWhole = (picture: Buffer): boolean => picture.length > 12 && picture.readUInt32LE(4) + 8 === picture.length

/** However many ask at once, the work is done once. */
const makeOnce = (photos: PhotoStore, photo: Named, pixels: Pixels | null): Promise<Variants | null> => {
  const { making } = roomOf(photos)
  const before = making.get(photo.sha256)
  if (before) return before
  const work = make(photos, photo, pixels).finally(() => making.delete(photo.sha256))
  making.set(photo.sha256, work)
  return work
}

/** One photo after the other, in a line of its own: a page full of pictures must not keep new photos from arriving. */
export const developing = places(1, 2_000)

const make = (photos: PhotoStore, photo: Named, pixels: Pixels | null): Promise<Variants | null> =>
  developing.run(async () => {
    const large = pixels ?? (await decodeStored(photos, photo))
    if (!large) return null
    const made = await decoding.run(() => encode(large))
    for (const size of variantSizes) await photos.writeVariant(photo.sha256, size, made[size])
    return made
  })

const decodeStored = async (photos: PhotoStore, { sha256, format }: Named): Promise<Pixels | null> => {
  const original = await photos.readOriginal(sha256)
  return original && (await decodePicture(original, { format, scans: 1 })).large
}

/** The small one is made from the large one's pixels. Neither carries any metadata. */
const encode = async ({ data, width, height }: Pixels): Promise<Variants> => {
  const image = () => sharp(data, { raw: { width, height, channels: 3 } })
  const box = { fit: 'inside', withoutEnlargement: true } as const
  return {
    large: await image().webp(webp).toBuffer(),
    small: await image().resize(smallLongSidePixels, smallLongSidePixels, box).webp(webp).toBuffer(),
  }
}

/** Makes what is missing, one photo after the other with a rest between, until told to stop; a start calls it. */
export const fillVariants = (world: World): (() => Promise<void>) => {
  let stopped = false
  const rest = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, restMillis))
  const work = async (): Promise<void> => {
    for await (const photo of everyPhotoRow(world.db, world.county)) {
      if (stopped) return
      if (await world.photos.hasVariant(photo.sha256, 'small')) continue
      await makeOnce(world.photos, photo, null).catch(() => null)
      await rest()
    }
  }
  // whatever stops it (a full disk, a store that closes) is met again by whoever looks at the photo
  const working = work().catch(() => undefined)
  return () => {
    stopped = true
    return working
  }
}

/** Makes every variant of the county anew, after a change of sizes or a loss; yields each hash and whether it worked. */
export async function* rebuildVariants(world: World): AsyncGenerator<{ sha256: string; made: boolean }> {
  for await (const photo of everyPhotoRow(world.db, world.county)) {
    const made = await makeOnce(world.photos, photo, null).catch(() => null)
    yield { sha256: photo.sha256, made: made !== null }
  }
}
