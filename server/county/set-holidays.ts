import { inTransaction } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import type { HolidayDay } from '../domain/holiday-lines.ts'
import { findCounty } from '../hazards/store.ts'
import { Problem } from '../http/problem.ts'
import { hashOfContent, rememberAct, wasDoneBefore } from '../journal/act-once.ts'
import { note } from '../journal/note.ts'
import type { World } from '../world.ts'
import { keepersOnly } from './keepers-only.ts'
import { holidaysIn, moveCounty, replaceHolidays } from './store.ts'
import type { HolidaysBody, HolidayTable } from './wire.ts'

const ofKind = (days: readonly HolidayDay[], kind: HolidayDay['kind']): string[] =>
  days.filter((day) => day.kind === kind).map(({ on }) => on)

/** Replaces one year's table of holidays. Deadlines that were counted before stay as they are. */
export const setHolidays = async (
  world: World,
  actor: Actor,
  { year, version, body }: { year: number; version: number; body: HolidaysBody },
): Promise<HolidayTable> => {
  keepersOnly(actor)
  const { actId, deviceAt } = body
  const strays = body.days.flatMap(({ on }, index) =>
    on.startsWith(`${year}-`) ? [] : [{ pointer: `/days/${index}/on`, fault: 'another-year' }],
  )
  if (strays.length > 0) throw new Problem('invalid', { fields: strays })
  const days = [...body.days].sort((a, b) => (a.on < b.on ? -1 : 1))
  const contentHash = hashOfContent({ move: 'set-holidays', year, version, days })
  return inTransaction(world.db, async (tx) => {
    const row = await findCounty(tx, actor.county)
    const before = await holidaysIn(tx, actor.county, year)
    const present = { year, version: row.version, days: before }
    if (await wasDoneBefore(tx, actor, actId, contentHash)) return present
    if (row.version !== version) throw new Problem('changed-meanwhile', { present })
    if (JSON.stringify(before) === JSON.stringify(days.map(({ on, kind }) => ({ on, kind })))) return present
    if (!(await moveCounty(tx, row, {}))) throw new Problem('changed-meanwhile', { present })
    await replaceHolidays(tx, actor.county, year, days)
    const at = world.now()
    await note(tx, {
      ...{ county: actor.county, at, actorId: actor.id, kind: 'holidays-changed', subjectId: actor.county },
      body: {
        ...{ year, before: { off: ofKind(before, 'off'), work: ofKind(before, 'work') } },
        ...{ after: { off: ofKind(days, 'off'), work: ofKind(days, 'work') } },
        ...(deviceAt !== null && { deviceAt }),
      },
    })
    await rememberAct(tx, actor, { id: actId, contentHash, subjectId: actor.county, at })
    return { year, version: version + 1, days }
  })
}
