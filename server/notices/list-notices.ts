import { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import { dayOf } from '../domain/county-calendar.ts'
import { noticeSight } from '../domain/notice-doors.ts'
import { namesFor } from '../hazards/names.ts'
import { Problem } from '../http/problem.ts'
import { timeZoneOf } from '../people/time-zone.ts'
import type { World } from '../world.ts'
import type { NoticePage } from './answers.ts'
import { type Cursor, countNotices, noticeConditions, pageOfNotices, talliesOf } from './list-store.ts'
import { noticeLine } from './notice-view.ts'
import type { NoticeQuery } from './wire.ts'

/** A page of the documents that the reader may see: what waits for their signature first, then the newest. */
export const listNotices = async (world: World, actor: Actor, query: NoticeQuery): Promise<NoticePage> => {
  const { db } = world
  const { limit, after, ...filter } = query
  const now = world.now()
  const today = dayOf(now, await timeZoneOf(db, actor.county))
  const reader = { ...noticeSight(actor), personId: actor.id }
  const conditions = noticeConditions(db, actor.county, reader, filter, today)
  const cursor = after === undefined ? null : parsed(after)
  const rows = await pageOfNotices(db, reader, conditions, { limit: limit + 1, after: cursor })
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  const tallies = await talliesOf(
    db,
    actor.county,
    shown.map(({ notice }) => notice.id),
  )
  const names = await namesFor(db, actor.county, {
    people: shown.map(({ notice }) => notice.issuedBy),
    units: shown.map(({ notice }) => notice.issuerUnitId),
    places: [],
  })
  return {
    asOf: now,
    count: await countNotices(db, conditions),
    notices: shown.map(({ notice }) =>
      noticeLine(
        notice,
        {
          hazards: tallies.hazards.get(notice.id) ?? 0,
          recipientUnitIds: tallies.recipients.get(notice.id) ?? [],
          signedUnitIds: tallies.signed.get(notice.id) ?? [],
          replies: tallies.replies.get(notice.id) ?? 0,
        },
        { unitId: reader.unitId, today, unit: names.unit, person: (id) => names.person(id)?.name ?? '' },
      ),
    ),
    next: last ? written({ rank: last.rank, at: last.notice.issuedAt, id: last.notice.id }) : null,
  }
}

const CursorText = z.tuple([z.int(), z.string(), z.string()])

const written = ({ rank, at, id }: Cursor): string => Buffer.from(JSON.stringify([rank, at, id])).toString('base64url')

const parsed = (text: string): Cursor => {
  try {
    const [rank, at, id] = CursorText.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
    return { rank, at, id }
  } catch {
    throw new Problem('malformed', { fields: [{ pointer: '/after', fault: 'not-a-cursor' }] })
  }
}
