import type { Row } from '../../db/schema/tables.ts'
import type { Tx } from '../../db/unit-of-work.ts'
import type { MessageKind } from '../../db/vocabulary.ts'
import type { Actor } from '../domain/actor.ts'
import { noFacts } from '../domain/message-facts.ts'
import { asked, reviewers } from '../domain/who-is-told.ts'
import { timeZoneOf } from '../people/time-zone.ts'
import type { World } from '../world.ts'
import { markReadAbout } from './inbox-store.ts'
import { namesOf } from './store.ts'
import { tell } from './tell.ts'

type Saying = Extract<MessageKind, 'notice-received' | 'notice-signed' | 'notice-replied' | 'notice-withdrawn'>
type NoticeFacts = Pick<
  Row<'notices'>,
  'id' | 'documentNumber' | 'addressee' | 'addresseeUnitId' | 'copyUnitIds' | 'issuedBy' | 'replyDueOn'
>

/**
 * Tells of a document in the act's own transaction, right after its `note(...)`: received and withdrawn go to the units
 * it was sent to, signed and replied to whoever issued it and to the county. `because` is the reason or the reply.
 */
export const tellOfNotice = async (
  tx: Tx,
  world: Pick<World, 'newId' | 'now'>,
  actor: Actor,
  { kind, notice, because = null }: { kind: Saying; notice: NoticeFacts; because?: string | null },
): Promise<void> => {
  const { county } = actor
  const { id, documentNumber, addressee, addresseeUnitId, copyUnitIds, issuedBy } = notice
  await markReadAbout(tx, actor, { noticeId: id }, world.now())
  const goesOut = kind === 'notice-received' || kind === 'notice-withdrawn'
  const names = await namesOf(tx, county, actor.unitId === null ? [] : [actor.unitId], [])
  const by = [names.get(actor.unitId ?? ''), actor.name].filter((part) => part !== undefined).join(' ')
  const facts = { ...noFacts, label: documentNumber, by, unit: addressee, because }
  const telling = { kind, hazardId: null, taskId: null, noticeId: id }
  // the day for the cure stands in the document: an application names one too, and nobody owes a reply by it
  const dueOn = kind === 'notice-received' ? notice.replyDueOn : null
  const addressees = addresseeUnitId === null ? [] : [asked(addresseeUnitId)]
  const tellings = goesOut
    ? [
        { ...telling, to: addressees, facts: { ...facts, dueOn } },
        // a copy is for information: nothing is owed by a day
        { ...telling, to: copyUnitIds.map(asked), facts },
      ]
    : [{ ...telling, to: [{ person: issuedBy }, reviewers], facts }]
  const zone = await timeZoneOf(tx, county)
  await tell(
    tx,
    { county, zone, at: world.now(), actorId: actor.id, newId: world.newId },
    tellings.filter(({ to }) => to.length > 0),
  )
}
