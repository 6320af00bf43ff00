import { type Actor, inScope, scopeOf } from '../domain/actor.ts'
import { boundsAround, type LngLat } from '../domain/distance.ts'
import { cellRangesOfBounds } from '../domain/morton.ts'
import { withinMetres } from '../domain/within-metres.ts'
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
  const near = withinMetres(await openHazardsInCells(db, actor.county, scopeOf(actor), ranges), here, metres)
    .filter(({ row }) => row.id !== id)
    .sort((a, b) => a.metres - b.metres || a.row.id.localeCompare(b.row.id))
    .slice(0, mostNearby)
  const rows = await hazardsOf(
    db,
    actor.county,
    near.map(({ row }) => row.id),
  )
  const county = await findCounty(db, actor.county)
  const lines = await linesOf(world, rows, { now: world.now(), timeZone: county.timeZone })
  const byId = new Map(lines.map((line) => [line.id, line]))
  return {
    hazards: near.flatMap((one) => {
      const line = byId.get(one.row.id)
      return line ? [{ ...line, metres: Math.round(one.metres) }] : []
    }),
  }
}
