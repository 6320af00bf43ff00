import { createHash } from 'node:crypto'
import { type Actor, scopeOf } from '../domain/actor.ts'
import { type Day, dayOf } from '../domain/county-calendar.ts'
import { colourOf } from '../domain/warning-colour.ts'
import { timeZoneOf } from '../people/time-zone.ts'
import { filterInScope } from '../register/filter-in-scope.ts'
import type { RegisterFilter } from '../register/wire.ts'
import type { World } from '../world.ts'
import { countHazardPoints, hazardDrawings, hazardPoints, lastSeq, type PointRow } from './store.ts'
import type { HazardDrawing, HazardPoint, HazardPoints } from './wire.ts'

/** More than a phone can draw; beyond it the latest are sent and the answer says how many there are. */
export const mostPoints = 20_000
const mostDrawings = 2000

/** Hazards with a position that the asker may see, by the register's own filter. */
export const mapHazards = async (
  world: World,
  actor: Actor,
  filter: RegisterFilter,
  most: number = mostPoints,
): Promise<HazardPoints> => {
  const { db, county } = world
  const { conditions, now, timeZone } = await filterInScope(world, actor, filter)
  const today = dayOf(now, timeZone)
  const found = await hazardPoints(db, county, conditions, today, most + 1)
  const truncated = found.length > most
  const drawn = await hazardDrawings(db, county, conditions, today, mostDrawings)
  const among = new Set(found.slice(0, most).map(({ id }) => id))
  return {
    type: 'FeatureCollection',
    extents: drawn.filter(({ id }) => among.has(id)).map((row) => drawingOnMap(row, today)),
    features: found.slice(0, most).flatMap((row) => pointOnMap(row, today)),
    count: truncated ? await countHazardPoints(db, county, conditions) : found.length,
    truncated,
    asOf: now,
  }
}

/**
 * Changes with the journal, with the day (deadlines pass, watches end), and from one asker to the next: two people
 * at one desk never see each other's map out of the browser's store.
 */
export const mapHazardsTag = async (world: World, actor: Actor): Promise<string> => {
  const { db, county } = world
  const [seq, timeZone] = await Promise.all([lastSeq(db, county), timeZoneOf(db, county)])
  const who = JSON.stringify([county, dayOf(world.now(), timeZone), actor.id, actor.role, scopeOf(actor)])
  return `W/"hazards-${seq}-${createHash('sha256').update(who).digest('hex').slice(0, 16)}"`
}

const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5

type DrawingRow = Awaited<ReturnType<typeof hazardDrawings>>[number]

const drawingOnMap = (row: DrawingRow, today: Day): HazardDrawing => ({
  type: 'Feature',
  geometry: roundedLine(row.geometry),
  properties: { id: row.id, colour: colourOf(row, today), overdue: row.overdue },
})

const roundedLine = (geometry: DrawingRow['geometry']): HazardDrawing['geometry'] => {
  const line = (positions: readonly number[][]): number[][] => positions.map((position) => position.map(rounded))
  switch (geometry.type) {
    case 'LineString':
      return { type: 'LineString', coordinates: line(geometry.coordinates) }
    case 'MultiLineString':
      return { type: 'MultiLineString', coordinates: geometry.coordinates.map(line) }
    case 'Polygon':
      return { type: 'Polygon', coordinates: geometry.coordinates.map(line) }
  }
}

const pointOnMap = (row: PointRow, today: Day): HazardPoint[] => {
  const { id, registerNumber, shortCode, stage, setAside, severity, overdue, code, dueOn } = row
  const { placeCode, routeCode, longitude, latitude } = row
  if (longitude === null || latitude === null) return []
  const number = registerNumber ?? shortCode
  return [
    {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [rounded(longitude), rounded(latitude)] },
      properties: {
        ...{ id, number, stage, setAside, severity, colour: colourOf(row, today), overdue },
        ...{ code, dueOn, placeCode, routeCode },
      },
    },
  ]
}
