import { createHash } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { preparedFor } from '../../db/prepared.ts'
import { takeTurn } from '../../db/take-turn.ts'
import type { Tx } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'
import { canonicalText } from './note.ts'

export const hashOfContent = (content: unknown): string =>
  createHash('sha256').update(canonicalText(content)).digest('hex')

const actById = preparedFor(({ q, t: { acts } }) =>
  q
    .select()
    .from(acts)
    .where(and(eq(acts.county, sql.placeholder('county')), eq(acts.id, sql.placeholder('id'))))
    .prepare('act_by_id'),
)

/**
 * An act carries the id its author gave it. True: it was done before with the same content, so only answer again.
 * Different content, or another author, under a used id is refused with 409 and nothing happens.
 */
export const wasDoneBefore = async (tx: Tx, actor: Actor, actId: string, contentHash: string): Promise<boolean> => {
  await takeTurn(tx, `${actor.county} ${actId}`)
  const [done] = await actById(tx).execute({ county: actor.county, id: actId })
  if (!done) return false
  if (done.contentHash !== contentHash || done.actorId !== actor.id) throw new Problem('other-content')
  return true
}

export const rememberAct = async (
  tx: Tx,
  actor: Actor,
  act: { id: string; contentHash: string; subjectId: string; at: string },
): Promise<void> => {
  await tx.q.insert(tx.t.acts).values({ county: actor.county, actorId: actor.id, ...act })
}
