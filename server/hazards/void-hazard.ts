import type { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import type { World } from '../world.ts'
import { type Asked, takeStep } from './step-frame.ts'
import type { WithReason } from './wire.ts'

/** Not a hazard after all. It keeps its stage and number, leaves the figures, and can be reinstated. */
export const voidHazard = (world: World, actor: Actor, asked: Asked<z.infer<typeof WithReason>>) =>
  takeStep(world, actor, asked, { move: 'void-hazard', kind: 'hazard-voided' }, async () => ({
    change: { setAside: 'void' },
    body: { because: asked.body.because },
  }))
