import { createHash } from 'node:crypto'
import { and, eq, gte, isNull, lte, or } from 'drizzle-orm'
import type { z } from 'zod'
import type { Db } from '../../db/unit-of-work.ts'
import { type Day, dayOf } from '../domain/county-calendar.ts'
import { Problem } from '../http/problem.ts'
import type { World } from '../world.ts'
import { countyOnWire } from './answers.ts'
import { codesOf, defaultSettings, findCountyRow, holidaysFrom, townshipsOf } from './county-store.ts'
import { allUnits } from './unit-store.ts'
import type { CountyOnWire } from './wire.ts'

const postsToday = (db: Db, county: string, today: Day) => {
  const { zonePosts, people } = db.t
  return db.q
    .select({
      zoneId: zonePosts.zoneId,
      level: zonePosts.level,
      personId: people.id,
      name: people.name,
      phone: people.phone,
    })
    .from(zonePosts)
    .innerJoin(people, and(eq(people.county, zonePosts.county), eq(people.id, zonePosts.personId)))
    .where(
      and(
        eq(zonePosts.county, county),
        eq(people.active, true),
        lte(zonePosts.heldFrom, today),
        or(isNull(zonePosts.heldUntil), gte(zonePosts.heldUntil, today)),
      ),
    )
    .orderBy(zonePosts.zoneId, people.id)
}

/** The county as every screen needs it, with a tag of its content: phones keep it and ask only whether it changed. */
export const readCounty = async (world: World): Promise<{ body: z.infer<typeof CountyOnWire>; tag: string }> => {
  const { db, county: code } = world
  const county = await findCountyRow(db, code)
  if (!county) throw new Problem('not-there')
  const today = dayOf(world.now(), county.timeZone)
  const body = countyOnWire({
    // a county founded earlier has no word on settings that came later
    county: { ...county, settings: { ...defaultSettings, ...county.settings } },
    codes: await codesOf(db, code),
    townships: await townshipsOf(db, code),
    units: await allUnits(db, code),
    posts: await postsToday(db, code, today),
    holidays: await holidaysFrom(db, code, `${today.slice(0, 4)}-01-01`),
  })
  const tag = `"${createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 27)}"`
  return { body, tag }
}
