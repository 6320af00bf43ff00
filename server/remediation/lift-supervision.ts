import type { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import { type Asked, takeStep } from '../hazards/step-frame.ts'
import type { WithReason } from '../hazards/wire.ts'
import type { World } from '../world.ts'
import { endIt } from './put-under-supervision.ts'

/** No longer supervised, and why; progress is owed no more. */
export const liftSupervision = (world: World, actor: Actor, asked: Asked<z.infer<typeof WithReason>>) =>
  takeStep(world, actor, asked, { move: 'lift-supervision', kind: 'supervision-lifted' }, async (ground) => {
    const { because } = asked.body
    return { change: await endIt(actor, ground, because), body: { because } }
  })
