import type { Actor } from '../domain/actor.ts'
import type { World } from '../world.ts'
import { signTextsOf } from './sign-store.ts'
import { signTextsOnWire } from './sign-texts-view.ts'
import type { SignTexts } from './sign-wire.ts'

/** What stands on every sign of the county, and what its signs lack. */
export const readSignTexts = async (world: World, actor: Actor, hasAddress: boolean): Promise<SignTexts> =>
  signTextsOnWire(await signTextsOf(world.db, world.county), actor, hasAddress)
