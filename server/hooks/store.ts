import { and, asc, eq, isNull } from 'drizzle-orm'
import type { NewRow, Row } from '../../db/schema/tables.ts'
import type { Db, Tx } from '../../db/unit-of-work.ts'

export type HookRow = Row<'hooks'>

export const allHooks = (db: Db, county: string): Promise<HookRow[]> => {
  const { hooks } = db.t
  return db.q
    .select()
    .from(hooks)
    .where(and(eq(hooks.county, county), isNull(hooks.removedAt)))
    .orderBy(asc(hooks.addedAt), asc(hooks.id))
}

/** Also one that was removed: its id stays taken. */
export const findHook = async (db: Db, county: string, id: string): Promise<HookRow | null> => {
  const { hooks } = db.t
  const [row] = await db.q
    .select()
    .from(hooks)
    .where(and(eq(hooks.county, county), eq(hooks.id, id)))
  return row ?? null
}

export const insertHook = async (tx: Tx, row: NewRow<'hooks'>): Promise<void> => {
  await tx.q.insert(tx.t.hooks).values(row)
}

/** Changes a receiver that is still as it was read; null when somebody else came first. */
export const changeHookRow = async (
  tx: Tx,
  { county, id, version }: Pick<HookRow, 'county' | 'id' | 'version'>,
  change: Partial<NewRow<'hooks'>>,
): Promise<HookRow | null> => {
  const { hooks } = tx.t
  const [row] = await tx.q
    .update(hooks)
    .set({ ...change, version: version + 1 })
    .where(and(eq(hooks.county, county), eq(hooks.id, id), eq(hooks.version, version)))
    .returning()
  return row ?? null
}

/** How the receiver does: bookkeeping beside its version, which only people move. */
export const setHookHealth = async (
  tx: Tx,
  { county, id }: Pick<HookRow, 'county' | 'id'>,
  health: Pick<HookRow, 'parkedAt' | 'lastError'>,
): Promise<void> => {
  const { hooks } = tx.t
  await tx.q
    .update(hooks)
    .set(health)
    .where(and(eq(hooks.county, county), eq(hooks.id, id)))
}
