import type { Day } from '../domain/county-calendar.ts'
import { holdsOn, type Term } from '../domain/zone-terms.ts'
import type { HelperRow } from './post-store.ts'
import type { ZoneRow } from './store.ts'
import type { Helper } from './wire.ts'

export const whenOf = (term: Term, today: Day): 'past' | 'now' | 'ahead' =>
  holdsOn(term, today) ? 'now' : term.heldFrom > today ? 'ahead' : 'past'

export const helperOnWire = (row: HelperRow, zoneId: string, nameOfZone: ReadonlyMap<string, string>): Helper => {
  const { id, kind, name, phone, title, stationKind, station, heldFrom, heldUntil } = row
  return {
    ...{ id, kind, name, phone, title, stationKind, station, heldFrom, heldUntil },
    ...{ zoneId: row.zoneId, zoneName: nameOfZone.get(row.zoneId) ?? '', own: row.zoneId === zoneId },
  }
}

/** Today's leaders in charge and helpers of a zone and of the areas around it, the zone's own first. */
export const helpersToday = (
  zone: Pick<ZoneRow, 'id'>,
  around: readonly Pick<ZoneRow, 'id' | 'name'>[],
  rows: readonly HelperRow[],
  today: Day,
): { leaders: Helper[]; helpers: Helper[] } => {
  const names = new Map(around.map(({ id, name }) => [id, name]))
  const nearness = new Map(around.map(({ id }, index) => [id, index]))
  const all = rows
    .filter((row) => holdsOn(row, today))
    .sort((a, b) => (nearness.get(a.zoneId) ?? 0) - (nearness.get(b.zoneId) ?? 0) || (a.id < b.id ? -1 : 1))
    .map((row) => helperOnWire(row, zone.id, names))
  return {
    leaders: all.filter(({ kind }) => kind === 'leader-in-charge'),
    helpers: all.filter(({ kind }) => kind !== 'leader-in-charge'),
  }
}
