import type { Tx } from '../../db/unit-of-work.ts'
import { Problem } from '../http/problem.ts'
import { ownersOf } from './matrix-in-force.ts'

interface Asked {
  readonly code: string
  readonly localUnitId?: string | null | undefined
  readonly sectorUnitId?: string | null | undefined
  readonly cureUnitId?: string | null | undefined
}

interface Where {
  readonly tx: Tx
  readonly hazard: {
    readonly county: string
    readonly roadClass: Parameters<typeof ownersOf>[2]['roadClass']
    readonly placeCode: string
  }
}

/** The three responsibilities a hazard is registered with: those asked for, the matrix's where nothing was said. */
export const responsibleFor = async ({ tx, hazard }: Where, asked: Asked) => {
  const { county, roadClass, placeCode } = hazard
  const proposed = await ownersOf(tx, county, { roadClass, placeCode, code: asked.code })
  const fields = (['localUnitId', 'sectorUnitId', 'cureUnitId'] as const)
    .filter((field) => asked[field] != null && !proposed.matrix.units.some(({ id }) => id === asked[field]))
    .map((field) => ({ pointer: `/${field}`, fault: 'unknown' }))
  if (fields.length > 0) throw new Problem('invalid', { fields })
  const of = (said: string | null | undefined, byMatrix: string | null): string | null =>
    said === undefined ? byMatrix : said
  return {
    localUnitId: of(asked.localUnitId, proposed.localUnitId),
    sectorUnitId: of(asked.sectorUnitId, proposed.sectorUnitId),
    cureUnitId: of(asked.cureUnitId, proposed.cureUnitId),
  }
}
