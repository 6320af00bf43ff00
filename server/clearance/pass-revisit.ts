import type { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import { attachPhotos } from '../hazards/attach-photos.ts'
import { type Asked, takeStep } from '../hazards/step-frame.ts'
import type { World } from '../world.ts'
import { addRevisits, owedRevisit, settleRevisit } from './store.ts'
import type { PassRevisit } from './wire.ts'

/** Looked again, still gone. Settles the visit owed next; an extra look is kept as one more visit. */
export const passRevisit = (world: World, actor: Actor, asked: Asked<z.infer<typeof PassRevisit>>) =>
  takeStep(world, actor, asked, { move: 'pass-revisit', kind: 'revisit-passed' }, async (ground) => {
    const { tx, county, hazard, now, today } = ground
    const { photos, remark } = asked.body
    await attachPhotos(
      tx,
      { county, hazardId: hazard.id, taskId: null, role: 'revisit', takenBy: actor.id, at: now },
      photos,
    )
    const done = { outcome: 'passed' as const, doneAt: now, doneBy: actor.id, remark }
    const owed = await owedRevisit(tx, actor.county, hazard.id)
    if (owed) await settleRevisit(tx, owed, done)
    else
      await addRevisits(tx, [{ county: actor.county, id: world.newId(), hazardId: hazard.id, dueOn: today, ...done }])
    return { body: { remark, photos: photos.map(({ sha256 }) => sha256) } }
  })
