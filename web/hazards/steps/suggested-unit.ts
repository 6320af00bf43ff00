import { type ChiefLevel, chiefLevels } from '../../../db/vocabulary.ts'
import type { HazardWhole } from '../../../server/hazards/answers.ts'
import type { County } from '../../ui/use-county.ts'

interface Member {
  readonly id: string
  readonly unitId: string | null
}

const rank = (level: ChiefLevel): number => chiefLevels.indexOf(level)

/** Whose duty it most likely is: the unit of the chief nearest to the road, else the township it lies in. */
export const suggestedUnit = (
  hazard: Pick<HazardWhole, 'chiefs' | 'placeCode'>,
  people: readonly Member[],
  units: County['units'],
): { readonly unitId: string; readonly by: 'chief' | 'place' } | null => {
  const isCuring = (unitId: string): boolean => units.some(({ id, kind }) => id === unitId && kind !== 'squad')
  const nearestFirst = [...hazard.chiefs].sort((a, b) => rank(b.level) - rank(a.level))
  for (const chief of nearestFirst) {
    const unitId = people.find(({ id }) => id === chief.id)?.unitId ?? null
    if (unitId !== null && isCuring(unitId)) return { unitId, by: 'chief' }
  }
  const township = units.find(
    ({ kind, areaCodes }) => kind === 'township' && areaCodes.some((code) => hazard.placeCode.startsWith(code)),
  )
  return township ? { unitId: township.id, by: 'place' } : null
}
