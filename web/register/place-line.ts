import { stakesOrMeasure } from '../../server/domain/hazard-extent.ts'
import { shieldOf } from '../../server/domain/route-shield.ts'
import type { HazardLine } from '../../server/hazards/answers.ts'
import { laneWords } from '../text/lane-words.ts'
import { languageNow, wordsNow } from '../text/language.ts'

/**
 * Township, village, route and stake mark in one line, as far as they are known: 义宁镇 竹坪村 X801 K3+240. A stretch has
 * both its stakes, its side and its length; a road without a code is told by its name, or said to have none.
 */
export const placeLine = (
  hazard: Pick<HazardLine, 'townshipName' | 'villageName' | 'routeCode' | 'chainageMetres' | 'spot'> &
    Partial<Pick<HazardLine, 'extent' | 'roadClass'>> & { readonly routeName?: string | null },
): string => {
  // within one county the six digits behind a route's own name say nothing new
  const route = hazard.routeCode === null ? null : shieldOf(hazard.routeCode)
  const isLane = route === null && (hazard.roadClass ?? null) !== null
  const lane = isLane ? hazard.routeName || hazard.spot || wordsNow(laneWords).nameless : null
  const stake = stakesOrMeasure(route === null ? { ...hazard, chainageMetres: null } : hazard, languageNow())
  const parts = [hazard.townshipName, hazard.villageName, route ?? lane, stake].filter(
    (part) => part !== null && part !== '',
  )
  return parts.length > 0 ? parts.join(' ') : hazard.spot
}
