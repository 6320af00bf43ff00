import { chiefLevels, roadClasses, type UnitKind } from '../../db/vocabulary.ts'
import { hazardGroups } from '../../server/domain/hazard-codes.ts'
import type { MatrixLine } from '../../server/domain/responsibility.ts'
import { useLanguage, useWords } from '../text/language.ts'
import { matrixWords } from '../text/matrix-words.ts'
import { tradeWords } from '../text/trade-words.ts'
import { useCodeNames, useCounty } from '../ui/use-county.ts'

/** Stands for null in a choice: any road, any kind, nobody. */
export const any = '*'

/** Kinds of units that may answer for a hazard; squads find and verify. */
const answering: readonly UnitKind[] = ['township', 'department', 'county-office', 'village']

/** What each column of the matrix can be, and a line of it in words. */
export const useMatrixChoices = () => {
  const language = useLanguage()
  const text = useWords(matrixWords)
  const trade = useWords(tradeWords)
  const { units, codes } = useCounty()
  const names = useCodeNames()
  const letters = [...new Set(codes.hazard.map(({ code }) => code.charAt(0)))]
  const groupName = (letter: string): string => {
    const group = hazardGroups.find(({ code }) => code === letter)
    return group ? `${letter} ${group[language]}` : letter
  }
  const unitGroups = answering
    .map((kind) => ({
      group: trade.unitKinds[kind],
      items: units.filter((unit) => unit.kind === kind).map(({ id, name }) => ({ value: id, label: name })),
    }))
    .filter(({ items }) => items.length > 0)
  const township = { value: 'township', label: text.township }
  const singleCodes = letters.map((letter) => ({
    group: groupName(letter),
    items: codes.hazard
      .filter(({ code }) => code.startsWith(letter))
      .map((entry) => ({ value: entry.code, label: `${entry.code} ${entry[language]}` })),
  }))
  const roads = roadClasses.map((value) => ({ value, label: trade.roadClasses[value] }))
  const unitText = (id: string | null): string =>
    id === null ? text.nobody : id === 'township' ? text.township : names.unitName(id)
  const codeText = (code: string | null): string =>
    code === null
      ? text.anyCode
      : code.length === 1
        ? text.wholeGroup(groupName(code))
        : `${code} ${names.hazard(code) === code ? '' : names.hazard(code)}`
  const roadText = (road: MatrixLine['roadClass']): string => (road === null ? text.anyRoad : trade.roadClasses[road])
  return {
    roads: [{ value: any, label: text.anyRoad }, ...roads],
    /** For asking which line speaks: one road, or none. */
    roadsAsked: [...roads, { value: any, label: text.offRoad }],
    codes: [
      { value: any, label: text.anyCode },
      ...singleCodes.map(({ group, items }, index) => ({
        group,
        items: [{ value: letters[index] ?? '', label: text.wholeGroup(group) }, ...items],
      })),
    ],
    codesAsked: singleCodes,
    units: [township, ...unitGroups],
    unitsOrNobody: [{ value: any, label: text.nobody }, township, ...unitGroups],
    levels: chiefLevels.map((value) => ({ value, label: trade.chiefLevels[value] })),
    unitText,
    lineText: (line: MatrixLine): string =>
      text.asText({
        on: `${roadText(line.roadClass)} · ${codeText(line.code)}`,
        ...{ local: unitText(line.localUnit), sector: unitText(line.sectorUnit), cure: unitText(line.cureUnit) },
        chief: trade.chiefLevels[line.chiefLevel],
      }),
  }
}

export const isRoad = (value: string): value is (typeof roadClasses)[number] =>
  roadClasses.some((road) => road === value)
export const isLevel = (value: string): value is (typeof chiefLevels)[number] =>
  chiefLevels.some((level) => level === value)
