import { type Db, keepBooks } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import { dayOf, type Instant } from '../domain/county-calendar.ts'
import type { World } from '../world.ts'
import { askingQueries } from './asking-store.ts'
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
  const [found] = await askingQueries(db).sessionAndPerson.execute({ county, tokenHash: hashOfToken(token) })
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
  const queries = askingQueries(db)
  const today = dayOf(now, await timeZoneOf(db, county))
  const [areas, posts] = await Promise.all([
    unitId === null ? [] : queries.areas.execute({ county, unitId }),
    queries.posts.execute({ county, personId: id, today }),
  ])
  return {
    ...{ county, id, name, role, unitId },
    areaCodes: areas.map(({ placeCode }) => placeCode),
    zoneIds: posts.map(({ zoneId }) => zoneId),
    zonePlaceCodes: posts.filter(({ shape }) => shape === 'area').map(({ placeCode }) => placeCode),
  }
}
