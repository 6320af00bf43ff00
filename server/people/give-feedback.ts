import { inTransaction } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'
import { note } from '../journal/note.ts'
import type { World } from '../world.ts'
import { type FeedbackRow, findFeedback, insertFeedback } from './feedback-store.ts'
import type { FeedbackBody } from './wire.ts'

/** A complaint, a wish, an error somebody met: kept with the page it is about. A resend is the same entry. */
export const giveFeedback = (world: World, actor: Actor, { id, page, words }: FeedbackBody): Promise<FeedbackRow> =>
  inTransaction(world.db, async (tx) => {
    const { county } = actor
    const before = await findFeedback(tx, county, id)
    const isSame = before?.personId === actor.id && before.page === page && before.words === words
    if (before && !isSame) throw new Problem('other-content')
    if (before) return before
    const row = { county, id, personId: actor.id, page, words, givenAt: world.now() }
    await insertFeedback(tx, row)
    await note(tx, {
      county,
      at: row.givenAt,
      actorId: actor.id,
      kind: 'feedback-given',
      subjectId: id,
      body: { page },
    })
    return row
  })
