import { type Actor, scopeOf } from '../domain/actor.ts'
import { dayOf } from '../domain/county-calendar.ts'
import { judgePosition } from '../domain/datum.ts'
import { boundsAround, type LngLat, wholeEarth } from '../domain/distance.ts'
import { cellRangesOfBounds } from '../domain/morton.ts'
import { colourOf } from '../domain/warning-colour.ts'
import { withinMetres } from '../domain/within-metres.ts'
import { findCounty } from '../hazards/store.ts'
import { Problem } from '../http/problem.ts'
import { photoOfEach } from '../register/store.ts'
import type { World } from '../world.ts'
import { placeIndexOf } from './place-index.ts'
import { chiefsOn, findZone, openHazardsInCells, placeNames, routeName } from './store.ts'
import type { NearbyHazard, PlaceHere } from './wire.ts'
import { chiefOf } from './zone-chiefs.ts'

const cellRanges = 8
const mostNearby = 20

/**
 * Everything a position fills in by itself: place, road, stake mark, chief, and the open hazards known near it. The
 * point of a division fills in no road.
 */
export const placeAt = async (
  world: World,
  actor: Actor,
  lngLat: LngLat,
  ofDivision: string | null,
): Promise<PlaceHere> => {
  const { db, county } = world
  const { bounds, settings, timeZone } = await findCounty(db, county)
  const verdict = judgePosition(lngLat, bounds ?? wholeEarth)
  if (!verdict.ok) throw new Problem('impossible-position', { fields: [{ pointer: '/lng', fault: verdict.because }] })
  const today = dayOf(world.now(), timeZone)
  const index = await placeIndexOf(world)
  const located = ofDivision === null ? index.locate(lngLat) : index.locateDivision(ofDivision)
  const { placeCode, townshipCode, villageCode, routeCode, zoneId } = located
  const [names, nameOfRoute, zone, nearby] = await Promise.all([
    placeNames(
      db,
      county,
      [townshipCode, villageCode].filter((code) => code !== null),
    ),
    routeCode === null ? null : routeName(db, county, routeCode),
    zoneId === null ? null : zoneHere(world, zoneId, today),
    openNearby(world, actor, lngLat, settings.nearbyMetres, today),
  ])
  const nameOf = (code: string | null): string | null => (code === null ? null : (names.get(code) ?? null))
  return {
    placeCode,
    townshipCode,
    townshipName: nameOf(townshipCode),
    villageCode,
    villageName: nameOf(villageCode),
    outsideCounty: located.outsideCounty || verdict.outsideCounty,
    routeCode,
    routeName: nameOfRoute ?? located.roadName,
    roadClass: located.roadClass,
    chainageMetres: located.chainageMetres,
    roadDistanceMetres: located.roadDistanceMetres,
    zone,
    otherZoneIds: [...located.otherZoneIds],
    nearby,
  }
}

const zoneHere = async ({ db, county }: World, id: string, today: string): Promise<PlaceHere['zone']> => {
  const [zone, chiefs] = await Promise.all([findZone(db, county, id), chiefsOn(db, county, today, [id])])
  if (!zone) return null
  const { shape, level, name, placeCode, routeCode, invented } = zone
  return { id, shape, level, name, placeCode, routeCode, invented, chief: chiefOf(zone, chiefs) }
}

const openNearby = async (
  { db, county }: World,
  actor: Actor,
  lngLat: LngLat,
  radiusMetres: number,
  today: string,
): Promise<NearbyHazard[]> => {
  const ranges = cellRangesOfBounds(boundsAround(lngLat, radiusMetres), cellRanges)
  const candidates = await openHazardsInCells(db, county, scopeOf(actor), ranges)
  const near = withinMetres(candidates, lngLat, radiusMetres)
    .sort((a, b) => a.metres - b.metres || (a.row.id < b.row.id ? -1 : 1))
    .slice(0, mostNearby)
  const photos = await photoOfEach(
    db,
    county,
    'scene',
    near.map(({ row }) => row.id),
  )
  return near.map(({ row: hazard, metres }) => ({
    id: hazard.id,
    shortCode: hazard.shortCode,
    registerNumber: hazard.registerNumber,
    code: hazard.code,
    stage: hazard.stage,
    severity: hazard.severity,
    colour: colourOf(hazard, today),
    distanceMetres: Math.round(metres),
    photoSha256: photos.get(hazard.id) ?? null,
  }))
}
