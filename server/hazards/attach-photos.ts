import type { Row } from '../../db/schema/tables.ts'
import type { Tx } from '../../db/unit-of-work.ts'
import type { PhotoRole } from '../../db/vocabulary.ts'
import { judgePosition } from '../domain/datum.ts'
import { Problem } from '../http/problem.ts'
import { addHazardPhotos, attachedAmong, countHazardPhotos, receivedAmong } from './store.ts'
import type { PhotoTaken, Position } from './wire.ts'

export interface Attaching {
  county: Row<'counties'>
  hazardId: string
  taskId: string | null
  role: PhotoRole
  takenBy: string
  at: string
}

const wholeEarth = { west: -180, south: -90, east: 180, north: 90 }

/** Throws impossible-position for what cannot be on the earth, or has its axes swapped; tells whether it is outside. */
export const plausible = (
  county: Row<'counties'>,
  position: Position,
  pointer = '/position',
): { outsideCounty: boolean } => {
  const verdict = judgePosition([position.longitude, position.latitude], county.bounds ?? wholeEarth)
  if (!verdict.ok) throw new Problem('impossible-position', { fields: [{ pointer, fault: verdict.because }] })
  return verdict
}

/** The columns in which a hazard and its photos keep a measured position. */
export const positionColumns = (position: Position | null) => ({
  longitude: position?.longitude ?? null,
  latitude: position?.latitude ?? null,
  accuracyMetres: position?.accuracyMetres ?? null,
  positionSource: position?.source ?? null,
  positionedAt: position?.at ?? null,
})

/** Puts photos that have arrived before onto a hazard; refuses the whole act when one has not. */
export const attachPhotos = async (tx: Tx, to: Attaching, taken: readonly PhotoTaken[]): Promise<void> => {
  const received = await receivedAmong(
    tx,
    to.county.county,
    taken.map(({ sha256 }) => sha256),
  )
  const missing = taken.findIndex(({ sha256 }) => !received.has(sha256))
  if (missing >= 0)
    throw new Problem('no-such-photo', { fields: [{ pointer: `/photos/${missing}/sha256`, fault: 'not-received' }] })
  for (const [index, { position }] of taken.entries())
    if (position) plausible(to.county, position, `/photos/${index}/position`)
  await mustBeNewIds(tx, to.county.county, taken)
  const before = taken.length > 0 ? await countHazardPhotos(tx, to.county.county, to.hazardId) : 0
  await addHazardPhotos(
    tx,
    taken.map((photo, index) => ({
      county: to.county.county,
      id: photo.id,
      hazardId: to.hazardId,
      taskId: to.taskId,
      sha256: photo.sha256,
      role: to.role,
      takenBy: to.takenBy,
      capturedAt: photo.capturedAt,
      attachedAt: to.at,
      ...positionColumns(photo.position),
      position: before + index,
    })),
  )
}

/** An id names one photo on one hazard for ever: twice in an act is 422, one used before is 409. */
const mustBeNewIds = async (tx: Tx, county: string, taken: readonly PhotoTaken[]): Promise<void> => {
  const ids = taken.map(({ id }) => id)
  const fault = (index: number, word: string) => ({ fields: [{ pointer: `/photos/${index}/id`, fault: word }] })
  const repeated = ids.findIndex((id, index) => ids.indexOf(id) < index)
  if (repeated >= 0) throw new Problem('invalid', fault(repeated, 'repeated-id'))
  const known = await attachedAmong(tx, county, ids)
  const used = ids.findIndex((id) => known.has(id))
  if (used >= 0) throw new Problem('other-content', fault(used, 'used-id'))
}
