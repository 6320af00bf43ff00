import type { Db } from '../../db/unit-of-work.ts'
import { namesFor } from '../hazards/names.ts'
import { matrixInForce } from './matrix-in-force.ts'
import { matricesOf } from './store.ts'
import type { Responsibility } from './wire.ts'

/** The matrix in force and every version that ever was, with who made it, when and why. */
export const responsibilityOf = async (db: Db, county: string): Promise<Responsibility> => {
  const { version, lines } = await matrixInForce(db, county)
  const rows = await matricesOf(db, county)
  const names = await namesFor(db, county, { people: rows.map(({ madeBy }) => madeBy), units: [], places: [] })
  return {
    version,
    lines: lines.map((line) => ({ ...line })),
    versions: rows.map((row) => ({
      ...{ version: row.version, because: row.because, madeAt: row.madeAt, madeBy: names.person(row.madeBy) },
      lines: row.lines.map((line) => ({ ...line })),
    })),
  }
}
