import { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'
import type { World } from '../world.ts'
import { filterInScope } from './filter-in-scope.ts'
import { linesOf } from './lines.ts'
import { type Cursor, countHazards, cursorOf, pageOfHazards } from './store.ts'
import type { RegisterQuery } from './wire.ts'

/** One page of the register within the asker's scope, with the count of all that match. */
export const searchRegister = async (world: World, actor: Actor, query: RegisterQuery) => {
  const { order, limit, after, ...filter } = query
  const { conditions, ...setting } = await filterInScope(world, actor, filter)
  const rows = await pageOfHazards(world.db, actor.county, conditions, {
    order,
    limit: limit + 1,
    after: after === undefined ? null : parsedCursor(after),
  })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    asOf: setting.now,
    count: await countHazards(world.db, actor.county, conditions),
    hazards: await linesOf(world, page, setting),
    next: rows.length > limit && last ? writtenCursor(cursorOf(last, order)) : null,
  }
}

const CursorText = z.tuple([z.string().max(64).nullable(), z.uuid()])

const writtenCursor = ({ key, id }: Cursor): string => Buffer.from(JSON.stringify([key, id])).toString('base64url')

const parsedCursor = (text: string): Cursor => {
  try {
    const [key, id] = CursorText.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
    return { key, id }
  } catch {
    throw new Problem('malformed', { fields: [{ pointer: '/after', fault: 'not-a-cursor' }] })
  }
}
