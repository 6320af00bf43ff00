import { and, desc, eq, inArray, isNotNull, isNull, lt, lte, sql } from 'drizzle-orm'
import { dialect } from '../../db/dialect.ts'
import type { NewRow, Row } from '../../db/schema/tables.ts'
import type { Db, Tx } from '../../db/unit-of-work.ts'
import type { Instant } from '../domain/county-calendar.ts'

export type DeliveryRow = Row<'deliveries'>

/** Takes what is due, at most `most`, for this process alone until `until`: it counts as being sent from here on. */
export const takeDue = async (
  tx: Tx,
  county: string,
  { now, until, most }: { now: Instant; until: Instant; most: number },
): Promise<DeliveryRow[]> => {
  const { deliveries } = tx.t
  const due = sql`(select ${deliveries.id} from ${deliveries} where ${and(
    eq(deliveries.county, county),
    eq(deliveries.state, 'waiting'),
    lte(deliveries.nextAt, now),
  )} order by ${deliveries.nextAt}, ${deliveries.id} limit ${most}${dialect.skipLocked(tx.engine)})`
  return tx.q
    .update(deliveries)
    .set({ state: 'sending', leasedUntil: until, attempts: sql`${deliveries.attempts} + 1` })
    .where(and(eq(deliveries.county, county), inArray(deliveries.id, due)))
    .returning()
}

export const anyDue = async (db: Db, county: string, now: Instant): Promise<boolean> => {
  const { deliveries } = db.t
  const [found] = await db.q
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(and(eq(deliveries.county, county), eq(deliveries.state, 'waiting'), lte(deliveries.nextAt, now)))
    .limit(1)
  return found !== undefined
}

/** Writes down how a try ended, unless somebody else has taken the row since. */
export const settleDelivery = async (
  tx: Tx,
  taken: DeliveryRow,
  change: Partial<NewRow<'deliveries'>>,
): Promise<boolean> => {
  const { deliveries } = tx.t
  const settled = await tx.q
    .update(deliveries)
    .set({ ...change, leasedUntil: null })
    .where(
      and(
        eq(deliveries.county, taken.county),
        eq(deliveries.id, taken.id),
        eq(deliveries.state, 'sending'),
        eq(deliveries.attempts, taken.attempts),
      ),
    )
    .returning({ id: deliveries.id })
  return settled.length > 0
}

/**
 * Rows whose process ended while it was sending. A plain receiver knows a resend by its id, and a phone replaces what
 * it shows, so those are sent again; a robot would say it twice, so that is left to a person.
 */
export const takeBackAbandoned = async (tx: Tx, county: string, leaseBefore: Instant, now: Instant): Promise<void> => {
  const { deliveries, hooks } = tx.t
  const abandoned = and(
    eq(deliveries.county, county),
    eq(deliveries.state, 'sending'),
    lt(deliveries.leasedUntil, leaseBefore),
  )
  const [found] = await tx.q.select({ id: deliveries.id }).from(deliveries).where(abandoned).limit(1)
  if (!found) return
  const robots = sql`(select ${hooks.id} from ${hooks} where ${and(eq(hooks.county, county), sql`${hooks.kind} <> 'plain'`)})`
  await tx.q
    .update(deliveries)
    .set({ state: 'unsure', leasedUntil: null, lastError: 'process-ended' })
    .where(and(abandoned, inArray(deliveries.hookId, robots)))
  await tx.q.update(deliveries).set({ state: 'waiting', leasedUntil: null, nextAt: now }).where(abandoned)
}

/** The last deliveries to a receiver, the newest first. */
export const deliveriesOf = (db: Db, county: string, hookId: string, most: number): Promise<DeliveryRow[]> => {
  const { deliveries } = db.t
  return db.q
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.county, county), eq(deliveries.hookId, hookId)))
    .orderBy(desc(deliveries.madeAt), desc(deliveries.id))
    .limit(most)
}

/** Those that stopped on the way, whatever came after them: a person has to look at each. */
export const stoppedDeliveries = (db: Db, county: string): Promise<DeliveryRow[]> => {
  const { deliveries } = db.t
  return db.q
    .select()
    .from(deliveries)
    .where(
      and(eq(deliveries.county, county), inArray(deliveries.state, ['parked', 'unsure']), isNotNull(deliveries.hookId)),
    )
    .orderBy(desc(deliveries.madeAt), desc(deliveries.id))
    .limit(200)
}

export const findDelivery = async (db: Db, county: string, id: string): Promise<DeliveryRow | null> => {
  const { deliveries } = db.t
  const [row] = await db.q
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.county, county), eq(deliveries.id, id)))
  return row ?? null
}

/** Sends a stopped one again from the beginning, under its same id; false when it is not stopped any more. */
export const queueAgain = async (tx: Tx, county: string, id: string, now: Instant): Promise<boolean> => {
  const { deliveries } = tx.t
  const queued = await tx.q
    .update(deliveries)
    .set({ state: 'waiting', attempts: 0, nextAt: now, leasedUntil: null })
    .where(
      and(
        eq(deliveries.county, county),
        eq(deliveries.id, id),
        inArray(deliveries.state, ['parked', 'unsure']),
        isNotNull(deliveries.hookId),
      ),
    )
    .returning({ id: deliveries.id })
  return queued.length > 0
}

/** What has gone out long ago says nothing any more; what stopped stays. */
export const forgetSent = async (tx: Tx, county: string, before: Instant): Promise<void> => {
  const { deliveries } = tx.t
  await tx.q
    .delete(deliveries)
    .where(
      and(
        eq(deliveries.county, county),
        eq(deliveries.state, 'sent'),
        lt(deliveries.madeAt, before),
        isNull(deliveries.leasedUntil),
      ),
    )
}
