import type { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import { attachPhotos } from '../hazards/attach-photos.ts'
import { type Asked, takeStep } from '../hazards/step-frame.ts'
import type { World } from '../world.ts'
import { keepVisit } from './keep-visit.ts'
import type { PassRevisit } from './wire.ts'

/** Looked again, still gone. Settles the visit that is due; a look before its time is kept as one more visit. */
export const passRevisit = (world: World, actor: Actor, asked: Asked<z.infer<typeof PassRevisit>>) =>
  takeStep(world, actor, asked, { move: 'pass-revisit', kind: 'revisit-passed' }, async (ground) => {
    const { tx, county, hazard, now } = ground
    const { photos, remark } = asked.body
    await attachPhotos(
      tx,
      { county, hazardId: hazard.id, taskId: null, role: 'revisit', takenBy: actor.id, carrier: actor, at: now },
      photos,
    )
    await keepVisit(world, actor, ground, { outcome: 'passed', doneAt: now, doneBy: actor.id, remark })
    return { body: { remark, photos: photos.map(({ sha256 }) => sha256) } }
  })
