import { and, eq } from 'drizzle-orm'
import type { NewRow, Row } from '../../db/schema/tables.ts'
import type { Db, Tx } from '../../db/unit-of-work.ts'

export type SubscriptionRow = Row<'pushSubscriptions'>

export const findServerKey = async (db: Db, county: string, name: string): Promise<string | null> => {
  const { serverKeys } = db.t
  const [row] = await db.q
    .select({ value: serverKeys.value })
    .from(serverKeys)
    .where(and(eq(serverKeys.county, county), eq(serverKeys.name, name)))
  return row?.value ?? null
}

/** Keeps the first value ever given under this name and answers with that one. */
export const keepServerKey = async (tx: Tx, county: string, name: string, value: string): Promise<string> => {
  await tx.q.insert(tx.t.serverKeys).values({ county, name, value }).onConflictDoNothing()
  return (await findServerKey(tx, county, name)) ?? value
}

export const subscriptionsOf = (db: Db, county: string, personId: string): Promise<SubscriptionRow[]> => {
  const { pushSubscriptions } = db.t
  return db.q
    .select()
    .from(pushSubscriptions)
    .where(and(eq(pushSubscriptions.county, county), eq(pushSubscriptions.personId, personId)))
    .orderBy(pushSubscriptions.addedAt)
}

export const findSubscription = async (db: Db, county: string, id: string): Promise<SubscriptionRow | null> => {
  const { pushSubscriptions } = db.t
  const [row] = await db.q
    .select()
    .from(pushSubscriptions)
    .where(and(eq(pushSubscriptions.county, county), eq(pushSubscriptions.id, id)))
  return row ?? null
}

export const findSubscriptionAt = async (db: Db, county: string, endpoint: string): Promise<SubscriptionRow | null> => {
  const { pushSubscriptions } = db.t
  const [row] = await db.q
    .select()
    .from(pushSubscriptions)
    .where(and(eq(pushSubscriptions.county, county), eq(pushSubscriptions.endpoint, endpoint)))
  return row ?? null
}

export const removeSubscription = async (tx: Tx, county: string, endpoint: string): Promise<void> => {
  const { pushSubscriptions } = tx.t
  await tx.q
    .delete(pushSubscriptions)
    .where(and(eq(pushSubscriptions.county, county), eq(pushSubscriptions.endpoint, endpoint)))
}

/** A browser belongs to whoever switched it on last. */
export const putSubscription = async (tx: Tx, row: NewRow<'pushSubscriptions'>): Promise<void> => {
  await removeSubscription(tx, row.county, row.endpoint)
  await tx.q.insert(tx.t.pushSubscriptions).values(row)
}

/** Whether somebody has read this message already; then their phone need not ring for it. */
export const isRead = async (db: Db, county: string, seq: number): Promise<boolean> => {
  const { messages } = db.t
  const [row] = await db.q
    .select({ readAt: messages.readAt })
    .from(messages)
    .where(and(eq(messages.county, county), eq(messages.seq, seq)))
  return row?.readAt != null
}
