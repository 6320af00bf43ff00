import { hazardLine } from '../hazards/hazard-view.ts'
import { namesFor } from '../hazards/names.ts'
import type { HazardRow } from '../hazards/store.ts'
import type { World } from '../world.ts'
import { photoOfEach } from './store.ts'

/** Rows of hazards as lines for a list, each with its first scene photo and its place by name. */
export const linesOf = async (
  world: World,
  rows: readonly HazardRow[],
  { now, timeZone }: { now: string; timeZone: string },
) => {
  const county = world.county
  const photos = await photoOfEach(
    world.db,
    county,
    'scene',
    rows.map(({ id }) => id),
  )
  const names = await namesFor(world.db, county, {
    people: [],
    units: [],
    places: rows.flatMap(({ townshipCode, placeCode }) => [townshipCode, placeCode]),
  })
  return rows.map((row) => hazardLine(row, names, now, timeZone, photos.get(row.id) ?? null))
}
