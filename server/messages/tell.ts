import { afterCommit, type Tx } from '../../db/unit-of-work.ts'
import type { MessageKind } from '../../db/vocabulary.ts'
import type { Instant } from '../domain/county-calendar.ts'
import type { MessageFacts } from '../domain/message-facts.ts'
import type { Recipient } from '../domain/who-is-told.ts'
import { callersFor } from './push-times.ts'
import { addDeliveries, addMessages, alreadySaid, hooksFor, peopleFor, reserveSeqs } from './store.ts'
import { wakeListeners } from './wake.ts'

/** One thing to be said, to however many people. */
export interface Telling {
  readonly kind: MessageKind
  readonly to: readonly Recipient[]
  readonly hazardId: string | null
  readonly taskId: string | null
  readonly noticeId: string | null
  readonly facts: MessageFacts
  /** What may be said only once to a person, such as one reminder of one deadline; absent for what follows an act. */
  readonly onceKey?: string
}

export interface Occasion {
  readonly county: string
  /** IANA zone of the county: quiet hours are hours of its day. */
  readonly zone: string
  readonly at: Instant
  /** Never told of their own act; null where nobody acted. */
  readonly actorId: string | null
  readonly newId: () => string
}

/**
 * Says it in the act's own transaction: into each inbox, to the phones that ring for it, to the receivers outside.
 * Within one call everybody hears at most one thing, the first that concerns them; keyed sayings are separate.
 */
export const tell = async (tx: Tx, occasion: Occasion, tellings: readonly Telling[]): Promise<number> => {
  const { county, at, actorId, newId } = occasion
  if (tellings.length === 0) return 0
  const resolve = await peopleFor(
    tx,
    county,
    tellings.flatMap(({ to }) => to),
  )
  const heard = new Set<string>(actorId === null ? [] : [actorId])
  const said = tellings.flatMap((telling) => {
    const { onceKey = null } = telling
    const people = resolve(telling.to).filter(({ id }) => id !== actorId && (onceKey !== null || !heard.has(id)))
    for (const { id } of people) heard.add(id)
    return people.map((person) => ({ telling, person, onceKey }))
  })
  const known = await alreadySaid(
    tx,
    county,
    said.flatMap(({ onceKey }) => onceKey ?? []),
  )
  const fresh = said.filter(({ person, onceKey }) => onceKey === null || !known.has(`${person.id} ${onceKey}`))
  const first = fresh.length === 0 ? 0 : await reserveSeqs(tx, county, fresh.length)
  const rows = fresh.map(({ telling, person, onceKey }, index) => {
    const { kind, hazardId, taskId, noticeId, facts } = telling
    const about = { kind, hazardId, taskId, noticeId, actorId, body: { ...facts }, at }
    return { county, seq: first + index, personId: person.id, ...about, readAt: null, onceKey }
  })
  await addMessages(tx, rows)

  const waiting = { county, state: 'waiting' as const, attempts: 0, madeAt: at, leasedUntil: null }
  const rings = rows.flatMap(({ kind, hazardId, noticeId, seq, body }, index) =>
    callersFor(fresh[index]?.person ?? null, kind, occasion).map(({ subscriptionId, nextAt }) => ({
      ...{ ...waiting, id: newId(), hookId: null, subscriptionId, kind, nextAt },
      onceKey: `push ${seq} ${subscriptionId}`,
      body: { ...body, seq, hazardId, noticeId },
    })),
  )
  const hooks = await hooksFor(tx, county)
  const posts = tellings.flatMap(({ kind, hazardId, taskId, noticeId, facts, onceKey }) =>
    hooks
      .filter(({ events }) => events.includes(kind))
      .map(({ id: hookId }) => {
        const id = newId()
        const body = { ...facts, hazardId, taskId, noticeId }
        return {
          ...{ ...waiting, id, hookId, subscriptionId: null, kind, nextAt: at, body },
          onceKey: `hook ${hookId} ${onceKey ?? id}`,
        }
      }),
  )
  await addDeliveries(tx, [...rings, ...posts])
  if (rows.length + rings.length + posts.length > 0) afterCommit(tx, () => wakeListeners(tx.t))
  return rows.length
}
