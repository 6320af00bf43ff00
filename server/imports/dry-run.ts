import type { Actor } from '../domain/actor.ts'
import { dayOf } from '../domain/county-calendar.ts'
import { findCounty } from '../hazards/store.ts'
import { Problem } from '../http/problem.ts'
import { timeZoneOf } from '../people/time-zone.ts'
import type { World } from '../world.ts'
import type { FurnishBatch } from '../zones/furnish-batch.ts'
import { workOnImport } from './import-workshop.ts'
import { furnishedNow } from './store.ts'
import type { Upload } from './upload-drawer.ts'
import type { ImportLook, OpenChoices } from './wire.ts'

/** The upload of this name, if this administrator sent it within the hour; 404 otherwise. */
export const uploadOf = async ({ uploads, now }: World, actor: Actor, id: string): Promise<Upload> => {
  const upload = await uploads.find(id, now())
  if (upload === null || upload.by !== actor.id) throw new Problem('not-there')
  return upload
}

/** Reads an upload as chosen and compares it with the county as it is now. Writes nothing. */
export const dryRun = async (
  { db, county, now }: World,
  upload: Upload,
  choices: OpenChoices | null,
  withBatch: boolean,
): Promise<{ readonly look: ImportLook; readonly batch: FurnishBatch | null }> => {
  const { bounds } = await findCounty(db, county)
  const today = dayOf(now(), await timeZoneOf(db, county))
  const known = { code: county, bounds, today, ...(await furnishedNow(db, county, today)) }
  const { id, fileName, sha256, bytes, keptUntil, path } = upload
  const { look, batch } = await workOnImport({ path, sha256, known, choices, withBatch })
  return { look: { id, fileName, sha256, bytes, keptUntil, ...look }, batch }
}
