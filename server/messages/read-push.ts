import type { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import type { World } from '../world.ts'
import { pushKeys } from './push-keys.ts'
import { subscriptionsOf } from './push-store.ts'
import type { PushState } from './wire.ts'

/** The key a browser needs to be rung, and one's own browsers that ring now. */
export const readPush = async (world: World, actor: Actor): Promise<z.infer<typeof PushState>> => {
  const { publicKey } = await pushKeys(world)
  const phones = await subscriptionsOf(world.db, actor.county, actor.id)
  return { publicKey, phones: phones.map(({ id, device, addedAt }) => ({ id, device, addedAt })) }
}
