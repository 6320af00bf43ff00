import { keepBooks } from '../../db/unit-of-work.ts'
import { addHours, type Instant } from '../domain/county-calendar.ts'
import { noFacts } from '../domain/message-facts.ts'
import { administrators, reviewers } from '../domain/who-is-told.ts'
import type { Works } from '../jobs/works.ts'
import { factsIn, subjectIn } from '../messages/kept-facts.ts'
import { sendPush } from '../messages/send-push.ts'
import { tell } from '../messages/tell.ts'
import { timeZoneOf } from '../people/time-zone.ts'
import { type DeliveryRow, settleDelivery, takeBackAbandoned, takeDue } from './delivery-store.ts'
import { asSent, mustBeTaken } from './formats.ts'
import { guardedPost } from './guarded-fetch.ts'
import { HookFault } from './hook-fault.ts'
import { linkTo, type Outside } from './outside.ts'
import { findHook, type HookRow, setHookHealth } from './store.ts'

/** How long after each failed try the next one comes; after the last the message is parked. */
const retryAfterSeconds = [30, 120, 600, 3600, 6 * 3600] as const
/** A try takes ten seconds at most, and some wait behind others of the same receiver. */
const leaseMinutes = 5
const mostAtOnce = 16

const seconds = (at: Instant, more: number): Instant => addHours(at, more / 3600)

/**
 * Sends what is due: marked as being sent on disk before, as sent after. Receivers are served side by side, each in
 * its own order, so that one that hangs holds up nobody else. True when there may be more.
 */
export const sendDeliveries = async (world: Works, outside: Outside, goOn: () => boolean): Promise<boolean> => {
  const { db, county } = world
  const now = world.now()
  const until = addHours(now, leaseMinutes / 60)
  const taken = await keepBooks(db, (tx) => takeDue(tx, county, { now, until, most: mostAtOnce }))
  const lanes = Map.groupBy(
    taken.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    ({ hookId, subscriptionId }) => hookId ?? subscriptionId,
  )
  const ended = await Promise.allSettled(
    [...lanes.values()].map(async (lane) => {
      const broken: unknown[] = []
      for (const delivery of lane) {
        if (goOn()) await sendOne(world, outside, delivery).catch((error: unknown) => broken.push(error))
        else await keepBooks(db, (tx) => settleDelivery(tx, delivery, untouched(delivery)))
      }
      if (broken.length > 0) throw broken[0]
    }),
  )
  const broken = ended.find((end) => end.status === 'rejected')
  if (broken) throw broken.reason
  return taken.length === mostAtOnce
}

/** Taken, but not tried: the server is stopping. */
const untouched = ({ attempts }: DeliveryRow) => ({ state: 'waiting' as const, attempts: attempts - 1 })

/** Takes back what a process that has ended was sending; at the start of the only process that is all there is. */
export const takeBack = (world: Works, isStart: boolean): Promise<void> => {
  const now = world.now()
  const onlyProcess = isStart && world.db.engine === 'sqlite'
  return keepBooks(world.db, (tx) => takeBackAbandoned(tx, world.county, onlyProcess ? '9999' : now, now))
}

const sendOne = async (world: Works, outside: Outside, delivery: DeliveryRow): Promise<void> => {
  const { db, county } = world
  const hook = delivery.hookId === null ? null : await findHook(db, county, delivery.hookId)
  try {
    if (delivery.subscriptionId !== null) await sendPush(world, outside, delivery)
    else if (hook?.active && hook.removedAt === null) await postTo(world, outside, hook, delivery)
    else throw new HookFault('receiver-removed')
  } catch (error) {
    const foreseen = error instanceof HookFault
    // what nobody foresaw counts as a try too: else it would come round for ever, and first in the line
    await noteFailure(world, delivery, hook, foreseen ? error : new HookFault('not-sendable'))
    if (!foreseen) throw error
    return
  }
  const sentAt = world.now()
  await keepBooks(db, async (tx) => {
    const settled = await settleDelivery(tx, delivery, { state: 'sent', sentAt, lastError: null })
    if (settled && hook && hook.lastError !== null) await setHookHealth(tx, hook, { parkedAt: null, lastError: null })
  })
}

const postTo = async (world: Works, outside: Outside, hook: HookRow, delivery: DeliveryRow): Promise<void> => {
  const { id, kind, body, madeAt } = delivery
  const subject = subjectIn(body)
  const link = linkTo(outside.publicUrl, subject)
  const out = { id, kind, facts: factsIn(body), hazardId: subject.hazardId, link, at: madeAt, now: world.now() }
  mustBeTaken(hook.kind, await guardedPost(asSent(out, hook), { allow: outside.allow }))
}

const noteFailure = async (
  world: Works,
  delivery: DeliveryRow,
  hook: HookRow | null,
  fault: HookFault,
): Promise<void> => {
  const { db, county } = world
  const now = world.now()
  const wait = fault.code === 'receiver-removed' ? undefined : retryAfterSeconds[delivery.attempts - 1]
  const zone = await timeZoneOf(db, county)
  await keepBooks(db, async (tx) => {
    const state = wait === undefined ? 'parked' : 'waiting'
    const nextAt = wait === undefined ? now : seconds(now, wait)
    const settled = await settleDelivery(tx, delivery, { state, nextAt, lastError: fault.kept })
    if (!settled || !hook || fault.code === 'receiver-removed') return
    const isNews = state === 'parked' && hook.parkedAt === null
    await setHookHealth(tx, hook, { parkedAt: isNews ? now : hook.parkedAt, lastError: fault.kept })
    if (!isNews) return
    await tell(tx, { county, zone, at: now, actorId: null, newId: world.newId }, [
      {
        ...{ kind: 'hook-parked', to: [reviewers, administrators], hazardId: null, taskId: null, noticeId: null },
        facts: { ...noFacts, label: hook.name },
        onceKey: `hook-parked ${hook.id} ${now}`,
      },
    ])
  })
}
