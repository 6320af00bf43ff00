import { createHash } from 'node:crypto'
import type { Actor } from '../domain/actor.ts'
import { dayOf } from '../domain/county-calendar.ts'
import { roadsThatFit } from '../domain/roads-that-fit.ts'
import { findCounty } from '../hazards/store.ts'
import type { World } from '../world.ts'
import { allRoads, allZones, type ChiefRow, chiefsOn, furnishingOf, placeList } from '../zones/store.ts'
import { chiefOf } from '../zones/zone-chiefs.ts'
import { areaOfActor } from './area-of-actor.ts'
import { divisionsElsewhere } from './divisions-elsewhere.ts'
import { groundAround } from './ground-around.ts'
import { type PackedBook, packBook } from './pack-book.ts'
import type { FieldBook } from './wire.ts'

/** Squads share an area, so that few books serve a whole county. */
const mostKept = 8
/** A township's lanes have a few thousand vertices; those of a whole county would be megabytes on a phone (proposed). */
const mostLaneVertices = 30_000

/** Counted up when a book holds more than one of the same ground did before, so that phones take it anew. */
const bookShape = 2

const kept = new WeakMap<World, Map<string, Promise<PackedBook>>>()

/** The ground somebody works on, packed; made once for each area until the county is furnished anew or a post changes hands. */
export const readFieldBook = async (world: World, actor: Actor): Promise<PackedBook> => {
  const { db, county } = world
  const { settings, timeZone } = await findCounty(db, county)
  const [furnishing, chiefs] = await Promise.all([
    furnishingOf(db, county),
    chiefsOn(db, county, dayOf(world.now(), timeZone), null),
  ])
  const area = areaOfActor(actor)
  const rest = JSON.stringify([bookShape, county, area, settings.nearbyMetres, furnishing.bounds, chiefs])
  const version = `${furnishing.version}-${createHash('sha256').update(rest).digest('hex').slice(0, 16)}`
  const books = kept.get(world) ?? new Map<string, Promise<PackedBook>>()
  kept.set(world, books)
  const known = books.get(version)
  if (known) return known
  const made = makeBook(world, actor, { ...furnishing, version, nearbyMetres: settings.nearbyMetres }, chiefs)
  books.set(version, made)
  made.catch(() => books.delete(version))
  for (const oldest of [...books.keys()].slice(0, Math.max(0, books.size - mostKept))) books.delete(oldest)
  return made
}

type Facts = Pick<FieldBook, 'version' | 'segmentMetres' | 'nearbyMetres' | 'bounds'>

const makeBook = async (world: World, actor: Actor, facts: Facts, chiefs: readonly ChiefRow[]): Promise<PackedBook> => {
  const { db, county } = world
  const [zones, roads, places] = await Promise.all([
    allZones(db, county),
    allRoads(db, county),
    placeList(db, county, null),
  ])
  const { areaCodes, touches, holds } = groundAround(county, areaOfActor(actor), zones)
  const chiefsByZone = Map.groupBy(chiefs, ({ zoneId }) => zoneId)
  const { version, segmentMetres, nearbyMetres, bounds } = facts
  const book: FieldBook = {
    ...{ version, asOf: world.now(), county, segmentMetres, nearbyMetres, bounds, areaCodes: [...areaCodes] },
    places: places
      .filter(
        ({ code, longitude, latitude }) =>
          areaCodes.some((own) => code.startsWith(own)) || holds([longitude, latitude]),
      )
      .map(({ code, kind, name, aliases, longitude, latitude }) => ({
        ...{ code, kind, name, aliases: [...aliases], longitude, latitude },
      })),
    zones: zones.filter(touches).map(({ county: _, ...zone }) => ({
      ...zone,
      chief: chiefOf(zone, chiefsByZone.get(zone.id) ?? []),
    })),
    roads: roadsThatFit(roads.filter(touches), mostLaneVertices).map(
      ({ id, routeCode, name, roadClass, lengthMetres, geometry }) => ({
        ...{ id, routeCode, name, roadClass, lengthMetres, geometry },
      }),
    ),
    elsewhere:
      areaCodes.length === 0
        ? []
        : divisionsElsewhere(areaCodes, zones, new Map(places.map(({ code, name }) => [code, name]))),
  }
  return packBook(`W/"book-${version}"`, book)
}
