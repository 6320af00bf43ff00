import { createHash } from 'node:crypto'
import { type Actor, scopeOf } from '../domain/actor.ts'
import { type Day, dayOf } from '../domain/county-calendar.ts'
import { colourOf } from '../domain/warning-colour.ts'
import { timeZoneOf } from '../people/time-zone.ts'
import { filterInScope } from '../register/filter-in-scope.ts'
import type { RegisterFilter } from '../register/wire.ts'
import type { World } from '../world.ts'
import { countHazardPoints, hazardPoints, lastSeq, type PointRow } from './store.ts'
import type { HazardPoint, HazardPoints } from './wire.ts'

/** More than a phone can draw; beyond it the latest are sent and the answer says how many there are. */
export const mostPoints = 20_000

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
  return {
    type: 'FeatureCollection',
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
