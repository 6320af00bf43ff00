import { boundsMeet, boundsOf } from '../domain/bounds.ts'
import { type Bounds, boundsAround, type LngLat } from '../domain/distance.ts'
import { townshipsAlong } from '../domain/divisions-around.ts'
import { drawnLineOf, type Edge, placesAlong } from '../domain/drawn-line.ts'
import { positionsOf, runsOf } from '../domain/geometry-runs.ts'
import type { DrawnZone } from '../domain/place-index.ts'
import { indexZones, type Zone } from '../domain/zone-of-point.ts'
import type { FieldArea } from './area-of-actor.ts'

/** So far beyond the own border a phone still knows where it is. */
export const marginMetres = 500

type Geometry = DrawnZone['geometry']
type Shape = Pick<DrawnZone, 'id' | 'geometry'>

export interface Around {
  /** Divisions covered whole; empty means the county. */
  readonly areaCodes: readonly string[]
  readonly touches: (shape: Shape) => boolean
  readonly holds: (lngLat: LngLat) => boolean
}

const everywhere: Around = { areaCodes: [], touches: () => true, holds: () => true }

/** What lies in an area or close to it. An area that is not drawn cannot be told from the rest: the county, then. */
export const groundAround = (county: string, area: FieldArea, zones: readonly DrawnZone[]): Around => {
  const codes = [...new Set([...area.areaCodes, ...townshipsOf(area.zoneIds, zones)])].sort()
  const own = zones.filter(({ shape, placeCode }) => shape === 'area' && codes.includes(placeCode))
  const drawn = new Set(own.map(({ placeCode }) => placeCode))
  if (codes.length === 0 || codes.includes(county) || codes.some((code) => !drawn.has(code))) return everywhere
  const index = indexZones(own.flatMap((zone) => [...asArea(zone), asOutline(zone)]))
  const holds = (lngLat: LngLat): boolean =>
    index.areasContaining(lngLat).length > 0 || index.nearestSegments(lngLat, marginMetres).length > 0
  const boxes = own.flatMap(({ geometry }) => {
    const box = boundsOf(positionsOf(geometry))
    return box === null ? [] : [widened(box)]
  })
  const corners = own.flatMap(({ geometry }) => edgesOf(geometry).map(({ from }) => from))
  return {
    areaCodes: codes,
    holds,
    touches: (shape) => {
      const box = boundsOf(positionsOf(shape.geometry))
      if (box === null || !boxes.some((one) => boundsMeet(one, box))) return false
      if (edgesOf(shape.geometry).some((edge) => lookAlong(edge).some(holds))) return true
      // an area that holds the own one whole has no edge near it
      const whole = indexZones(asArea(shape))
      return corners.some((corner) => whole.areasContaining(corner).length > 0)
    },
  }
}

/** The townships that zones along roads run through. */
const townshipsOf = (zoneIds: readonly string[], zones: readonly DrawnZone[]): string[] => {
  const lines = zones.filter(({ id, shape }) => shape === 'segment' && zoneIds.includes(id))
  if (lines.length === 0) return []
  const townships = zones.filter(({ shape, placeCode }) => shape === 'area' && placeCode.length === 9)
  const codeOf = new Map(townships.map(({ id, placeCode }) => [id, placeCode]))
  const index = indexZones(townships.flatMap(asArea))
  const townshipAt = (place: LngLat): string | null => codeOf.get(index.areasContaining(place)[0] ?? '') ?? null
  return lines.flatMap(({ geometry }) => townshipsAlong(townshipAt, geometry))
}

const asArea = ({ id: zoneId, geometry }: Shape): Zone[] =>
  geometry.type === 'Polygon' || geometry.type === 'MultiPolygon' ? [{ zoneId, shape: 'area', geometry }] : []

const asOutline = ({ id, geometry }: Shape): Zone => ({
  zoneId: `outline of ${id}`,
  shape: 'segment',
  geometry: { type: 'MultiLineString', coordinates: [...runsOf(geometry)] },
})

const edgesOf = (geometry: Geometry): readonly Edge[] =>
  drawnLineOf({ type: 'MultiLineString', coordinates: [...runsOf(geometry)] }).edges

/** Places on an edge so close together that none of it comes near unseen. */
const lookAlong = (edge: Edge): LngLat[] => placesAlong(edge, marginMetres)

const widened = ({ west, south, east, north }: Bounds): Bounds => ({
  west: boundsAround([west, north], marginMetres).west,
  south: boundsAround([west, south], marginMetres).south,
  east: boundsAround([east, north], marginMetres).east,
  north: boundsAround([east, north], marginMetres).north,
})
