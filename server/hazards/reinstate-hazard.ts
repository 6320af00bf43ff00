import type { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import type { World } from '../world.ts'
import { type Asked, takeStep } from './step-frame.ts'
import type { WithReason } from './wire.ts'

/** What was voided, merged or handed to another county returns to where it stood, under the same number. */
export const reinstateHazard = (world: World, actor: Actor, asked: Asked<z.infer<typeof WithReason>>) =>
  takeStep(world, actor, asked, { move: 'reinstate-hazard', kind: 'hazard-reinstated' }, async () => ({
    change: { setAside: null, mergedIntoId: null },
    body: { because: asked.body.because },
  }))
