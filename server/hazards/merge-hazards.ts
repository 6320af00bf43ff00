import type { z } from 'zod'
import { type Actor, inScope, scopeOf } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'
import { note } from '../journal/note.ts'
import type { World } from '../world.ts'
import { type Asked, type Ground, takeStep } from './step-frame.ts'
import { type HazardRow, moveHazard, openCase, whereaboutsOf } from './store.ts'
import type { MergeHazard } from './wire.ts'

const numberOf = ({ registerNumber, shortCode }: HazardRow): string => registerNumber ?? shortCode

/**
 * The same hazard as another: this one leaves the path, its photos and history are read from the survivor.
 * A survivor is on the path itself, so that no two can ever be merged into one another.
 */
export const mergeHazards = (world: World, actor: Actor, asked: Asked<z.infer<typeof MergeHazard>>) =>
  takeStep(world, actor, asked, { move: 'merge-hazard', kind: 'hazard-merged' }, async (ground) => {
    const { intoId, because } = asked.body
    const { tx, hazard, now } = ground
    const survivor = await survivorOf(ground, actor, intoId)
    if (!(await moveHazard(tx, survivor, { changedAt: now }))) throw new Problem('changed-meanwhile')
    await note(tx, {
      ...{ county: actor.county, at: now, actorId: actor.id, subjectId: survivor.id, kind: 'hazard-absorbed' },
      body: { mergedId: hazard.id, merged: numberOf(hazard), because },
    })
    return {
      change: { setAside: 'merged', mergedIntoId: survivor.id },
      body: { intoId, into: numberOf(survivor), because },
    }
  })

const survivorOf = async ({ tx, hazard }: Ground, actor: Actor, intoId: string): Promise<HazardRow> => {
  if (intoId === hazard.id) throw new Problem('does-not-fit', { because: 'merge-with-itself' })
  const found = await openCase(tx, actor.county, intoId)
  if (!found || !inScope(scopeOf(actor), whereaboutsOf(found)))
    throw new Problem('invalid', { fields: [{ pointer: '/intoId', fault: 'unknown' }] })
  const { stage, setAside } = found.hazard
  if (setAside !== null || stage === 'cleared') throw new Problem('does-not-fit', { because: 'survivor-not-open' })
  return found.hazard
}
