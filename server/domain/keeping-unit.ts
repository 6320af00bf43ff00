import { type ChiefLevel, chiefLevels, type ZoneShape } from '../../db/vocabulary.ts'
import { unitHolds, unitIsElsewhere } from './unit-reach.ts'

interface Chief {
  readonly level: ChiefLevel
  /** Of the zone itself; the others are those of the areas around it. */
  readonly own: boolean
  readonly unit: { readonly name: string; readonly areaCodes: readonly string[] } | null
}

const rank = ({ level }: Chief): number => chiefLevels.indexOf(level)

/**
 * Name of the unit that keeps a zone's roads (管理单位): that of its own chief of the lowest level, where the zone is that
 * unit's to keep; of somebody from elsewhere the unit is passed over for that of the next chief up. Null where none is
 * left, or where the zone has no chief of its own.
 */
export const keepingUnit = (
  { shape, placeCode }: { readonly shape: ZoneShape; readonly placeCode: string },
  chiefs: readonly Chief[],
): string | null => {
  const upwards = [...chiefs].sort((a, b) => rank(b) - rank(a) || Number(b.own) - Number(a.own))
  const lowest = upwards.findIndex(({ own }) => own)
  // a segment's code is but one of the divisions that it may run through
  const keeps = (areaCodes: readonly string[]): boolean =>
    shape === 'segment' ? !unitIsElsewhere(areaCodes, placeCode) : unitHolds(areaCodes, placeCode)
  if (lowest < 0) return null
  return upwards.slice(lowest).find(({ unit }) => unit !== null && keeps(unit.areaCodes))?.unit?.name ?? null
}
