import type { VariantSize } from '../../db/vocabulary.ts'
import { type Actor, scopeOf } from '../domain/actor.ts'
import { noticeSight } from '../domain/notice-doors.ts'
import { Problem } from '../http/problem.ts'
import { standsInNotice } from '../notices/notice-photo-store.ts'
import type { World } from '../world.ts'
import type { StoredOriginal } from './photo-store-disk.ts'
import { openPhotoRow, openPhotoRowFor, type PhotoRow } from './store.ts'
import { openVariant } from './variants.ts'

/** A photo that this person may see; everything else is not-there, whether it exists or not. */
const seen = async ({ db, county }: World, actor: Actor, sha256: string): Promise<PhotoRow> => {
  const photo = await openPhotoRowFor(db, county, sha256, { personId: actor.id, scope: scopeOf(actor) })
  if (!photo) throw new Problem('not-there')
  return photo
}

/** The same for a picture: one in a letter is seen by whoever may read the letter. Its original is not. */
const seenOrSent = async (world: World, actor: Actor, sha256: string): Promise<PhotoRow> => {
  const { db, county } = world
  const photo = await openPhotoRowFor(db, county, sha256, { personId: actor.id, scope: scopeOf(actor) })
  if (photo) return photo
  const sent = await standsInNotice(db, county, sha256, { ...noticeSight(actor), personId: actor.id })
  const row = sent ? await openPhotoRow(db, county, sha256) : null
  if (!row) throw new Problem('not-there')
  return row
}

/** What is known of a photo whose file is here; a lost file is not-there, so that whoever has the bytes sends them. */
export const lookAtPhoto = async (world: World, actor: Actor, sha256: string): Promise<PhotoRow> => {
  const photo = await seen(world, actor, sha256)
  if ((await world.photos.sizeOfOriginal(sha256)) !== photo.bytes) throw new Problem('not-there')
  return photo
}

/** The same for a sender: what is not here tells how many bytes of an upload that broke off are kept for them. */
export const lookAtPhotoOrOffset = async (world: World, actor: Actor, sha256: string): Promise<PhotoRow> => {
  try {
    return await lookAtPhoto(world, actor, sha256)
  } catch (error) {
    if (!(error instanceof Problem && error.code === 'not-there')) throw error
    const uploadOffset = await world.photos.sizeOfPartial({ owner: actor.id, sha256 })
    throw new Problem('not-there', { uploadOffset })
  }
}

/** A variant's bytes, or null when the asker already has this variant. */
export const lookAtVariant = async (
  world: World,
  actor: Actor,
  { sha256, size }: { sha256: string; size: VariantSize },
  alreadyThere: boolean,
): Promise<Buffer | null> => {
  const photo = await seenOrSent(world, actor, sha256)
  if (alreadyThere) return null
  const picture = await openVariant(world.photos, photo, size)
  if (!picture) throw new Problem('not-there')
  return picture
}

export const lookAtOriginal = async (
  world: World,
  actor: Actor,
  sha256: string,
): Promise<{ photo: PhotoRow; original: StoredOriginal }> => {
  const photo = await seen(world, actor, sha256)
  const original = await world.photos.openOriginal(sha256)
  if (!original) throw new Problem('not-there')
  return { photo, original }
}
