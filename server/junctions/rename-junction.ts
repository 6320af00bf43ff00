import type { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import type { World } from '../world.ts'
import { type Asked, changeOne } from './change-of-junction.ts'
import type { RenameJunction } from './wire.ts'

export const renameJunction = (world: World, actor: Actor, asked: Asked<z.infer<typeof RenameJunction>>) =>
  changeOne(world, actor, asked, 'junction-renamed', () => ({ name: asked.body.name }))
