import { type Actor, inScope, scopeOf } from '../domain/actor.ts'
import { boundsAround, type LngLat, metresBetween } from '../domain/distance.ts'
import { cellRangesOfBounds } from '../domain/morton.ts'
import { Problem } from '../http/problem.ts'
import { linesOf } from '../register/lines.ts'
import type { World } from '../world.ts'
import { openHazardsInCells } from '../zones/store.ts'
import type { NearbyHazards } from './answers.ts'
import { findCounty, hazardsOf, openCase, whereaboutsOf } from './store.ts'

const cellRanges = 16
const mostNearby = 20

/** Open hazards around one, within the asker's own scope, nearest first; none where its position is not known. */
export const listNearby = async (world: World, actor: Actor, id: string, metres: number): Promise<NearbyHazards> => {
  const { db } = world
  const found = await openCase(db, actor.county, id)
  if (!found || !inScope(scopeOf(actor), whereaboutsOf(found))) throw new Problem('not-there')
  const { longitude, latitude } = found.hazard
  if (longitude === null || latitude === null) return { hazards: [] }
  const here: LngLat = [longitude, latitude]
  const ranges = cellRangesOfBounds(boundsAround(here, metres), cellRanges)
  const near = (await openHazardsInCells(db, actor.county, scopeOf(actor), ranges))
    .flatMap((one) =>
      one.longitude === null || one.latitude === null || one.id === id
        ? []
        : [{ id: one.id, metres: metresBetween(here, [one.longitude, one.latitude]) }],
    )
    .filter((one) => one.metres <= metres)
    .sort((a, b) => a.metres - b.metres || a.id.localeCompare(b.id))
    .slice(0, mostNearby)
  const rows = await hazardsOf(
    db,
    actor.county,
    near.map((one) => one.id),
  )
  const county = await findCounty(db, actor.county)
  const lines = await linesOf(world, rows, { now: world.now(), timeZone: county.timeZone })
  const byId = new Map(lines.map((line) => [line.id, line]))
  return {
    hazards: near.flatMap((one) => {
      const line = byId.get(one.id)
      return line ? [{ ...line, metres: Math.round(one.metres) }] : []
    }),
  }
}
