import type { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import type { World } from '../world.ts'
import { personOnWire, unitOnWire } from './answers.ts'
import { allPeople } from './people-store.ts'
import { allUnits } from './unit-store.ts'
import type { PeopleList } from './wire.ts'

/** Everybody of the county by name, unit and duty telephone; who has left is shown to administrators alone. */
export const listPeople = async (world: World, actor: Actor): Promise<z.infer<typeof PeopleList>> => {
  const keeps = actor.role === 'administrator'
  const rows = await allPeople(world.db, actor.county)
  return {
    people: rows.filter(({ active }) => active || keeps).map((row) => personOnWire(row, keeps)),
    units: (await allUnits(world.db, actor.county)).map(unitOnWire),
  }
}
