import { and, asc, desc, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Db } from '../../db/unit-of-work.ts'
import type { Scope } from '../domain/actor.ts'
import { hazardInScope } from '../hazards/scope-condition.ts'

const openInScope = (db: Db, county: string, scope: Scope) => {
  const { hazards } = db.t
  return and(
    eq(hazards.county, county),
    ne(hazards.stage, 'cleared'),
    isNull(hazards.setAside),
    hazardInScope(db, scope),
  )
}

/** Hazards in a scope that are neither cleared nor set aside: what is due first, then what was reported last. */
export const openHazards = (db: Db, county: string, scope: Scope, most: number) => {
  const { hazards } = db.t
  const { id, version, shortCode, registerNumber, code, stage, setAside, severity, watchUntilOn } = hazards
  const { longitude, latitude } = hazards
  return db.q
    .select({
      ...{ id, version, shortCode, registerNumber, code, stage, setAside, severity, watchUntilOn },
      ...{ longitude, latitude },
    })
    .from(hazards)
    .where(openInScope(db, county, scope))
    .orderBy(sql`${hazards.dueOn} asc nulls last`, desc(hazards.reportedAt), asc(id))
    .limit(most)
}

export const countOpenHazards = async (db: Db, county: string, scope: Scope): Promise<number> => {
  const [row] = await db.q
    .select({ n: sql`count(*)`.mapWith(Number) })
    .from(db.t.hazards)
    .where(openInScope(db, county, scope))
  return row?.n ?? 0
}
