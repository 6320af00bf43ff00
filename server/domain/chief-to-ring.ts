import { type ChiefLevel, chiefLevels } from '../../db/vocabulary.ts'

/** Of a zone's chiefs the one to ring: who holds the zone's own level, else the lowest level held; null of none. */
export const chiefToRing = <Chief extends { readonly level: ChiefLevel }>(
  zoneLevel: ChiefLevel,
  chiefs: readonly Chief[],
): Chief | null => {
  const lowestFirst = [...chiefs].sort((a, b) => chiefLevels.indexOf(b.level) - chiefLevels.indexOf(a.level))
  return chiefs.find(({ level }) => level === zoneLevel) ?? lowestFirst[0] ?? null
}
