import { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import { recentSince } from '../domain/inspection-age.ts'
import { findCounty } from '../hazards/store.ts'
import { Problem } from '../http/problem.ts'
import type { World } from '../world.ts'
import { junctionReadersOnly } from './junction-gates.ts'
import { junctionLine } from './junction-view.ts'
import { findPlan } from './plan-store.ts'
import { type Cursor, countJunctions, cursorOf, divisionNames, junctionsMeant, pageOfJunctions } from './store.ts'
import type { JunctionQuery } from './wire.ts'

/** One page of the register, with the count of all that the filter means. */
export const listJunctions = async (world: World, actor: Actor, query: JunctionQuery) => {
  junctionReadersOnly(actor)
  const { db, county } = world
  const { order, limit, after, months } = query
  const { timeZone } = await findCounty(db, county)
  const now = world.now()
  const since = recentSince(now, months, timeZone)
  const plan = query.plan === undefined ? null : await findPlan(db, county, query.plan)
  if (query.plan !== undefined && !plan) throw new Problem('not-there')
  const meant = junctionsMeant(db, query, since, plan)
  const [rows, count, names] = await Promise.all([
    pageOfJunctions(db, county, meant, {
      ...{ order, limit: limit + 1 },
      after: after === undefined ? null : parsedCursor(after),
    }),
    countJunctions(db, county, meant),
    divisionNames(db, county),
  ])
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    asOf: now,
    count,
    junctions: page.map((row) => junctionLine(row, { names, since })),
    next: rows.length > limit && last ? writtenCursor(cursorOf(last, order)) : null,
  }
}

const CursorText = z.tuple([z.string().max(100), z.string().max(64)])

const writtenCursor = ({ key, id }: Cursor): string => Buffer.from(JSON.stringify([key, id])).toString('base64url')

const parsedCursor = (text: string): Cursor => {
  try {
    const [key, id] = CursorText.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
    return { key, id }
  } catch {
    throw new Problem('malformed', { fields: [{ pointer: '/after', fault: 'not-a-cursor' }] })
  }
}
