import { and, eq, gte, isNull, lte, or, sql } from 'drizzle-orm'
import { preparedFor } from '../../db/prepared.ts'
import type { Db } from '../../db/unit-of-work.ts'

/** What every single request asks: built and prepared once per database, not once per request. */
const prepareFor = ({ q, t }: Db) => {
  const { sessions, people, unitAreas, zones, zonePosts } = t
  const given = { county: sql.placeholder('county'), today: sql.placeholder('today') }
  const sessionAndPerson = q
    .select({ session: sessions, person: people })
    .from(sessions)
    .innerJoin(people, and(eq(people.county, sessions.county), eq(people.id, sessions.personId)))
    .where(and(eq(sessions.county, given.county), eq(sessions.tokenHash, sql.placeholder('tokenHash'))))
    .limit(1)
  const areas = q
    .select({ placeCode: unitAreas.placeCode })
    .from(unitAreas)
    .where(and(eq(unitAreas.county, given.county), eq(unitAreas.unitId, sql.placeholder('unitId'))))
    .orderBy(unitAreas.placeCode)
  // a post is held from its first day to its last, both included
  const posts = q
    .selectDistinct({ zoneId: zones.id, shape: zones.shape, placeCode: zones.placeCode })
    .from(zonePosts)
    .innerJoin(zones, and(eq(zones.county, zonePosts.county), eq(zones.id, zonePosts.zoneId)))
    .where(
      and(
        eq(zonePosts.county, given.county),
        eq(zonePosts.personId, sql.placeholder('personId')),
        lte(zonePosts.heldFrom, given.today),
        or(isNull(zonePosts.heldUntil), gte(zonePosts.heldUntil, given.today)),
      ),
    )
    .orderBy(zones.id)
  return {
    sessionAndPerson: sessionAndPerson.prepare('asking_session'),
    areas: areas.prepare('asking_areas'),
    posts: posts.prepare('asking_posts'),
  }
}

export const askingQueries = preparedFor(prepareFor)
