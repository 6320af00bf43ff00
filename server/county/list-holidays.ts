import { findCounty } from '../hazards/store.ts'
import type { World } from '../world.ts'
import { holidaysIn } from './store.ts'
import type { HolidayTable } from './wire.ts'

/** One year's table, with the version a change of it is to be decided on. */
export const listHolidays = async (world: World, year: number): Promise<HolidayTable> => {
  const { version } = await findCounty(world.db, world.county)
  return { year, version, days: await holidaysIn(world.db, world.county, year) }
}
