import { Problem } from '../http/problem.ts'
import type { World } from '../world.ts'
import { findUnit, type Unit } from './unit-store.ts'

export const readUnit = async (world: World, id: string): Promise<Unit> => {
  const unit = await findUnit(world.db, world.county, id)
  if (!unit) throw new Problem('not-there')
  return unit
}
