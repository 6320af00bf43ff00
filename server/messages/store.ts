import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { dialect } from '../../db/dialect.ts'
import type { NewRow, Row } from '../../db/schema/tables.ts'
import type { Db, Tx } from '../../db/unit-of-work.ts'
import type { Recipient } from '../domain/who-is-told.ts'
import { taskRoles } from '../domain/who-is-told.ts'
import type { Told } from './push-times.ts'

interface Found extends Told {
  readonly role: Row<'people'>['role']
  readonly unitId: string | null
}

/** Everybody active whom these recipients may mean, in one query; the answer resolves each list of them. */
export const peopleFor = async (
  db: Db,
  county: string,
  recipients: readonly Recipient[],
): Promise<(to: readonly Recipient[]) => Found[]> => {
  const { people, pushSubscriptions, messageChoices } = db.t
  const ids = new Set<string>()
  const units = new Set<string>()
  const roles = new Set<Found['role']>()
  for (const one of recipients) {
    if ('person' in one) ids.add(one.person)
    else if ('unit' in one) units.add(one.unit)
    else if ('role' in one) roles.add(one.role)
    else {
      units.add(one.answerable.unitId)
      if (one.answerable.personId !== null) ids.add(one.answerable.personId)
    }
  }
  if (ids.size + units.size + roles.size === 0) return () => []
  const rows = await db.q
    .select({
      id: people.id,
      role: people.role,
      unitId: people.unitId,
      subscriptionId: pushSubscriptions.id,
      silent: messageChoices.silent,
      quietFrom: messageChoices.quietFrom,
      quietUntil: messageChoices.quietUntil,
    })
    .from(people)
    .leftJoin(
      pushSubscriptions,
      and(eq(pushSubscriptions.county, people.county), eq(pushSubscriptions.personId, people.id)),
    )
    .leftJoin(messageChoices, and(eq(messageChoices.county, people.county), eq(messageChoices.personId, people.id)))
    .where(
      and(
        eq(people.county, county),
        eq(people.active, true),
        or(
          ids.size > 0 ? inArray(people.id, [...ids]) : undefined,
          units.size > 0 ? inArray(people.unitId, [...units]) : undefined,
          roles.size > 0 ? inArray(people.role, [...roles]) : undefined,
        ),
      ),
    )
    .orderBy(people.id)
  const found = new Map<string, Found>()
  for (const { subscriptionId, silent, ...row } of rows) {
    const before = found.get(row.id)?.subscriptionIds ?? []
    const subscriptionIds = subscriptionId === null ? before : [...before, subscriptionId]
    found.set(row.id, { ...row, silent: silent ?? [], subscriptionIds })
  }
  const all = [...found.values()]
  const meant = (one: Recipient): Found[] => {
    if ('person' in one) return all.filter(({ id }) => id === one.person)
    if ('role' in one) return all.filter(({ role }) => role === one.role)
    if ('unit' in one) return all.filter(({ unitId, role }) => unitId === one.unit && one.roles.includes(role))
    const { unitId, personId } = one.answerable
    const named = all.filter(({ id }) => id === personId)
    return named.length > 0 ? named : meant({ unit: unitId, roles: taskRoles })
  }
  return (to) => [...new Set(to.flatMap(meant))]
}

/** `person key` of what has been said before; asked under the lock that `reserveSeqs` would take. */
export const alreadySaid = async (tx: Tx, county: string, onceKeys: readonly string[]): Promise<Set<string>> => {
  if (onceKeys.length === 0) return new Set()
  const lock = dialect.lockCounty(tx.engine, county)
  if (lock) await tx.q.execute(lock)
  const { messages } = tx.t
  const rows = await tx.q
    .select({ personId: messages.personId, onceKey: messages.onceKey })
    .from(messages)
    .where(and(eq(messages.county, county), inArray(messages.onceKey, [...new Set(onceKeys)])))
  return new Set(rows.map(({ personId, onceKey }) => `${personId} ${onceKey}`))
}

/**
 * The first of `n` numbers in a row. The row stays locked until the commit, so numbers become visible in their order
 * and whoever reads on from one misses none.
 */
export const reserveSeqs = async (tx: Tx, county: string, n: number): Promise<number> => {
  // everybody takes the county's lock before this row's, or two acts could wait for each other
  const lock = dialect.lockCounty(tx.engine, county)
  if (lock) await tx.q.execute(lock)
  const { sequences } = tx.t
  const [row] = await tx.q
    .insert(sequences)
    .values({ county, kind: 'messages', year: 0, last: n })
    .onConflictDoUpdate({
      target: [sequences.county, sequences.kind, sequences.year],
      set: { last: sql`${sequences.last} + ${n}` },
    })
    .returning({ last: sequences.last })
  if (!row) throw new Error('no number for a message')
  return row.last - n + 1
}

const rowsPerStatement = 50

export const addMessages = async (tx: Tx, rows: readonly NewRow<'messages'>[]): Promise<void> => {
  for (let from = 0; from < rows.length; from += rowsPerStatement)
    await tx.q.insert(tx.t.messages).values(rows.slice(from, from + rowsPerStatement))
}

/** What is to go out; the same key twice goes out once. */
export const addDeliveries = async (tx: Tx, rows: readonly NewRow<'deliveries'>[]): Promise<void> => {
  for (let from = 0; from < rows.length; from += rowsPerStatement)
    await tx.q
      .insert(tx.t.deliveries)
      .values(rows.slice(from, from + rowsPerStatement))
      .onConflictDoNothing()
}

export const hooksFor = async (db: Db, county: string): Promise<Pick<Row<'hooks'>, 'id' | 'events'>[]> => {
  const { hooks } = db.t
  return db.q
    .select({ id: hooks.id, events: hooks.events })
    .from(hooks)
    .where(and(eq(hooks.county, county), eq(hooks.active, true), isNull(hooks.removedAt)))
}

/** Names of units and places by their ids and codes, in one query. */
export const namesOf = async (
  db: Db,
  county: string,
  unitIds: readonly string[],
  placeCodes: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const { units, places } = db.t
  const named = db.q
    .select({ id: units.id, name: units.name })
    .from(units)
    .where(and(eq(units.county, county), inArray(units.id, [...unitIds])))
    .unionAll(
      db.q
        .select({ id: places.code, name: places.name })
        .from(places)
        .where(and(eq(places.county, county), inArray(places.code, [...placeCodes]))),
    )
  return new Map((await named).map(({ id, name }) => [id, name]))
}

/** Who holds a post of this zone on this day. */
export const chiefsOf = async (db: Db, county: string, zoneId: string, today: string): Promise<string[]> => {
  const { zonePosts } = db.t
  const rows = await db.q
    .select({ personId: zonePosts.personId, from: zonePosts.heldFrom, until: zonePosts.heldUntil })
    .from(zonePosts)
    .where(and(eq(zonePosts.county, county), eq(zonePosts.zoneId, zoneId)))
  return rows
    .filter(({ from, until }) => from <= today && (until === null || today <= until))
    .map((row) => row.personId)
}
