import type { World } from '../world.ts'
import { responsibilityOf } from './matrix-whole.ts'
import type { Responsibility } from './wire.ts'

export const showMatrix = (world: World): Promise<Responsibility> => responsibilityOf(world.db, world.county)
