import type { ChiefLevel, RoadClass, UnitKind } from '../../db/vocabulary.ts'

/** One line of the responsibility matrix (责任清单); null stands for any. */
export interface MatrixLine {
  readonly roadClass: RoadClass | null
  /** A code or its beginning: `A` is the whole group. */
  readonly code: string | null
  /** A unit's id, or `township`: the government of the township in which the hazard lies. */
  readonly localUnit: string
  readonly sectorUnit: string | null
  readonly cureUnit: string
  readonly chiefLevel: ChiefLevel
}

/** What the matrix is asked about: where a hazard lies and what it is. */
export interface MatrixQuestion {
  readonly roadClass: RoadClass | null
  readonly code: string
  readonly placeCode: string
}

export interface UnitFacts {
  readonly id: string
  readonly name: string
  readonly kind: UnitKind
  readonly areaCodes: readonly string[]
}

/** Units for the three responsibilities (属地 / 主管 / 整改); null where the matrix names none or it is not there. */
export interface Owners {
  /** The line that speaks, counted from 1; null where none fits. */
  readonly lineNumber: number | null
  readonly localUnitId: string | null
  readonly sectorUnitId: string | null
  readonly cureUnitId: string | null
  readonly chiefLevel: ChiefLevel | null
}

const fits = (line: MatrixLine, { roadClass, code }: Pick<MatrixQuestion, 'roadClass' | 'code'>): boolean =>
  (line.roadClass === null || line.roadClass === roadClass) && (line.code === null || code.startsWith(line.code))

/** Index of the first line that fits, which is the one that speaks; -1 where none does. */
export const speakingLine = (
  lines: readonly MatrixLine[],
  question: Pick<MatrixQuestion, 'roadClass' | 'code'>,
): number => lines.findIndex((line) => fits(line, question))

/** For each line the index of an earlier one that takes all it could say, so that it never speaks; null otherwise. */
export const silencedBy = (lines: readonly MatrixLine[]): (number | null)[] =>
  lines.map((line, index) => {
    const earlier = lines
      .slice(0, index)
      .findIndex(
        ({ roadClass, code }) =>
          (roadClass === null || roadClass === line.roadClass) &&
          (code === null || (line.code?.startsWith(code) ?? false)),
      )
    return earlier < 0 ? null : earlier
  })

/** The government of the township a place lies in: the unit whose area is the longest prefix of its division code. */
export const townshipUnitOf = <Unit extends UnitFacts>(units: readonly Unit[], placeCode: string): Unit | null => {
  const reach = ({ areaCodes }: Unit): number =>
    Math.max(0, ...areaCodes.filter((code) => placeCode.startsWith(code)).map(({ length }) => length))
  const near = units.filter((unit) => unit.kind === 'township' && reach(unit) > 0)
  return near.sort((a, b) => reach(b) - reach(a))[0] ?? null
}

/** Who answers for a hazard by the matrix. A unit that was removed since is null rather than a name of nothing. */
export const ownersBy = (
  lines: readonly MatrixLine[],
  question: MatrixQuestion,
  units: readonly UnitFacts[],
): Owners => {
  const index = speakingLine(lines, question)
  const line = lines[index]
  if (!line) return { lineNumber: null, localUnitId: null, sectorUnitId: null, cureUnitId: null, chiefLevel: null }
  const township = townshipUnitOf(units, question.placeCode)?.id ?? null
  const resolve = (named: string | null): string | null =>
    named === 'township' ? township : (units.find(({ id }) => id === named)?.id ?? null)
  return {
    lineNumber: index + 1,
    localUnitId: resolve(line.localUnit),
    sectorUnitId: resolve(line.sectorUnit),
    cureUnitId: resolve(line.cureUnit),
    chiefLevel: line.chiefLevel,
  }
}

const departmentNamed = (units: readonly UnitFacts[], word: RegExp): string | null =>
  units.find(({ kind, name }) => kind === 'department' && word.test(name))?.id ?? null

/**
 * In force until a county saves its own: 县道县管、乡道村道乡管, as in Jiangxi (domain.md §8). County roads and
 * those above go to the county's road unit where there is one; everything else to the township.
 */
export const matrixAtFirst = (units: readonly UnitFacts[]): MatrixLine[] => {
  const roads = departmentNamed(units, /公路/) ?? departmentNamed(units, /交通运输/)
  const sectorUnit = departmentNamed(units, /交通运输/) ?? roads
  const byCounty = (roadClass: RoadClass): MatrixLine => ({
    ...{ roadClass, code: null, localUnit: 'township', sectorUnit },
    ...{ cureUnit: roads ?? 'township', chiefLevel: 'county' },
  })
  const byTownship = (roadClass: RoadClass | null, chiefLevel: ChiefLevel): MatrixLine => ({
    ...{ roadClass, code: null, localUnit: 'township', sectorUnit, cureUnit: 'township', chiefLevel },
  })
  return [
    ...(['national', 'provincial', 'county'] as const).map(byCounty),
    ...(['township', 'village', 'dedicated'] as const).map((roadClass) => byTownship(roadClass, 'township')),
    // off every road on file
    byTownship(null, 'township'),
  ]
}
