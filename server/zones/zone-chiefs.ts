import { type ChiefLevel, chiefLevels } from '../../db/vocabulary.ts'
import { chiefToRing } from '../domain/chief-to-ring.ts'
import type { ChiefRow, ZoneRow } from './store.ts'
import type { ZoneLine } from './wire.ts'

const rank = (level: ChiefLevel): number => chiefLevels.indexOf(level)

/** The one to ring about a zone, by name and phone. */
export const chiefOf = (zone: { id: string; level: ChiefLevel }, chiefs: readonly ChiefRow[]): ZoneLine['chief'] => {
  const found = chiefToRing(
    zone.level,
    chiefs.filter(({ zoneId }) => zoneId === zone.id),
  )
  return found ? { name: found.name, phone: found.phone, level: found.level } : null
}

/** Chiefs of the own zones and of the areas around them, from the highest level down, own ones last within a level. */
export const chainOfChiefs = (
  ownZoneIds: readonly string[],
  around: readonly Pick<ZoneRow, 'id' | 'name'>[],
  chiefs: readonly ChiefRow[],
) => {
  const nameOfZone = new Map(around.map(({ id, name }) => [id, name]))
  return chiefs
    .map(({ level, id, name, phone, unit, zoneId }) => ({
      level,
      id,
      name,
      phone,
      unit,
      zoneId,
      zoneName: nameOfZone.get(zoneId) ?? '',
      own: ownZoneIds.includes(zoneId),
    }))
    .sort((a, b) => rank(a.level) - rank(b.level) || Number(a.own) - Number(b.own))
}
