import { z } from 'zod'
import { keepBooks } from '../../db/unit-of-work.ts'
import type { World } from '../world.ts'
import { findServerKey, keepServerKey } from './push-store.ts'

const Pair = z.object({ publicKey: z.string(), privateKey: z.string() })
export type PushKeys = z.infer<typeof Pair>

/** The pair that signs Web Push (VAPID, RFC 8292): made once, for browsers are bound to its public half. */
export const pushKeys = async (world: Pick<World, 'db' | 'county'>): Promise<PushKeys> => {
  const { db, county } = world
  const kept = await findServerKey(db, county, 'vapid')
  if (kept !== null) return Pair.parse(JSON.parse(kept))
  const { default: webPush } = await import('web-push')
  const made = JSON.stringify(webPush.generateVAPIDKeys())
  return Pair.parse(JSON.parse(await keepBooks(db, (tx) => keepServerKey(tx, county, 'vapid', made))))
}
