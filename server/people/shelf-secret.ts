import { createHmac, randomBytes } from 'node:crypto'
import { keepBooks } from '../../db/unit-of-work.ts'
import { findServerKey, keepServerKey } from '../messages/push-store.ts'
import type { World } from '../world.ts'

const name = 'shelf'

/**
 * The key under which a person's phone seals what it has not sent yet: 32 bytes in base64, HMAC-SHA-256 of county and
 * person under a secret made once. It must never change, for what is sealed could not be read again.
 */
export const shelfKeyFor = async (world: Pick<World, 'db' | 'county'>, personId: string): Promise<string> => {
  const { db, county } = world
  const secret =
    (await findServerKey(db, county, name)) ??
    (await keepBooks(db, (tx) => keepServerKey(tx, county, name, randomBytes(32).toString('base64'))))
  return createHmac('sha256', Buffer.from(secret, 'base64'))
    .update(JSON.stringify([county, personId]))
    .digest('base64')
}
