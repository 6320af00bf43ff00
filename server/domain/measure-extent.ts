import type { RoadSide } from '../../db/vocabulary.ts'
import { linesOfCut, positionOnCut } from './cut-road.ts'
import { judgePosition } from './datum.ts'
import { type Bounds, type LngLat, metresBetween, wholeEarth } from './distance.ts'
import { lngLatOfPosition } from './drawn-line.ts'
import { drawnRing, nearestTo, spreadOver } from './drawn-ring.ts'
import type {
  ExtentAsked,
  ExtentFault,
  ExtentGeometry,
  ExtentMeasure,
  ExtentPart,
  ExtentTried,
} from './hazard-extent.ts'
import { numberedBeforeMetres, type PlaceIndex, type RoadFoot } from './place-index.ts'

/** Thirty kilometres: what is longer is a road, not a hazard on it (proposed). */
export const mostStretchMetres = 30_000
/** A tap further from every road than this is none of a road (proposed). */
export const tapReachMetres = 200

/** An extent as the county's map has it. `at` is the position that stands for it in lists and on small maps. */
export interface ExtentFound {
  readonly ok: true
  readonly asked: ExtentAsked
  readonly measure: ExtentMeasure
  readonly geometry: ExtentGeometry
  readonly at: LngLat
  /** The greatest share first. */
  readonly parts: readonly ExtentPart[]
}
export type ExtentVerdict = ExtentFound | { readonly ok: false; readonly because: ExtentFault }

const refuse = (because: ExtentFault): ExtentVerdict => ({ ok: false, because })
/**
 * Measures what was drawn or typed against the county's roads and zones: the same on the server and on a phone.
 * Stakes are put in their growing order; taps are snapped to the one road that is near both.
 */
export const measureExtent = (index: PlaceIndex, bounds: Bounds | null, tried: ExtentTried): ExtentVerdict => {
  if (tried.kind === 'stretch') return stretch(index, tried)
  const positions = tried.kind === 'area' ? tried.ring : tried.taps
  for (const position of positions) {
    const verdict = judgePosition(position, bounds ?? wholeEarth)
    if (!verdict.ok) return refuse(verdict.because)
  }
  return tried.kind === 'area' ? area(index, tried.ring) : tapped(index, tried.taps, tried.side)
}

const stretch = (index: PlaceIndex, asked: Extract<ExtentAsked, { kind: 'stretch' }>): ExtentVerdict => {
  const { side } = asked
  const route = index.routeNamed(asked.routeCode)
  if (route === null) return refuse('no-such-road')
  const { routeCode } = route
  const fromMetres = Math.round(Math.min(asked.fromMetres, asked.toMetres))
  const toMetres = Math.round(Math.max(asked.fromMetres, asked.toMetres))
  const lengthMetres = toMetres - fromMetres
  if (lengthMetres === 0) return refuse('no-length')
  if (lengthMetres > mostStretchMetres) return refuse('stretch-too-long')
  const pieces = index.cut(routeCode, { fromMetres, toMetres })
  if (pieces === null) return refuse('beyond-the-end')
  const atStake = (chainage: number): LngLat => positionOnCut(pieces, chainage)
  const lines = linesOfCut(pieces).map((line) => line.map(([lng, lat]) => [micro(lng), micro(lat)]))
  const [only, ...more] = lines
  if (!only) return refuse('no-length')
  const said = { kind: 'stretch', routeCode, fromMetres, toMetres, side } as const
  return {
    ...{ ok: true, asked: said, measure: { ...said, lengthMetres } },
    geometry:
      more.length === 0
        ? { type: 'LineString', coordinates: only }
        : { type: 'MultiLineString', coordinates: [only, ...more] },
    at: rounded(atStake(Math.floor((fromMetres + toMetres) / 2))),
    parts: partsAlong({ fromMetres, toMetres }, atStake, (at) => index.zoneOn(at, routeCode)),
  }
}

const tapped = (index: PlaceIndex, [a, b]: readonly [LngLat, LngLat], side: RoadSide): ExtentVerdict => {
  const [near, far] = [index.roadsNear(a, tapReachMetres), index.roadsNear(b, tapReachMetres)]
  // both fingers on a lane that has no stakes: the road behind the houses is not what is meant
  const lane = ([tap, [foot]]: readonly [LngLat, readonly RoadFoot[]]): boolean => {
    const metres = index.unnumberedNear(tap, tapReachMetres)
    return metres !== null && (!foot || metres + numberedBeforeMetres < foot.distanceMetres)
  }
  if (lane([a, near]) && lane([b, far])) return refuse('no-stakes')
  if (near.length === 0 || far.length === 0) return refuse('not-on-a-road')
  const pairs = near
    .flatMap((from) => far.filter(({ routeCode }) => routeCode === from.routeCode).map((to) => ({ from, to })))
    .sort((x, y) => x.from.distanceMetres + x.to.distanceMetres - y.from.distanceMetres - y.to.distanceMetres)
  const [best] = pairs
  if (!best) return refuse('not-one-road')
  const { from, to } = best
  const { routeCode } = from
  const found = stretch(index, {
    ...{ kind: 'stretch', routeCode, side },
    ...{ fromMetres: from.chainageMetres, toMetres: to.chainageMetres },
  })
  if (!found.ok) return found
  // of a route drawn twice, or in parts that each begin at nought, a stake alone does not say where it stands
  const ends = endsOf(found.geometry)
  const strays = [from.at, to.at].some((at) => Math.min(...ends.map((end) => metresBetween(at, end))) > strayMetres)
  return strays ? refuse('stakes-unclear') : found
}

/** A tap's own foot and the stake read off it may lie apart by what drawings of one road differ (proposed). */
const strayMetres = 60

const endsOf = (geometry: ExtentGeometry): LngLat[] => {
  const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates
  return [lines[0]?.[0], lines.at(-1)?.at(-1)].flatMap((end) => (end ? [lngLatOfPosition(end)] : []))
}

const area = (index: PlaceIndex, ring: readonly LngLat[]): ExtentVerdict => {
  const verdict = drawnRing(ring.map(rounded))
  if (!verdict.ok) return verdict
  const { geometry, areaSquareMetres, bounds } = verdict
  const { at, inside } = spreadOver(geometry, bounds)
  const byZone = new Map<string | null, LngLat[]>()
  for (const place of inside) {
    const zoneId = index.zoneOn(place, null)
    byZone.set(zoneId, [...(byZone.get(zoneId) ?? []), place])
  }
  const parts = [...byZone].map(([zoneId, places]): ExtentPart => {
    const share = places.length / inside.length
    return {
      ...{ zoneId, runs: [], metres: null, share },
      ...{ squareMetres: Math.round(share * areaSquareMetres), at: nearestTo(middleOf(places), places) ?? at },
    }
  })
  const corners = geometry.coordinates[0]?.slice(0, -1) ?? []
  return {
    ...{ ok: true, measure: { kind: 'area', areaSquareMetres }, geometry, at: rounded(at) },
    asked: { kind: 'area', ring: corners.map(([lng = 0, lat = 0]): LngLat => [lng, lat]) },
    parts: parts.sort(greatestFirst),
  }
}

const micro = (degrees: number): number => Math.round(degrees * 1e6) / 1e6
const rounded = ([lng, lat]: LngLat): LngLat => [micro(lng), micro(lat)]
const middleOf = (places: readonly LngLat[]): LngLat => [
  places.reduce((sum, [lng]) => sum + lng, 0) / places.length,
  places.reduce((sum, [, lat]) => sum + lat, 0) / places.length,
]
const greatestFirst = (a: ExtentPart, b: ExtentPart): number =>
  b.share - a.share || ((a.zoneId ?? '~') < (b.zoneId ?? '~') ? -1 : 1)

/** So far apart a stretch is looked at; where two looks differ the border is sought between them. */
const lookEveryMetres = 10
/** What is shorter comes of drawings that do not quite meet, and goes to the run before it (proposed). */
const leastRunMetres = 5

const partsAlong = (
  { fromMetres, toMetres }: { readonly fromMetres: number; readonly toMetres: number },
  atStake: (chainageMetres: number) => LngLat,
  zoneAt: (place: LngLat) => string | null,
): ExtentPart[] => {
  // of each metre its middle: where two zones meet at a stake, the stake is where the second begins
  const zoneOf = (metre: number): string | null => zoneAt(atStake(metre + 0.5))
  const runs = [{ zoneId: zoneOf(fromMetres), from: fromMetres }]
  for (let at = fromMetres; at < toMetres - 1; ) {
    const next = at + lookEveryMetres < toMetres ? at + lookEveryMetres : toMetres - 1
    const [before, after] = [runs.at(-1)?.zoneId ?? null, zoneOf(next)]
    if (after !== before) {
      let [low, high] = [at, next]
      while (high - low > 1) {
        const middle = Math.floor((low + high) / 2)
        if (zoneOf(middle) === before) low = middle
        else high = middle
      }
      runs.push({ zoneId: after, from: high })
    }
    at = next
  }
  const long = runs
    .map((run, i) => ({ ...run, to: runs[i + 1]?.from ?? toMetres }))
    .filter(({ from, to }, i) => i === 0 || to - from >= leastRunMetres)
  const joined: { zoneId: string | null; from: number; to: number }[] = []
  for (const [i, run] of long.entries()) {
    const last = joined.at(-1)
    const to = long[i + 1]?.from ?? toMetres
    if (last?.zoneId === run.zoneId) joined[joined.length - 1] = { ...last, to }
    else joined.push({ ...run, to })
  }
  const parts = [...new Set(joined.map(({ zoneId }) => zoneId))].map((zoneId): ExtentPart => {
    const own = joined.filter((run) => run.zoneId === zoneId)
    const metres = own.reduce((sum, { from, to }) => sum + to - from, 0)
    const [longest = { from: fromMetres, to: toMetres }] = [...own].sort((a, b) => b.to - b.from - (a.to - a.from))
    return {
      ...{ zoneId, metres, squareMetres: null, share: metres / (toMetres - fromMetres) },
      runs: own.map(({ from, to }) => ({ fromMetres: from, toMetres: to })),
      at: rounded(atStake((longest.from + longest.to) / 2)),
    }
  })
  return parts.sort(greatestFirst)
}
