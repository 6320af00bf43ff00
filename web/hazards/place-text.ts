import type { HazardLine } from '../../server/hazards/answers.ts'
import { placeLine } from '../register/place-line.ts'

/** Where it is, down to the spot people know it by: 义宁镇 竹坪村 X801 K3+240 · 小学门口. Empty where nothing is known. */
export const placeText = (hazard: Parameters<typeof placeLine>[0] & Pick<HazardLine, 'spot'>): string => {
  const line = placeLine(hazard)
  // of a road without a code its line says the spot already
  return [line, line.endsWith(hazard.spot) ? '' : hazard.spot].filter((part) => part !== '').join(' · ')
}
