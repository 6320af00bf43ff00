import type { Instant } from '../domain/county-calendar.ts'
import type { ExtentTried } from '../domain/hazard-extent.ts'
import { type ExtentFound, measureExtent } from '../domain/measure-extent.ts'
import { Problem } from '../http/problem.ts'
import type { World } from '../world.ts'
import { placeIndexOf } from '../zones/place-index.ts'
import { whereItLies } from './place-columns.ts'
import { findCounty } from './store.ts'
import type { Position } from './wire.ts'

/** What was drawn or typed, measured on the county's map; `invalid` with the reason where it cannot be taken. */
export const extentOf = async (world: World, county: string, tried: ExtentTried): Promise<ExtentFound> => {
  const { bounds } = await findCounty(world.db, county)
  const verdict = measureExtent(await placeIndexOf(world), bounds, tried)
  if (!verdict.ok) throw new Problem('invalid', { fields: [{ pointer: '/extent', fault: verdict.because }] })
  return verdict
}

/**
 * The hazard's position and whereabouts by its extent: the position that stands for it, and of a stretch its own road
 * with the stake of its middle, whatever other road may be nearer to that spot.
 */
export const whereExtentLies = async (world: World, county: string, found: ExtentFound, at: Instant) => {
  const [longitude, latitude] = found.at
  const position: Position = { longitude, latitude, accuracyMetres: null, source: 'pin', at }
  const where = { ...(await whereItLies(world, county, position, null)), extent: found.measure }
  if (found.measure.kind === 'area') return { position, where }
  const { routeCode, fromMetres, toMetres } = found.measure
  const index = await placeIndexOf(world)
  const roadClass = index.routeNamed(routeCode)?.roadClass ?? null
  const chainageMetres = Math.floor((fromMetres + toMetres) / 2)
  const zoneId = index.zoneOn(found.at, routeCode)
  return { position, where: { ...where, routeCode, roadClass, chainageMetres, zoneId } }
}
