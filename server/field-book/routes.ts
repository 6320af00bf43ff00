import { type Context, Hono } from 'hono'
import { describe } from '../http/describe.ts'
import type { Env } from '../http/env.ts'
import { codingFor, holdsAlready, keepButAsk } from '../http/held-copy.ts'
import { makeLimiter } from '../http/limiter.ts'
import { limitReads, usualHeavyReads } from '../http/limits.ts'
import { valid } from '../http/valid.ts'
import type { World } from '../world.ts'
import { bookHazardsTag } from './book-hazards-tag.ts'
import { listBookHazards } from './list-book-hazards.ts'
import { type PackedBook, packBook } from './pack-book.ts'
import { readFieldBook } from './read-field-book.ts'
import { readWholeHazards } from './read-whole-hazards.ts'
import { BookHazards, FieldBook, WholeHazards, WholeQuery } from './wire.ts'

const tag = 'field-book'

const answer = (c: Context<Env>, { etag, bodies }: PackedBook) => {
  const coding = codingFor(c.req.header('Accept-Encoding'))
  return c.body(bodies[coding], 200, {
    ...keepButAsk(etag),
    'Content-Type': 'application/json',
    ...(coding === 'identity' ? {} : { 'Content-Encoding': coding }),
  })
}

/** What a phone needs where nothing can be asked: the ground around its owner's area, and the hazards on it. */
export const fieldBookRoutes = (world: World) =>
  new Hono<Env>()
    .get(
      '/field-book',
      describe({
        summary: '外业手册：辖区内的地名、路长责任区和道路',
        english: 'Field book: places, road chiefs’ zones and roads around the asker’s area, with exact geometry',
        tag,
        responds: { 200: FieldBook, 304: null },
      }),
      async (c) => {
        const book = await readFieldBook(world, c.var.actor)
        return holdsAlready(c, book.etag) ? c.body(null, 304, keepButAsk(book.etag)) : answer(c, book)
      },
    )
    .get(
      '/field-book/hazards',
      describe({
        summary: '外业手册：可见范围内未销号的隐患',
        english: 'Field book: open hazards within the asker’s scope, the most urgent first',
        tag,
        responds: { 200: BookHazards, 304: null },
      }),
      async (c) => {
        const etag = await bookHazardsTag(world, c.var.actor)
        if (holdsAlready(c, etag)) return c.body(null, 304, keepButAsk(etag))
        return answer(c, await packBook(etag, await listBookHazards(world, c.var.actor)))
      },
    )
    .get(
      '/field-book/whole',
      limitReads(makeLimiter(usualHeavyReads, world.now)),
      describe({
        summary: '外业手册：若干隐患的全部内容',
        english: 'Field book: several hazards whole, to be opened without a connection',
        tag,
        responds: WholeHazards,
        problems: ['invalid', 'too-often'],
      }),
      valid('query', WholeQuery),
      async (c) => c.json(await readWholeHazards(world, c.var.actor, c.req.valid('query').ids)),
    )
