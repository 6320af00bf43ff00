import gcoord from 'gcoord'
import { isWithin } from './bounds.ts'
import type { Bounds, LngLat } from './distance.ts'

/**
 * wgs84: what devices give and what is stored (CGCS2000 is the same for this purpose).
 * gcj02: Amap and Tencent maps. bd09: Baidu's.
 */
export const datums = ['wgs84', 'gcj02', 'bd09'] as const
export type Datum = (typeof datums)[number]

const gcoordNames = { wgs84: 'WGS84', gcj02: 'GCJ02', bd09: 'BD09' } as const satisfies Record<Datum, string>
type GcoordName = (typeof gcoordNames)[Datum]
type Transform = (position: [number, number], from: GcoordName, to: GcoordName) => [number, number]

/** gcoord's types put `transform` one level deeper than Node and bundlers find it, so its presence is checked here. */
function offersTransform(published: unknown): published is { readonly transform: Transform } {
  return typeof published === 'object' && published !== null && 'transform' in published
}

function transformOf(published: unknown): Transform {
  if (!offersTransform(published)) throw new TypeError('gcoord offers no transform')
  return published.transform
}

const transform = transformOf(gcoord)

/** A WGS-84 position as Amap (gcj02) or Baidu (bd09) draws it. Unshifted outside a rectangle around China. */
export function fromWgs84(lngLat: LngLat, to: Datum): LngLat {
  if (to === 'wgs84') return lngLat
  const [lng, lat] = transform([lngLat[0], lngLat[1]], gcoordNames.wgs84, gcoordNames[to])
  return [lng, lat]
}

/**
 * The WGS-84 position that is drawn at `lngLat` in the datum `from`; exact to a millimetre inside China.
 * Found by correcting a guess: gcoord's own inverse stops at 0.1 m, and never stops at all on its rectangle's west edge.
 */
export function toWgs84(lngLat: LngLat, from: Datum): LngLat {
  let guess = lngLat
  if (from === 'wgs84') return guess
  for (let round = 0; round < 12; round++) {
    const drawn = fromWgs84(guess, from)
    const [missLng, missLat] = [drawn[0] - lngLat[0], drawn[1] - lngLat[1]]
    if (Math.abs(missLng) < 1e-10 && Math.abs(missLat) < 1e-10) break
    guess = [guess[0] - missLng, guess[1] - missLat]
  }
  return guess
}

/** From any datum to any other, by way of WGS-84. */
export function convertDatum(lngLat: LngLat, from: Datum, to: Datum): LngLat {
  return from === to ? lngLat : fromWgs84(toWgs84(lngLat, from), to)
}

export const positionFaults = ['out-of-range', 'swapped', 'null-island'] as const
export type PositionFault = (typeof positionFaults)[number]

export type PositionVerdict =
  | { readonly ok: true; readonly outsideCounty: boolean }
  | { readonly ok: false; readonly because: PositionFault }

/** A device that has no fix yet gives 0, 0: about a kilometre around it counts as that (proposed). */
const nullIslandDegrees = 0.01
/** A fix across the county's border is legitimate, so exchanged axes are looked for this far around it (proposed). */
const neighbourhoodDegrees = 1

/**
 * Whether a WGS-84 position can be that of a hazard in the county with these bounds.
 * swapped: only with its axes exchanged does it lie in or near the county. out-of-range: not on the earth.
 * A sound position outside the bounds is accepted and flagged.
 */
export function judgePosition(lngLat: LngLat, county: Bounds): PositionVerdict {
  const [lng, lat] = lngLat
  if (!Number.isFinite(lng) || !Number.isFinite(lat)) return { ok: false, because: 'out-of-range' }
  if (isWithin(lngLat, county)) return { ok: true, outsideCounty: false }
  if (!isWithin(lngLat, county, neighbourhoodDegrees) && isWithin([lat, lng], county, neighbourhoodDegrees)) {
    return { ok: false, because: 'swapped' }
  }
  if (Math.abs(lng) > 180 || Math.abs(lat) > 90) return { ok: false, because: 'out-of-range' }
  if (Math.abs(lng) < nullIslandDegrees && Math.abs(lat) < nullIslandDegrees) {
    return { ok: false, because: 'null-island' }
  }
  return { ok: true, outsideCounty: true }
}
