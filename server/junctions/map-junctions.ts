import type { Actor } from '../domain/actor.ts'
import { dayOf } from '../domain/county-calendar.ts'
import { inspectionAge, recentSince } from '../domain/inspection-age.ts'
import { findCounty } from '../hazards/store.ts'
import type { World } from '../world.ts'
import { junctionReadersOnly } from './junction-gates.ts'
import { countInspections, pointsOfJunctions, stateOfRegister } from './store.ts'
import type { JunctionPoints } from './wire.ts'

/** Changes with the register, for those who may read it and, since "recent" does, with the day. */
export const mapJunctionsTag = async (world: World, actor: Actor, months: number): Promise<string> => {
  junctionReadersOnly(actor)
  const { timeZone } = await findCounty(world.db, world.county)
  const state = await stateOfRegister(world.db, world.county)
  const inspections = await countInspections(world.db, world.county)
  return `W/"junctions-${state}-${inspections}-${dayOf(world.now(), timeZone)}-${months}"`
}

/** Junctions in use as points, each with how long ago it was looked at. */
export const mapJunctions = async (world: World, actor: Actor, months: number): Promise<JunctionPoints> => {
  junctionReadersOnly(actor)
  const { db, county } = world
  const { timeZone } = await findCounty(db, county)
  const since = recentSince(world.now(), months, timeZone)
  const rows = await pointsOfJunctions(db, county)
  return {
    type: 'FeatureCollection',
    months,
    features: rows.map(({ id, name, arms, longitude, latitude, lastInspectedAt }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [rounded(longitude), rounded(latitude)] },
      properties: { id, name, arms, age: inspectionAge(lastInspectedAt, since) },
    })),
  }
}

const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5
