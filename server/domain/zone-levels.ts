import type { ChiefLevel, ZoneShape } from '../../db/vocabulary.ts'
import { type ZoneTier, zoneTier } from './zone-tier.ts'

/**
 * 总路长 is the whole county's alone (路长制). An area has the chief of its own level, and may have one of the level above
 * in particular (县领导包乡镇、乡镇领导包村); a stretch of road whom its class or the custom gives it (村道乡管 or 村管).
 */
const levelsOfTier: Readonly<Record<ZoneTier, readonly ChiefLevel[]>> = {
  county: ['total', 'county'],
  township: ['county', 'township'],
  village: ['township', 'village'],
  segment: ['county', 'township', 'village'],
}

type Zone = { readonly shape: ZoneShape; readonly placeCode: string }

/** The levels of chief that a zone may have by what it is, the highest first. */
export const levelsOfZone = (zone: Zone): readonly ChiefLevel[] => levelsOfTier[zoneTier(zone)]

export const levelFits = (zone: Zone, level: ChiefLevel): boolean => levelsOfZone(zone).includes(level)
