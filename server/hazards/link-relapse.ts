import type { Actor } from '../domain/actor.ts'
import { addDays, dayOf, startOfDay } from '../domain/county-calendar.ts'
import { boundsAround, type LngLat } from '../domain/distance.ts'
import { cellRangesOfBounds } from '../domain/morton.ts'
import { relapseAt } from '../domain/relapse.ts'
import { Problem } from '../http/problem.ts'
import { note } from '../journal/note.ts'
import { clearedInCells } from './relapse-store.ts'
import type { Done, Ground } from './step-frame.ts'
import { moveHazard } from './store.ts'

const cellRanges = 16

/**
 * The same spot hazardous again not long after it was cleared: the new hazard names the old one, and the old one keeps
 * the day it came back. Looked for in the whole county, whatever the registrar may see.
 */
export const linkRelapse = async (
  actor: Actor,
  { tx, county, hazard, now, today }: Ground,
  registerNumber: string,
): Promise<Required<Pick<Done, 'change' | 'also'>>> => {
  if (hazard.longitude === null || hazard.latitude === null) return { change: {}, also: [] }
  const here: LngLat = [hazard.longitude, hazard.latitude]
  const { settings, timeZone } = county
  const found = await clearedInCells(tx, county.county, {
    since: startOfDay(addDays(today, -settings.relapseDays), timeZone),
    // what was reported before the other was cleared is a neighbour, not its coming back
    until: hazard.reportedAt,
    ranges: cellRangesOfBounds(boundsAround(here, settings.relapseMetres), cellRanges),
  })
  const cleared = found.flatMap(({ id, longitude, latitude, clearedAt }) =>
    longitude === null || latitude === null || clearedAt === null
      ? []
      : [{ id, lngLat: [longitude, latitude] as const, clearedOn: dayOf(clearedAt, timeZone) }],
  )
  const relapse = relapseAt(here, today, settings, cleared)
  const old = found.find(({ id }) => id === relapse?.id)
  if (!relapse || !old) return { change: {}, also: [] }

  if (!(await moveHazard(tx, old, { relapsedAt: now, changedAt: now }))) throw new Problem('changed-meanwhile')
  const told = { days: relapse.days, metres: Math.round(relapse.metres) }
  await note(tx, {
    ...{ county: county.county, at: now, actorId: actor.id, subjectId: old.id, kind: 'relapse-linked' },
    body: { ...told, asId: hazard.id, as: registerNumber },
  })
  const body = { ...told, ofId: old.id, of: old.registerNumber ?? old.shortCode }
  return { change: { relapseOfId: old.id }, also: [{ kind: 'relapse-linked', body }] }
}
