import { takeTurn } from '../../db/take-turn.ts'
import type { Tx } from '../../db/unit-of-work.ts'
import { checkAgain } from '../clearance/check-again.ts'
import type { Instant } from '../domain/county-calendar.ts'
import { type Looks, surelyUnlike } from '../domain/perceptual-hash.ts'
import { Problem } from '../http/problem.ts'
import type { Entry } from '../journal/note.ts'
import { wordOfBytes } from './attach-photos.ts'
import {
  awaitedOf,
  carriedInBy,
  fulfil,
  looksAmong,
  openPromisesFor,
  type PromiseRow,
  putOriginal,
  standingUnder,
} from './promise-store.ts'
import { addHazardPhotos, moveHazard, openCase } from './store.ts'

export interface Arrival {
  readonly county: string
  readonly sha256: string
  /** Whoever brought the bytes. */
  readonly actorId: string
  readonly at: Instant
}

export interface Settled {
  /** What the journal says of it, in order; the caller writes it behind its own entry. */
  readonly entries: readonly Entry[]
  /** Photos that stood as their copy and now stand as their original. */
  readonly originalOf: readonly string[]
  /** Photos whose copy shows something else: it goes on standing, for it is what everybody has seen. */
  readonly unlikeCopyOf: readonly string[]
}

/** Called first of all in the transaction that adds the bytes: whoever promises them meanwhile waits, and finds them. */
export const takeTurnWithPromises = async (tx: Tx, county: string, sha256: string): Promise<void> => {
  await takeTurn(tx, wordOfBytes(county, sha256))
}

/**
 * Keeps every promise of these bytes: photos of which nothing was here are put on their hazards, at the place their act
 * gave them, and originals take the place of their copies. Also on hazards that were voided or merged meanwhile.
 */
export const settlePromises = async (tx: Tx, arrival: Arrival): Promise<Settled> => {
  const { county, sha256 } = arrival
  return settle(tx, arrival, await openPromisesFor(tx, county, sha256))
}

/** The same where the bytes were here before, by somebody else: kept are promises of whoever sends them now. */
export const settleOwnPromises = async (tx: Tx, arrival: Arrival): Promise<Settled> => {
  const { county, sha256, actorId } = arrival
  const promises = await openPromisesFor(tx, county, sha256)
  const carried = await carriedInBy(
    ...[tx, county, actorId],
    promises.map(({ hazardId }) => hazardId),
  )
  return settle(
    tx,
    arrival,
    promises.filter(({ takenBy, hazardId }) => takenBy === actorId || carried.has(hazardId)),
  )
}

const settle = async (tx: Tx, arrival: Arrival, promises: readonly PromiseRow[]): Promise<Settled> => {
  const { county } = arrival
  const entries: Entry[] = []
  const originalOf: string[] = []
  const unlikeCopyOf: string[] = []
  for (const hazardId of new Set(promises.map((promise) => promise.hazardId))) {
    await takeTurn(tx, `${county} settling ${hazardId}`)
    const own = promises.filter((promise) => promise.hazardId === hazardId)
    const { added, replaced, unlike } = await put(tx, arrival, own)
    originalOf.push(...replaced)
    unlikeCopyOf.push(...unlike)
    if (added.length > 0) entries.push(...(await moveOn(tx, arrival, hazardId, added)))
    entries.push(...(await lookedAtAnew(tx, arrival, hazardId, own, replaced)))
  }
  return { entries, originalOf, unlikeCopyOf }
}

/** An original may tell more than its copy did when the cure was checked, or otherwise: that is said where it is so. */
const lookedAtAnew = async (
  tx: Tx,
  { county, actorId, at }: Arrival,
  hazardId: string,
  promises: readonly PromiseRow[],
  replaced: readonly string[],
): Promise<Entry[]> => {
  const entries: Entry[] = []
  const cures = promises.filter(({ photoId, role }) => role === 'after' && replaced.includes(photoId))
  for (const taskId of new Set(cures.flatMap((promise) => promise.taskId ?? []))) {
    const originals = cures.filter((promise) => promise.taskId === taskId).map(({ photoId }) => photoId)
    for (const told of await checkAgain(tx, { county, hazardId, taskId }, originals))
      entries.push({
        ...{ county, at, actorId, kind: 'clearance-checked', subjectId: hazardId },
        body: { taskId, originals, ...told },
      })
  }
  return entries
}

/** The photos themselves: added where nothing stood, replaced where the copy did. */
const put = async (
  tx: Tx,
  { county, sha256, at }: Arrival,
  promises: readonly PromiseRow[],
): Promise<{ added: PromiseRow[]; replaced: string[]; unlike: string[] }> => {
  const ids = promises.map(({ photoId }) => photoId)
  const standing = await standingUnder(tx, county, ids)
  const added: PromiseRow[] = []
  const replaced: string[] = []
  const unlike: string[] = []
  const looks = await looksAmong(tx, county, [sha256, ...standing.values()])
  for (const promise of promises) {
    const { photoId, part, promisedAt: _promised, fulfilledAt: _open, ...facts } = promise
    // where the original is here nobody waits for the copy any more
    await fulfil(tx, promise, part === 'original' ? ['original', 'copy'] : ['copy'], at)
    if (!standing.has(photoId)) {
      const copySha256 = part === 'copy' ? sha256 : null
      await addHazardPhotos(tx, [{ ...facts, id: photoId, copySha256, attachedAt: at }])
      added.push(promise)
    } else if (part === 'original' && isUnlike(looks, sha256, standing.get(photoId))) {
      unlike.push(photoId)
    } else if (part === 'original') {
      await putOriginal(tx, county, photoId, sha256)
      replaced.push(photoId)
    }
  }
  return { added, replaced, unlike }
}

/** What was judged by its copy is not exchanged for another picture afterwards. */
const isUnlike = (looks: ReadonlyMap<string, Looks>, original: string, copy = ''): boolean => {
  const [of, as] = [looks.get(original), looks.get(copy)]
  return of !== undefined && as !== undefined && surelyUnlike(of, as)
}

const mostTries = 5

/** The hazard's new version: the team's first photo opens the second stage, its last closes the scene if it said so. */
const moveOn = async (
  tx: Tx,
  { county, sha256, actorId, at }: Arrival,
  hazardId: string,
  added: readonly PromiseRow[],
): Promise<Entry[]> => {
  for (let tries = 0; tries < mostTries; tries++) {
    const found = await openCase(tx, county, hazardId)
    if (!found) throw new Error(`hazard ${hazardId} is gone`)
    const { hazard } = found
    const { dispatchedAt, teamUnitId } = hazard
    // what was promised before another team was sent is kept, but it is not that team's
    const ofTeam =
      teamUnitId !== null &&
      dispatchedAt !== null &&
      added.some(({ role, promisedAt }) => role === 'scene' && promisedAt >= dispatchedAt)
    const stage = ofTeam && hazard.stage === 'team' ? 'camera' : hazard.stage
    const { photosAwaited } = await awaitedOf(tx, county, [hazardId])
    const whole = ofTeam && hazard.completeOnArrival && photosAwaited === 0
    const complete = whole && stage === 'camera' && hazard.sceneCompletedAt === null && hazard.longitude !== null
    const change = { stage, changedAt: at, ...(complete && { sceneCompletedAt: at }) }
    if (!(await moveHazard(tx, hazard, change))) continue
    const entry = { county, at, actorId, subjectId: hazardId }
    return [
      ...added.map(({ photoId, takenBy, promisedAt }) => ({
        ...{ ...entry, kind: 'scene-photo-added' as const },
        body: { photos: [sha256], photoId, promisedAt, ...(takenBy !== actorId && { onBehalfOf: takenBy }) },
      })),
      ...(complete ? [{ ...entry, kind: 'scene-completed' as const }] : []),
    ]
  }
  throw new Problem('try-again', { retryAfterSeconds: 1 })
}
