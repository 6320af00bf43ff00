import type { NewRow, Row } from '../../db/schema/tables.ts'
import { takeTurn } from '../../db/take-turn.ts'
import type { Tx } from '../../db/unit-of-work.ts'
import type { PhotoRole } from '../../db/vocabulary.ts'
import { type Actor, scopeOf } from '../domain/actor.ts'
import { judgePosition } from '../domain/datum.ts'
import { wholeEarth } from '../domain/distance.ts'
import { Problem } from '../http/problem.ts'
import { seenAmong } from '../photos/store.ts'
import { addPromises, owedBy, promisedAmong } from './promise-store.ts'
import { addHazardPhotos, attachedAmong, nextPhotoPosition, receivedFromAmong } from './store.ts'
import type { PhotoTaken, Position } from './wire.ts'

export interface Attaching {
  county: Row<'counties'>
  hazardId: string
  taskId: string | null
  role: PhotoRole
  takenBy: string
  /** Who brings them in: of what others sent, only what they may see can be put on a hazard. */
  carrier: Actor
  at: string
}

/** Photos ready to be written: what stands on the hazard at once, and what is promised. */
export interface Planned {
  readonly rows: readonly NewRow<'hazardPhotos'>[]
  readonly promises: readonly NewRow<'photoPromises'>[]
  /** Photos of which nothing is here yet. */
  readonly awaited: number
}

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

/** Puts photos onto a hazard that is there; of each the original or the phone's copy has arrived before. */
export const attachPhotos = async (tx: Tx, to: Attaching, photos: readonly PhotoTaken[]): Promise<void> => {
  await writePhotos(tx, await planPhotos(tx, to, photos, false))
}

export const writePhotos = async (tx: Tx, { rows, promises }: Planned): Promise<void> => {
  await addHazardPhotos(tx, [...rows])
  await addPromises(tx, [...promises])
}

/**
 * How photos come onto a hazard: as their original, or as the phone's copy with the original promised. A photo of which
 * nothing is here refuses the whole act (no-such-photo), unless it `mayFollow`: then both its parts are promised.
 */
export const planPhotos = async (
  tx: Tx,
  to: Attaching,
  photos: readonly PhotoTaken[],
  mayFollow: boolean,
): Promise<Planned> => {
  // a small picture is sent as it is: then there is no copy to wait for
  const taken = photos.map((photo) => (photo.copySha256 === photo.sha256 ? { ...photo, copySha256: null } : photo))
  const county = to.county.county
  const received = await hereOf(tx, to, taken)
  const standingAs = ({ sha256, copySha256 }: PhotoTaken): string | null => {
    if (received.has(sha256)) return sha256
    return copySha256 !== null && received.has(copySha256) ? copySha256 : null
  }
  const missing = taken.findIndex((photo) => standingAs(photo) === null)
  if (missing >= 0 && !mayFollow)
    throw new Problem('no-such-photo', { fields: [{ pointer: `/photos/${missing}/sha256`, fault: 'not-received' }] })
  for (const [index, { position }] of taken.entries())
    if (position) plausible(to.county, position, `/photos/${index}/position`)
  await mustBeNewIds(tx, county, taken)
  if (missing >= 0) await mustNotOweMore(tx, to, taken.filter((photo) => standingAs(photo) === null).length)

  const before = taken.length > 0 ? await nextPhotoPosition(tx, county, to.hazardId) : 0
  const rows: NewRow<'hazardPhotos'>[] = []
  const promises: NewRow<'photoPromises'>[] = []
  for (const [index, photo] of taken.entries()) {
    const { hazardId, taskId, role, takenBy, at } = to
    const facts = {
      ...{ county, hazardId, taskId, role, takenBy, position: before + index },
      ...{ capturedAt: photo.capturedAt, clockOffsetMs: photo.clockOffsetMs, takenWith: photo.takenWith },
      ...positionColumns(photo.position),
    }
    const stands = standingAs(photo)
    if (stands !== null)
      rows.push({
        ...facts,
        id: photo.id,
        sha256: stands,
        copySha256: stands === photo.sha256 ? null : stands,
        attachedAt: at,
      })
    if (stands === photo.sha256) continue
    const promise = { ...facts, photoId: photo.id, promisedAt: at }
    promises.push({ ...promise, part: 'original', sha256: photo.sha256 })
    if (photo.copySha256 !== null)
      promises.push({ ...promise, part: 'copy', sha256: photo.copySha256, fulfilledAt: stands === null ? null : at })
  }
  return { rows, promises, awaited: taken.length - rows.length }
}

/**
 * Three weeks of full days, as no phone holds them: who owes more waits until some have come. What was promised a week
 * ago lies on a phone that was lost, and keeps nobody from working with another.
 */
export const mostOwed = 2000
const owedForMs = 7 * 24 * 3600_000

const mustNotOweMore = async (tx: Tx, { county, takenBy, at }: Attaching, more: number): Promise<void> => {
  const since = new Date(Date.parse(at) - owedForMs).toISOString()
  if ((await owedBy(tx, county.county, takenBy, since)) + more > mostOwed)
    throw new Problem('photos-owed', { retryAfterSeconds: 60 })
}

/** Which of the bytes named are here. What is not waits its turn with their arrival, so that neither misses the other. */
const hereOf = async (tx: Tx, to: Attaching, taken: readonly PhotoTaken[]): Promise<Set<string>> => {
  const { county } = to.county
  const named = taken.flatMap(({ sha256, copySha256 }) => (copySha256 === null ? [sha256] : [sha256, copySha256]))
  const here = await usableAmong(tx, to, named)
  const missing = [...new Set(named)].filter((sha256) => !here.has(sha256)).sort()
  let waited = false
  for (const sha256 of missing) waited = await takeTurn(tx, wordOfBytes(county, sha256))
  return waited ? usableAmong(tx, to, named) : here
}

/** What its taker or carrier sent, or may see. Whoever only knows a hash of others must send the bytes, like anybody. */
const usableAmong = async (tx: Tx, { county, takenBy, carrier }: Attaching, named: string[]): Promise<Set<string>> => {
  const senders = await receivedFromAmong(tx, county.county, named)
  const own = [...senders].filter(([, sender]) => sender === takenBy || sender === carrier.id).map(([sha256]) => sha256)
  const others = [...senders.keys()].filter((sha256) => !own.includes(sha256))
  const viewer = { personId: carrier.id, scope: scopeOf(carrier) }
  return new Set([...own, ...(await seenAmong(tx, county.county, others, viewer))])
}

/** Under this word take turns whoever promises bytes and whoever brings them. */
export const wordOfBytes = (county: string, sha256: string): string => `${county} bytes ${sha256}`

/** An id names one photo on one hazard for ever: twice in an act is 422, one used before is 409. */
const mustBeNewIds = async (tx: Tx, county: string, taken: readonly PhotoTaken[]): Promise<void> => {
  const ids = taken.map(({ id }) => id)
  const fault = (index: number, word: string) => ({ fields: [{ pointer: `/photos/${index}/id`, fault: word }] })
  const repeated = ids.findIndex((id, index) => ids.indexOf(id) < index)
  if (repeated >= 0) throw new Problem('invalid', fault(repeated, 'repeated-id'))
  const known = await attachedAmong(tx, county, ids)
  const promised = await promisedAmong(tx, county, ids)
  const used = ids.findIndex((id) => known.has(id) || promised.has(id))
  if (used >= 0) throw new Problem('other-content', fault(used, 'used-id'))
}
