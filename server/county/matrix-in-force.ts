import type { Db } from '../../db/unit-of-work.ts'
import { type MatrixLine, type MatrixQuestion, matrixAtFirst, type Owners, ownersBy } from '../domain/responsibility.ts'
import { allUnits, type Unit } from '../people/unit-store.ts'
import { newestMatrix } from './store.ts'

export interface MatrixInForce {
  /** 0 while it follows from the county's units alone. */
  readonly version: number
  readonly lines: readonly MatrixLine[]
  readonly units: readonly Unit[]
}

export const matrixInForce = async (db: Db, county: string): Promise<MatrixInForce> => {
  const units = await allUnits(db, county)
  const newest = await newestMatrix(db, county)
  return { version: newest?.version ?? 0, lines: newest?.lines ?? matrixAtFirst(units), units }
}

/** Whom the matrix in force names for a hazard. */
export const ownersOf = async (
  db: Db,
  county: string,
  question: MatrixQuestion,
): Promise<Owners & { readonly matrix: MatrixInForce }> => {
  const matrix = await matrixInForce(db, county)
  return { matrix, ...ownersBy(matrix.lines, question, matrix.units) }
}
