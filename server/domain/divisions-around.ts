import type { Geometry } from 'geojson'
import type { LngLat } from './distance.ts'
import { drawnLineOf, placesAlong } from './drawn-line.ts'
import { runsOf } from './geometry-runs.ts'

/** Division codes of a place and of those it lies in: village, township, county, as many as its code names; finest first. */
export const divisionsAround = (placeCode: string): string[] =>
  [12, 9, 6].filter((digits) => digits <= placeCode.length).map((digits) => placeCode.slice(0, digits))

/** So close together a line is looked at, in metres; a long one at no more places than these. */
const lookEveryMetres = 10
const mostLooks = 500
/** What is shorter comes of drawings that do not quite meet (proposed). */
const leastMetres = 20

/**
 * Codes of the townships that a line (WGS-84 degrees), or an area's outline, runs through, in the order it comes to
 * them; one that it only touches is none of them. `townshipAt` says which township holds a place, null where none does.
 * RangeError on a geometry without a line or on what is no position.
 */
export const townshipsAlong = (townshipAt: (lngLat: LngLat) => string | null, geometry: Geometry): string[] => {
  const { edges, lengthMetres } = drawnLineOf({ type: 'MultiLineString', coordinates: [...runsOf(geometry)] })
  const everyMetres = Math.max(lookEveryMetres, lengthMetres / mostLooks)
  const metresIn = new Map<string, number>()
  for (const edge of edges) {
    const places = placesAlong(edge, everyMetres)
    for (const [i, [lng, lat]] of places.entries()) {
      const next = places[i + 1]
      const code = next && townshipAt([(lng + next[0]) / 2, (lat + next[1]) / 2])
      if (code) metresIn.set(code, (metresIn.get(code) ?? 0) + edge.lengthMetres / (places.length - 1))
    }
  }
  const least = Math.min(leastMetres, lengthMetres / 3)
  return [...metresIn].flatMap(([code, metres]) => (metres >= least ? [code] : []))
}
