import type { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import type { World } from '../world.ts'
import { type Asked, takeStep } from './step-frame.ts'
import type { CompleteScene } from './wire.ts'

/** The team says that the scene is whole: nothing more needs to be photographed. */
export const completeScene = (world: World, actor: Actor, asked: Asked<z.infer<typeof CompleteScene>>) =>
  takeStep(world, actor, asked, { move: 'complete-scene', kind: 'scene-completed' }, async ({ now }) => ({
    change: { sceneCompletedAt: now },
  }))
