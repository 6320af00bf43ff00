import type { Db } from '../../db/unit-of-work.ts'
import { namesFor } from '../hazards/names.ts'
import { countJunctions, junctionsOfPlan, type PlanRow } from './store.ts'
import type { Plan } from './wire.ts'

/** Plans with how far they are: junctions looked at, by whomever. Nobody is followed and nobody is ranked. */
export const plansOnWire = async (db: Db, county: string, rows: readonly PlanRow[]): Promise<Plan[]> => {
  const names = await namesFor(db, county, {
    people: [],
    units: rows.map(({ unitId }) => unitId),
    places: rows.flatMap(({ townshipCodes }) => townshipCodes),
  })
  return Promise.all(
    rows.map(async (row): Promise<Plan> => {
      const { id, name, fromOn, untilOn, madeAt, endedAt, endedBecause } = row
      return {
        ...{ id, name, fromOn, untilOn, madeAt, endedAt, endedBecause, routeCodes: [...row.routeCodes] },
        unit: names.unit(row.unitId)?.name ?? null,
        townships: row.townshipCodes.map((code) => ({ code, name: names.place(code) })),
        junctions: await countJunctions(db, county, junctionsOfPlan(db, row, 'all')),
        inspected: await countJunctions(db, county, junctionsOfPlan(db, row, 'done')),
      }
    }),
  )
}
