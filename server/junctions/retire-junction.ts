import type { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'
import type { World } from '../world.ts'
import { type Asked, changeOne } from './change-of-junction.ts'
import type { WithReason } from './wire.ts'

/** Puts a junction out of use (closed, rebuilt as a bridge, never one): it stays with its inspections, uncounted. */
export const retireJunction = (world: World, actor: Actor, asked: Asked<z.infer<typeof WithReason>>) =>
  changeOne(world, actor, asked, 'junction-retired', ({ active }) => {
    if (!active) throw new Problem('does-not-fit', { because: 'junction-retired' })
    return { active: false, retiredBecause: asked.body.because, retiredByHand: true }
  })
