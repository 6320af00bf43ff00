import { formatChainage } from '../../server/domain/chainage.ts'
import type { HazardLine } from '../../server/hazards/answers.ts'

/** Township, village, route and stake mark in one line, as far as they are known: 义宁镇 竹坪村 X801 K3+240. */
export const placeLine = (
  hazard: Pick<HazardLine, 'townshipName' | 'villageName' | 'routeCode' | 'chainageMetres' | 'spot'>,
): string => {
  // within one county the six digits behind a route's own name say nothing new
  const route = hazard.routeCode?.replace(/\d{6}$/, '') ?? null
  const stake = route !== null && hazard.chainageMetres !== null ? formatChainage(hazard.chainageMetres) : null
  const parts = [hazard.townshipName, hazard.villageName, route, stake].filter((part) => part !== null && part !== '')
  return parts.length > 0 ? parts.join(' ') : hazard.spot
}
