import { createHash } from 'node:crypto'
import { type Actor, inScope, scopeOf } from '../domain/actor.ts'
import { mergedInto } from '../hazards/linked-store.ts'
import { namesFor } from '../hazards/names.ts'
import { findCounty, openCase, photosOf, whereaboutsOf } from '../hazards/store.ts'
import { Problem } from '../http/problem.ts'
import type { World } from '../world.ts'
import { sharedCopy } from './shared-copy.ts'
import { watermarkOf } from './watermark-of.ts'

/** Counted up when the same words would be drawn in another way. */
const design = 1

/**
 * The copy of a hazard's photo that may be handed on: marked where the county has it so, plain otherwise. For whoever
 * may see the hazard; else not-there. `jpeg` is null where the asker has this very copy already.
 */
export const sharePhoto = async (
  world: World,
  actor: Actor,
  { hazardId, photoId, alreadyHas }: { hazardId: string; photoId: string; alreadyHas: string },
): Promise<{ jpeg: Buffer | null; tag: string }> => {
  const { db } = world
  const found = await openCase(db, actor.county, hazardId)
  if (!found || !inScope(scopeOf(actor), whereaboutsOf(found))) throw new Problem('not-there')
  const { hazard } = found
  const ids = [hazardId, ...(await mergedInto(db, actor.county, hazardId)).map(({ id }) => id)]
  const all = await Promise.all(ids.map((id) => photosOf(db, actor.county, id)))
  const row = all.flat().find(({ hazardPhoto }) => hazardPhoto.id === photoId)
  if (!row) throw new Problem('not-there')
  const { photo, hazardPhoto } = row
  const county = await findCounty(db, actor.county)
  const names = await namesFor(db, actor.county, {
    ...{ people: [hazardPhoto.takenBy], units: [], places: [hazard.townshipCode, hazard.placeCode] },
  })
  const lines = watermarkOf({ county, hazard, hazardPhoto, names })
  const content = createHash('sha256').update(JSON.stringify({ design, sha256: photo.sha256, lines }))
  const name = content.digest('base64url').slice(0, 27)
  const tag = `"${name}"`
  if (alreadyHas.includes(tag)) return { jpeg: null, tag }
  const jpeg = await sharedCopy(world.photos, photo, lines, name)
  if (!jpeg) throw new Problem('not-there')
  return { jpeg, tag }
}
