import { shortRoute, stakesOrMeasure } from '../../server/domain/hazard-extent.ts'
import type { HazardLine } from '../../server/hazards/answers.ts'
import { languageNow } from '../text/language.ts'

/**
 * Township, village, route and stake mark in one line, as far as they are known: 义宁镇 竹坪村 X801 K3+240. A stretch has
 * both its stakes, its side and its length.
 */
export const placeLine = (
  hazard: Pick<HazardLine, 'townshipName' | 'villageName' | 'routeCode' | 'chainageMetres' | 'spot'> &
    Partial<Pick<HazardLine, 'extent'>>,
): string => {
  // within one county the six digits behind a route's own name say nothing new
  const route = hazard.routeCode === null ? null : shortRoute(hazard.routeCode)
  const stake = stakesOrMeasure(route === null ? { ...hazard, chainageMetres: null } : hazard, languageNow())
  const parts = [hazard.townshipName, hazard.villageName, route, stake].filter((part) => part !== null && part !== '')
  return parts.length > 0 ? parts.join(' ') : hazard.spot
}
