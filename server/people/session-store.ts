import { and, desc, eq, isNull, ne } from 'drizzle-orm'
import type { NewRow, Row } from '../../db/schema/tables.ts'
import type { Db, Tx } from '../../db/unit-of-work.ts'
import type { Instant } from '../domain/county-calendar.ts'

export type SessionRow = Row<'sessions'>

export const insertSession = async (tx: Tx, row: NewRow<'sessions'>): Promise<void> => {
  await tx.q.insert(tx.t.sessions).values(row)
}

export const sessionsOf = (db: Db, county: string, personId: string): Promise<SessionRow[]> => {
  const { sessions } = db.t
  return db.q
    .select()
    .from(sessions)
    .where(and(eq(sessions.county, county), eq(sessions.personId, personId), isNull(sessions.revokedAt)))
    .orderBy(desc(sessions.lastUsedAt), desc(sessions.id))
}

/** Revokes one session of this person; false when there is none, or it was revoked before. */
export const revokeSessionRow = async (
  tx: Tx,
  { county, id, personId }: Pick<SessionRow, 'county' | 'id' | 'personId'>,
  at: Instant,
): Promise<boolean> => {
  const { sessions } = tx.t
  const revoked = await tx.q
    .update(sessions)
    .set({ revokedAt: at })
    .where(
      and(
        eq(sessions.county, county),
        eq(sessions.id, id),
        eq(sessions.personId, personId),
        isNull(sessions.revokedAt),
      ),
    )
    .returning({ id: sessions.id })
  return revoked.length > 0
}

/** Revokes all sessions of a person but the one kept; how many there were. */
export const revokeSessionsOf = async (
  tx: Tx,
  { county, personId, exceptId }: { county: string; personId: string; exceptId: string | null },
  at: Instant,
): Promise<number> => {
  const { sessions } = tx.t
  const revoked = await tx.q
    .update(sessions)
    .set({ revokedAt: at })
    .where(
      and(
        eq(sessions.county, county),
        eq(sessions.personId, personId),
        isNull(sessions.revokedAt),
        ...(exceptId === null ? [] : [ne(sessions.id, exceptId)]),
      ),
    )
    .returning({ id: sessions.id })
  return revoked.length
}

export const touchSession = async (tx: Tx, county: string, id: string, at: Instant): Promise<void> => {
  const { sessions } = tx.t
  await tx.q
    .update(sessions)
    .set({ lastUsedAt: at })
    .where(and(eq(sessions.county, county), eq(sessions.id, id)))
}
