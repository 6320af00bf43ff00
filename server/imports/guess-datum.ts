import type { Geometry, MultiLineString, Position } from 'geojson'
import { convertDatum, type Datum, datums } from '../domain/datum.ts'
import { type LngLat, metresPerDegree, radiansPerDegree } from '../domain/distance.ts'
import { positionsOf, runsOf } from '../domain/geometry-runs.ts'
import { normaliseRouteCode } from '../domain/route-code.ts'
import { indexZones, type ZoneIndex } from '../domain/zone-of-point.ts'
import type { KnownCounty } from './known-county.ts'
import type { PlaceNames } from './place-names.ts'
import type { DatumGuess } from './wire.ts'

/** A row as far as it can be compared: where it lies in degrees of an unknown datum, and what it is called. */
export interface Comparable {
  readonly geometry: Geometry
  readonly code: string | null
  readonly name: string | null
  readonly route: string | null
}

const mostSamples = 400
const lookMetres = 2_500

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

const lngLatOf = ([lng = 0, lat = 0]: Position): LngLat => [lng, lat]

/** So many of them, taken evenly from all. */
const some = <T>(all: readonly T[], most: number): readonly T[] => {
  const step = Math.max(1, all.length / most)
  return Array.from({ length: Math.min(most, all.length) }, (_, i) => all[Math.floor(i * step)]).flatMap((one) =>
    one === undefined ? [] : [one],
  )
}

interface Comparison {
  readonly basis: DatumGuess['basis']
  readonly compared: number
  /** Metres between the file and what is known, the file read in this datum. */
  readonly off: (datum: Datum) => number
}

/** Places of the same code or name: their common shift, not their distances, for every seat is put a little elsewhere. */
const byPlaces = (rows: readonly Comparable[], names: PlaceNames): Comparison => {
  const pairs = rows.flatMap(({ geometry, code, name }) => {
    if (geometry.type !== 'Point') return []
    const known = names.find({ code, name, kind: null })
    return known ? [{ at: lngLatOf(geometry.coordinates), known }] : []
  })
  const off = (datum: Datum): number => {
    const shifts = pairs.map(({ at, known }) => {
      const [lng, lat] = convertDatum(at, datum, 'wgs84')
      const east = metresPerDegree * Math.cos(known.latitude * radiansPerDegree)
      return [(lng - known.longitude) * east, (lat - known.latitude) * metresPerDegree] as const
    })
    return Math.hypot(median(shifts.map(([east]) => east)), median(shifts.map(([, north]) => north)))
  }
  return { basis: 'places', compared: pairs.length, off }
}

interface Sample {
  readonly at: LngLat
  /** The line to compare it with; null for the nearest. */
  readonly id: string | null
}

const nothing: Comparison = { basis: 'none', compared: 0, off: () => Number.NaN }

const nearness = (basis: DatumGuess['basis'], samples: readonly Sample[], index: ZoneIndex): Comparison => ({
  basis,
  compared: samples.length,
  off: (datum) =>
    median(
      samples.map(({ at, id }) => {
        const near = index.nearestSegments(convertDatum(at, datum, 'wgs84'), lookMetres)
        const found = id === null ? near[0] : near.find(({ zoneId }) => zoneId === id)
        return found?.distanceMetres ?? lookMetres
      }),
    ),
})

/** Outlines of areas of the same code. */
const byOutlines = (rows: readonly Comparable[], { zones }: KnownCounty): Comparison => {
  const known = new Map(
    zones.flatMap(({ placeCode, shape, geometry }) => {
      if (shape !== 'area' || (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon')) return []
      const outline: MultiLineString = { type: 'MultiLineString', coordinates: [...runsOf(geometry)] }
      return [[placeCode, outline] as const]
    }),
  )
  const samples = rows.flatMap(({ geometry, code }) =>
    code !== null && known.has(code) && geometry.type.endsWith('Polygon')
      ? some(positionsOf(geometry), 60).map((position) => ({ at: lngLatOf(position), id: code }))
      : [],
  )
  const index = indexZones([...known].map(([zoneId, geometry]) => ({ zoneId, shape: 'segment', geometry }) as const))
  return nearness('outlines', some(samples, mostSamples), index)
}

/** Positions on lines of known route codes; with fewer, whichever road is nearest is taken for the same one. */
const leastNamed = 10

/** Lines near known roads, those of the same route code where there are any. */
const byRoads = (rows: readonly Comparable[], { roads }: KnownCounty): Comparison => {
  if (roads.length === 0) return nothing
  const lines = rows.filter(({ geometry }) => geometry.type.endsWith('LineString'))
  const byRoute = Map.groupBy(roads, ({ routeCode }) =>
    // no code of a file is ever in small letters
    routeCode === null ? 'unnumbered' : normaliseRouteCode(routeCode),
  )
  const index = indexZones(
    [...byRoute].map(([zoneId, ones]) => {
      const coordinates = ones.map(({ geometry }) => geometry.coordinates)
      return { zoneId, shape: 'segment', geometry: { type: 'MultiLineString', coordinates } } as const
    }),
  )
  const named: Sample[] = lines.flatMap(({ geometry, route }) => {
    const id = route === null ? null : normaliseRouteCode(route)
    return id !== null && byRoute.has(id) ? some(positionsOf(geometry), 20).map((at) => ({ at: lngLatOf(at), id })) : []
  })
  const nearest = (): Sample[] =>
    lines.flatMap(({ geometry }) => some(positionsOf(geometry), 5).map((at) => ({ at: lngLatOf(at), id: null })))
  return nearness('roads', some(named.length >= leastNamed ? named : nearest(), mostSamples), index)
}

/** Fewer than this many and chance decides. */
const leastCompared = 3

const rounded = (value: number): number | null => (Number.isFinite(value) ? Math.round(value) : null)

/**
 * Which datum a file is in, by comparing it with what the county has. GCJ-02 lies 500 to 650 m to the south-east of
 * WGS-84, BD-09 about a kilometre; read in the right one the file lies on what is known.
 */
export const guessDatum = (
  rows: readonly Comparable[],
  known: KnownCounty,
  names: PlaceNames,
  said: Datum | null,
): DatumGuess => {
  const looks = [byPlaces(rows, names), byOutlines(rows, known), byRoads(rows, known)]
  const best = looks.find(({ compared }) => compared >= leastCompared) ?? nothing
  const off = { wgs84: best.off('wgs84'), gcj02: best.off('gcj02'), bd09: best.off('bd09') }
  const [first = 'wgs84', second = 'gcj02'] = [...datums].sort((a, b) => off[a] - off[b])
  const offByMetres = { wgs84: rounded(off.wgs84), gcj02: rounded(off.gcj02), bd09: rounded(off.bd09) }
  const told = { offByMetres, compared: best.compared }
  const apart = off[second] - off[first]
  if (off[first] < 150 && apart > 200) return { datum: first, sure: 'sure', basis: best.basis, ...told }
  if (apart > 100 && off[second] > off[first] * 1.8) return { datum: first, sure: 'likely', basis: best.basis, ...told }
  if (said !== null) return { datum: said, sure: 'likely', basis: 'said', ...told }
  return { datum: 'wgs84', sure: 'unsure', basis: best.basis, ...told }
}
