import { isWithin } from '../../server/domain/bounds.ts'
import { boundsAround, type LngLat, metresBetween } from '../../server/domain/distance.ts'
import { makePlaceIndex, type PlaceIndex } from '../../server/domain/place-index.ts'
import { indexZones } from '../../server/domain/zone-of-point.ts'
import type { BookDivision, BookHazard, BookZone, FieldBook } from '../../server/field-book/wire.ts'
import type { NearbyHazard, PlaceHere } from '../../server/zones/wire.ts'

/** The ground of the field book, ready to be asked. */
export interface Ground {
  readonly book: FieldBook
  /** Put in order when it is first asked: most who keep a book never stand anywhere, and a whole county is work. */
  readonly index: PlaceIndex
  /** Whether the book knows the ground at a position, so that its word is the server's. */
  readonly covers: (lngLat: LngLat) => boolean
  /** Divisions beyond that ground which hold a position, the finest first; nothing else is known there. */
  readonly elsewhere: (lngLat: LngLat) => readonly BookDivision[]
  readonly placeNames: ReadonlyMap<string, string>
  readonly routeNames: ReadonlyMap<string, string>
  readonly zones: ReadonlyMap<string, BookZone>
}

export const groundOf = (book: FieldBook): Ground => {
  const { county, areaCodes, bounds } = book
  const own = book.zones.filter(({ shape, placeCode }) => shape === 'area' && areaCodes.includes(placeCode))
  const areas = indexZones(
    own.flatMap(({ id: zoneId, geometry }) =>
      geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
        ? [{ zoneId, shape: 'area', geometry } as const]
        : [],
    ),
  )
  const others = book.elsewhere ?? []
  const outlines = indexZones(
    others.map(({ geometry }, at) => ({ zoneId: String(at), shape: 'area', geometry }) as const),
  )
  let index: PlaceIndex | null = null
  const routeNames = new Map<string, string>()
  // the first road of a route gives it its name, as on the server
  for (const { routeCode, name } of book.roads)
    if (routeCode !== null && !routeNames.has(routeCode)) routeNames.set(routeCode, name)
  return {
    book,
    get index() {
      index ??= makePlaceIndex(county, book, book.zones, book.roads)
      return index
    },
    covers: (lngLat) =>
      areaCodes.length === 0 ? bounds === null || isWithin(lngLat, bounds) : areas.areasContaining(lngLat).length > 0,
    elsewhere: (lngLat) =>
      outlines
        .areasContaining(lngLat)
        .flatMap((at) => others[Number(at)] ?? [])
        .sort((a, b) => b.code.length - a.code.length),
    placeNames: new Map(book.places.map(({ code, name }) => [code, name])),
    routeNames,
    zones: new Map(book.zones.map((zone) => [zone.id, zone])),
  }
}

const mostNearby = 20

/** Open hazards within a radius, nearest first, as `GET /api/places/at` has them. */
export const nearbyOf = (hazards: readonly BookHazard[], here: LngLat, radiusMetres: number): NearbyHazard[] => {
  const box = boundsAround(here, radiusMetres)
  return hazards
    .flatMap((hazard) =>
      hazard.lngLat !== null && isWithin(hazard.lngLat, box)
        ? [{ hazard, metres: metresBetween(here, hazard.lngLat) }]
        : [],
    )
    .filter(({ metres }) => metres <= radiusMetres)
    .sort((a, b) => a.metres - b.metres || (a.hazard.id < b.hazard.id ? -1 : 1))
    .slice(0, mostNearby)
    .map(({ hazard: { id, shortCode, registerNumber, code, stage, severity, colour, photoSha256 }, metres }) => ({
      ...{ id, shortCode, registerNumber, code, stage, severity, colour, photoSha256 },
      distanceMetres: Math.round(metres),
    }))
}

/** Everything a position fills in by itself, in the shape and by the rules of `GET /api/places/at`. */
export const placeHere = (
  ground: Ground,
  hazards: readonly BookHazard[],
  lngLat: LngLat,
  ofDivision: string | null = null,
): PlaceHere => {
  const { book, index, placeNames, routeNames, zones } = ground
  const { roadClass, roadName, chainageMetres, roadDistanceMetres, otherZoneIds, ...located } =
    ofDivision === null ? index.locate(lngLat) : index.locateDivision(ofDivision)
  const { placeCode, townshipCode, villageCode, routeCode, zoneId } = located
  const nameOf = (code: string | null): string | null => (code === null ? null : (placeNames.get(code) ?? null))
  const zone = zoneId === null ? undefined : zones.get(zoneId)
  return {
    ...{ placeCode, townshipCode, townshipName: nameOf(townshipCode), villageCode, villageName: nameOf(villageCode) },
    outsideCounty: located.outsideCounty || (book.bounds !== null && !isWithin(lngLat, book.bounds)),
    ...{ routeCode, routeName: routeCode === null ? roadName : (routeNames.get(routeCode) ?? null) },
    ...{ roadClass, chainageMetres, roadDistanceMetres },
    zone: zone === undefined ? null : zoneOf(zone),
    otherZoneIds: [...otherZoneIds],
    nearby: nearbyOf(hazards, lngLat, book.nearbyMetres),
  }
}

/**
 * What is known without a signal where the book does not cover a position: township and village by their outlines, and
 * no road, for none is aboard. Null outside all of them.
 */
export const placeElsewhere = (
  { book, elsewhere }: Ground,
  hazards: readonly BookHazard[],
  lngLat: LngLat,
): PlaceHere | null => {
  const found = elsewhere(lngLat)
  const [finest] = found
  if (finest === undefined) return null
  const township = found.find(({ code }) => code.length === 9) ?? null
  const village = found.find(({ code }) => code.length === 12) ?? null
  return {
    ...{ placeCode: finest.code, townshipCode: finest.code.slice(0, 9), townshipName: township?.name ?? null },
    ...{ villageCode: village?.code ?? null, villageName: village?.name ?? null, outsideCounty: false },
    ...{ routeCode: null, routeName: null, roadClass: null, chainageMetres: null, roadDistanceMetres: null },
    ...{ zone: null, otherZoneIds: [], nearby: nearbyOf(hazards, lngLat, book.nearbyMetres) },
  }
}

const zoneOf = (zone: BookZone): PlaceHere['zone'] => {
  const { id, shape, level, name, placeCode, routeCode, invented, chief } = zone
  return { id, shape, level, name, placeCode, routeCode, invented, chief }
}
