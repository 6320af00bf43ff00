import type { ZoneShape } from '../../db/vocabulary.ts'

/** What an area is an area of, by the digits of its division code (GB/T 2260: six for a county, nine, then twelve). */
export type ZoneTier = 'county' | 'township' | 'village' | 'segment'

/** A stretch of road is always a segment; an area with a code shorter than a township's is the county's own. */
export const zoneTier = (zone: { readonly shape: ZoneShape; readonly placeCode: string }): ZoneTier =>
  zone.shape === 'segment'
    ? 'segment'
    : zone.placeCode.length <= 6
      ? 'county'
      : zone.placeCode.length <= 9
        ? 'township'
        : 'village'
