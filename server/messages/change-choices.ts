import { inTransaction } from '../../db/unit-of-work.ts'
import { messageKinds } from '../../db/vocabulary.ts'
import type { Actor } from '../domain/actor.ts'
import { note } from '../journal/note.ts'
import type { World } from '../world.ts'
import { choicesOf, putChoices } from './inbox-store.ts'
import type { MessageChoices } from './wire.ts'

/** Chooses which kinds ring one's own phones and when not. The inbox itself gets everything. */
export const changeChoices = (world: World, actor: Actor, asked: MessageChoices): Promise<MessageChoices> =>
  inTransaction(world.db, async (tx) => {
    const { county, id } = actor
    const chosen = { ...asked, silent: messageKinds.filter((kind) => asked.silent.includes(kind)) }
    const before = await choicesOf(tx, county, id)
    const isSame =
      before?.silent.join() === chosen.silent.join() &&
      before.quietFrom === chosen.quietFrom &&
      before.quietUntil === chosen.quietUntil
    if (isSame) return chosen
    await putChoices(tx, { county, personId: id, ...chosen })
    await note(tx, { county, at: world.now(), actorId: id, kind: 'choices-changed', subjectId: id, body: chosen })
    return chosen
  })
