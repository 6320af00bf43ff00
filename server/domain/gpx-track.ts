import { type LngLat, metresBetween } from './distance.ts'

/** One fix of a GPS device: WGS-84 degrees, real time in milliseconds. */
export interface TrackPoint {
  readonly lngLat: LngLat
  readonly atMs: number
}

/** Stretches in order of time, each unbroken: between two neighbours of one stretch a place may be worked out. */
export type Track = readonly (readonly TrackPoint[])[]

export interface TrackGaps {
  readonly longestMs: number
  readonly widestMetres: number
}

/**
 * Beyond these a straight line between two fixes is a guess, not a place. In five minutes somebody has walked off and
 * done something else; 500 m is what a car at 60 km/h covers between the fixes of a device that writes every 30 s.
 * This project's choice.
 */
export const trackGaps: TrackGaps = { longestMs: 5 * 60_000, widestMetres: 500 }

/** What a hand-held receiver is off under open sky and trees (this project's choice, from makers' 5 to 15 m). */
const receiverMetres = 10
/** Somebody who photographs a place walks about it: so fast the place is lost between two fixes (this project's choice). */
const strollMetresPerSecond = 0.5

/** Points of any order and of several files as stretches; of two fixes of the same moment the first given stays. */
export function trackOf(points: readonly TrackPoint[], gaps: TrackGaps = trackGaps): Track {
  const sorted = points
    .map((point, index) => ({ point, index }))
    .sort((a, b) => a.point.atMs - b.point.atMs || a.index - b.index)
  const stretches: TrackPoint[][] = []
  let last: TrackPoint | null = null
  for (const { point } of sorted) {
    if (last !== null && point.atMs === last.atMs) continue
    const broken =
      last === null ||
      point.atMs - last.atMs > gaps.longestMs ||
      metresBetween(last.lngLat, point.lngLat) > gaps.widestMetres
    if (broken) stretches.push([point])
    else stretches.at(-1)?.push(point)
    last = point
  }
  return stretches
}

/**
 * Where the device was at a moment, between the two fixes around it, with how far off that may be in metres: the
 * receiver's own error, the way to the nearer fix, and a stroll of as many seconds. Null before, after and in gaps.
 */
export function positionOnTrack(track: Track, atMs: number): { lngLat: LngLat; accuracyMetres: number } | null {
  for (const stretch of track) {
    const [first, final] = [stretch[0], stretch.at(-1)]
    if (first === undefined || final === undefined || atMs < first.atMs || atMs > final.atMs) continue
    const after = stretch[firstNotBefore(stretch, atMs)] ?? final
    if (after.atMs === atMs) return { lngLat: after.lngLat, accuracyMetres: receiverMetres }
    const before = stretch[firstNotBefore(stretch, atMs) - 1] ?? first
    const share = (atMs - before.atMs) / (after.atMs - before.atMs)
    const nearer = Math.min(share, 1 - share)
    const awayMetres = nearer * metresBetween(before.lngLat, after.lngLat)
    const strolledMetres = ((nearer * (after.atMs - before.atMs)) / 1000) * strollMetresPerSecond
    return {
      lngLat: between(before.lngLat, after.lngLat, share),
      accuracyMetres: Math.round(receiverMetres + awayMetres + strolledMetres),
    }
  }
  return null
}

/** Index of the first point at or after the moment, by halving; the length where there is none. */
const firstNotBefore = (stretch: readonly TrackPoint[], atMs: number): number => {
  let [low, high] = [0, stretch.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stretch[middle]?.atMs ?? Number.POSITIVE_INFINITY) < atMs) low = middle + 1
    else high = middle
  }
  return low
}

/** On the few hundred metres between two fixes degrees may be divided evenly. */
const between = (a: LngLat, b: LngLat, share: number): LngLat => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
]
