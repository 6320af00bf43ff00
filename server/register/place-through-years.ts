import { type Actor, scopeOf } from '../domain/actor.ts'
import { boundsAround, type LngLat } from '../domain/distance.ts'
import { cellRangesOfBounds } from '../domain/morton.ts'
import { withinMetres } from '../domain/within-metres.ts'
import { findCounty } from '../hazards/store.ts'
import { hazardsInCells } from '../junctions/store.ts'
import type { World } from '../world.ts'
import { linesOf } from './lines.ts'
import { photoOfEach } from './store.ts'
import type { PlaceYears, PlaceYearsQuery } from './wire.ts'

const cellRanges = 16
/** More at one place are a county's whole history of a town; the earliest are left out and counted. */
const mostShown = 100

/** What was ever reported around a position within the asker's scope, in the order of time, each with its cure. */
export const placeThroughYears = async (
  world: World,
  actor: Actor,
  { lng, lat, metres: radiusMetres }: PlaceYearsQuery,
): Promise<PlaceYears> => {
  const { db } = world
  const here: LngLat = [lng, lat]
  const ranges = cellRangesOfBounds(boundsAround(here, radiusMetres), cellRanges)
  const near = withinMetres(await hazardsInCells(db, actor.county, scopeOf(actor), ranges), here, radiusMetres).sort(
    (a, b) => a.row.reportedAt.localeCompare(b.row.reportedAt) || a.row.id.localeCompare(b.row.id),
  )
  const shown = near.slice(-mostShown)
  const rows = shown.map(({ row }) => row)
  const now = world.now()
  const { timeZone } = await findCounty(db, actor.county)
  const [lines, afters] = await Promise.all([
    linesOf(world, rows, { now, timeZone }),
    photoOfEach(
      db,
      actor.county,
      'after',
      rows.map(({ id }) => id),
    ),
  ])
  const lineOf = new Map(lines.map((line) => [line.id, line]))
  return {
    asOf: now,
    hazards: shown.flatMap(({ row, metres }) => {
      const hazard = lineOf.get(row.id)
      const afterSha256 = afters.get(row.id) ?? null
      return hazard ? [{ hazard, metres: Math.round(metres), afterSha256, relapse: row.relapseOfId !== null }] : []
    }),
    more: near.length - shown.length,
  }
}
