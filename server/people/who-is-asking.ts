import { and, eq, gte, isNull, lte, or } from 'drizzle-orm'
import { type Db, keepBooks } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import { type Day, dayOf, type Instant } from '../domain/county-calendar.ts'
import type { World } from '../world.ts'
import type { PersonRow } from './people-store.ts'
import { touchSession } from './session-store.ts'
import { isLive, needsTouch } from './session-terms.ts'
import { hashOfToken, looksLikeToken } from './session-token.ts'
import { timeZoneOf } from './time-zone.ts'

export interface Asking {
  readonly actor: Actor
  readonly sessionId: string
  readonly mustChangePassword: boolean
}

/** Session -> person -> rights of today; null where there is no live session of an active person. */
export const whoIsAsking = async (world: World, token: string): Promise<Asking | null> => {
  if (!looksLikeToken(token)) return null
  const { db, county } = world
  const { sessions, people } = db.t
  const [found] = await db.q
    .select({ session: sessions, person: people })
    .from(sessions)
    .innerJoin(people, and(eq(people.county, sessions.county), eq(people.id, sessions.personId)))
    .where(and(eq(sessions.county, county), eq(sessions.tokenHash, hashOfToken(token))))
    .limit(1)
  const now = world.now()
  if (!found?.person.active || !isLive(found.session, now)) return null
  // a full disk must not keep anybody from reading
  if (needsTouch(found.session, now))
    await keepBooks(db, (tx) => touchSession(tx, county, found.session.id, now)).catch(() => undefined)
  const { person, session } = found
  const { mustChangePassword } = person
  return { sessionId: session.id, mustChangePassword, actor: await actorOf(db, person, now) }
}

/** Somebody with their unit's area and the posts they hold on the county's day of this instant. */
export const actorOf = async (db: Db, person: PersonRow, now: Instant): Promise<Actor> => {
  const { county, id, name, role, unitId } = person
  const posts = await postsOf(db, county, id, dayOf(now, await timeZoneOf(db, county)))
  return {
    ...{ county, id, name, role, unitId },
    areaCodes: unitId === null ? [] : await areasOf(db, county, unitId),
    zoneIds: posts.map(({ zoneId }) => zoneId),
    zonePlaceCodes: posts.filter(({ shape }) => shape === 'area').map(({ placeCode }) => placeCode),
  }
}

const areasOf = async (db: Db, county: string, unitId: string): Promise<string[]> => {
  const { unitAreas } = db.t
  const rows = await db.q
    .select({ placeCode: unitAreas.placeCode })
    .from(unitAreas)
    .where(and(eq(unitAreas.county, county), eq(unitAreas.unitId, unitId)))
    .orderBy(unitAreas.placeCode)
  return rows.map(({ placeCode }) => placeCode)
}

/** A post is held from its first day to its last, both included. */
const postsOf = (db: Db, county: string, personId: string, today: Day) => {
  const { zones, zonePosts } = db.t
  return db.q
    .selectDistinct({ zoneId: zones.id, shape: zones.shape, placeCode: zones.placeCode })
    .from(zonePosts)
    .innerJoin(zones, and(eq(zones.county, zonePosts.county), eq(zones.id, zonePosts.zoneId)))
    .where(
      and(
        eq(zonePosts.county, county),
        eq(zonePosts.personId, personId),
        lte(zonePosts.heldFrom, today),
        or(isNull(zonePosts.heldUntil), gte(zonePosts.heldUntil, today)),
      ),
    )
    .orderBy(zones.id)
}
