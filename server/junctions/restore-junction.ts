import type { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'
import type { World } from '../world.ts'
import { type Asked, changeOne } from './change-of-junction.ts'
import type { WithReason } from './wire.ts'

export const restoreJunction = (world: World, actor: Actor, asked: Asked<z.infer<typeof WithReason>>) =>
  changeOne(world, actor, asked, 'junction-restored', ({ active }) => {
    if (active) throw new Problem('does-not-fit', { because: 'junction-in-use' })
    return { active: true, retiredBecause: null, retiredByHand: false }
  })
