import type { Actor } from '../domain/actor.ts'
import type { World } from '../world.ts'
import { choicesOf } from './inbox-store.ts'
import type { MessageChoices } from './wire.ts'

/** Which kinds ring one's phones and when not; who has chosen nothing hears everything, at any hour. */
export const readChoices = async ({ db }: Pick<World, 'db'>, actor: Actor): Promise<MessageChoices> => {
  const row = await choicesOf(db, actor.county, actor.id)
  return { silent: [...(row?.silent ?? [])], quietFrom: row?.quietFrom ?? null, quietUntil: row?.quietUntil ?? null }
}
