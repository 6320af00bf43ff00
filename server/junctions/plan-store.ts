import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { NewRow } from '../../db/schema/tables.ts'
import type { Db, Tx } from '../../db/unit-of-work.ts'
import type { PlanRow } from './store.ts'

/** The latest to end first. */
export const allPlans = (db: Db, county: string): Promise<PlanRow[]> => {
  const { patrolPlans } = db.t
  return db.q
    .select()
    .from(patrolPlans)
    .where(eq(patrolPlans.county, county))
    .orderBy(desc(patrolPlans.untilOn), desc(patrolPlans.id))
    .limit(100)
}

export const findPlan = async (db: Db, county: string, id: string): Promise<PlanRow | null> => {
  const { patrolPlans } = db.t
  const [row] = await db.q
    .select()
    .from(patrolPlans)
    .where(and(eq(patrolPlans.county, county), eq(patrolPlans.id, id)))
  return row ?? null
}

export const addPlan = async (tx: Tx, row: NewRow<'patrolPlans'>): Promise<void> => {
  await tx.q.insert(tx.t.patrolPlans).values(row)
}

/** Ends a plan that nobody has ended; false when somebody came first. */
export const endPlanRow = async (
  tx: Tx,
  { county, id }: Pick<PlanRow, 'county' | 'id'>,
  ending: { readonly endedAt: string; readonly endedBecause: string },
): Promise<boolean> => {
  const { patrolPlans } = tx.t
  const ended = await tx.q
    .update(patrolPlans)
    .set(ending)
    .where(and(eq(patrolPlans.county, county), eq(patrolPlans.id, id), isNull(patrolPlans.endedAt)))
    .returning({ id: patrolPlans.id })
  return ended.length > 0
}

/** Which of these route codes the county has roads of. */
export const routesAmong = async (db: Db, county: string, codes: readonly string[]): Promise<ReadonlySet<string>> => {
  if (codes.length === 0) return new Set()
  const { roads } = db.t
  const rows = await db.q
    .selectDistinct({ code: roads.routeCode })
    .from(roads)
    .where(and(eq(roads.county, county), inArray(roads.routeCode, [...codes])))
  return new Set(rows.map(({ code }) => code))
}
