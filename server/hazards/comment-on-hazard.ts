import type { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import type { World } from '../world.ts'
import { type Asked, takeStep } from './step-frame.ts'
import type { Comment } from './wire.ts'

/** A remark for everybody who sees the hazard; it stands in the timeline and changes nothing else. */
export const commentOnHazard = (world: World, actor: Actor, asked: Asked<z.infer<typeof Comment>>) =>
  takeStep(world, actor, asked, { move: 'comment', kind: 'commented' }, async () => ({
    body: { words: asked.body.words },
  }))
