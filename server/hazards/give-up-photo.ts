import { takeTurn } from '../../db/take-turn.ts'
import { inTransaction, type Tx } from '../../db/unit-of-work.ts'
import { promisedParts } from '../../db/vocabulary.ts'
import type { Actor } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'
import { note } from '../journal/note.ts'
import type { World } from '../world.ts'
import { awaitedOf, carriedInBy, fulfil, promisesOf, standingUnder } from './promise-store.ts'
import { type Case, moveHazard, openCase } from './store.ts'

/**
 * A promised photo that cannot be received (damaged, or lost on the phone) is waited for no longer, and what stands as
 * its copy goes on standing. Said by whoever took it, or carried its report in; what has come stays as it is.
 */
export const giveUpPhoto = ({ db, now }: World, actor: Actor, hazardId: string, photoId: string): Promise<void> =>
  inTransaction(db, async (tx) => {
    const { county } = actor
    await takeTurn(tx, `${county} settling ${hazardId}`)
    const promises = await promisesOf(tx, county, hazardId, photoId)
    const [promise] = promises
    const found = await openCase(tx, county, hazardId)
    if (!promise || !found || !(await isTheirs(tx, actor, promise))) throw new Problem('not-there')
    // whatever is awaited of a photo, its original is
    const original = promises.find(({ part, fulfilledAt }) => part === 'original' && fulfilledAt === null)
    if (!original) return
    const at = now()
    await fulfil(tx, promise, promisedParts, at)
    const copyStands = (await standingUnder(tx, county, [photoId])).has(photoId)
    const complete = !copyStands && (await closesTheScene(tx, found))
    // as with an original that comes: where the copy stands, the hazard is the same as before
    const change = { changedAt: at, ...(complete && { sceneCompletedAt: at }) }
    if (!copyStands && !(await moveHazard(tx, found.hazard, change)))
      throw new Problem('try-again', { retryAfterSeconds: 1 })
    const entry = { county, at, actorId: actor.id, subjectId: hazardId }
    await note(tx, { ...entry, kind: 'photo-given-up', body: { photoId, sha256: original.sha256, copyStands } })
    if (complete) await note(tx, { ...entry, kind: 'scene-completed' })
  })

const isTheirs = async (tx: Tx, { id, county }: Actor, promise: { takenBy: string; hazardId: string }) =>
  promise.takenBy === id || (await carriedInBy(tx, county, id, [promise.hazardId])).size > 0

/** Its author said that it is whole once all is here; all that can come is here now. */
const closesTheScene = async (tx: Tx, { hazard, teamScenePhotos }: Case): Promise<boolean> => {
  const { stage, completeOnArrival, sceneCompletedAt, longitude } = hazard
  if (stage !== 'camera' || !completeOnArrival || sceneCompletedAt !== null || longitude === null) return false
  return teamScenePhotos > 0 && (await awaitedOf(tx, hazard.county, [hazard.id])).photosAwaited === 0
}
