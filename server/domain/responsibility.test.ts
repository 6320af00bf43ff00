import { expect, test } from 'vitest'
import { type MatrixLine, matrixAtFirst, ownersBy, silencedBy, speakingLine, townshipUnitOf } from './responsibility.ts'

const unit = (id: string, kind: 'township' | 'department' | 'squad', name: string, areaCodes: string[] = []) => ({
  ...{ id, kind, name, areaCodes },
})
const roads = unit('roads', 'department', '县公路事务中心')
const units = [
  unit('squad', 'squad', '一中队', ['360424100']),
  unit('town1', 'township', '义宁镇政府', ['360424100']),
  unit('town2', 'township', '渣津镇政府', ['360424105']),
  roads,
]
const line = (given: Partial<MatrixLine>): MatrixLine => ({
  ...{ roadClass: null, code: null, localUnit: 'township', sectorUnit: null, cureUnit: 'township' },
  ...{ chiefLevel: 'township', ...given },
})
const inTown1 = { placeCode: '360424100201', code: 'A05', roadClass: 'county' as const }

test('until a county saves its own matrix, the county keeps county roads and the townships the rest', () => {
  const atFirst = matrixAtFirst(units)
  expect(ownersBy(atFirst, inTown1, units)).toMatchObject({
    ...{ localUnitId: 'town1', sectorUnitId: 'roads', cureUnitId: 'roads', chiefLevel: 'county' },
  })
  for (const roadClass of ['township', 'village', 'dedicated', null] as const)
    expect(ownersBy(atFirst, { ...inTown1, roadClass }, units)).toMatchObject({
      ...{ localUnitId: 'town1', cureUnitId: 'town1', chiefLevel: 'township' },
    })
})

test('a county without a road unit hands county roads to the township, and names no sector', () => {
  const without = units.filter(({ id }) => id !== 'roads')
  expect(ownersBy(matrixAtFirst(without), inTown1, without)).toMatchObject({
    ...{ sectorUnitId: null, cureUnitId: 'town1', chiefLevel: 'county' },
  })
})

test('the first line that fits speaks, also where a later one fits more closely', () => {
  const lines = [line({ code: 'B' }), line({ roadClass: 'county' }), line({ roadClass: 'county', code: 'A05' })]
  expect(speakingLine(lines, inTown1)).toBe(1)
  expect(ownersBy(lines, inTown1, units).lineNumber).toBe(2)
})

test('a line for a group of codes speaks for each code of it', () => {
  const lines = [line({ code: 'A' })]
  expect(speakingLine(lines, { roadClass: null, code: 'A10' })).toBe(0)
  expect(speakingLine(lines, { roadClass: null, code: 'B01' })).toBe(-1)
})

test('a line for a class of road does not speak for a hazard on no road', () => {
  expect(speakingLine([line({ roadClass: 'county' })], { roadClass: null, code: 'A05' })).toBe(-1)
})

test('where no line fits, nobody is proposed', () => {
  expect(ownersBy([line({ code: 'B' })], inTown1, units)).toEqual({
    ...{ lineNumber: null, localUnitId: null, sectorUnitId: null, cureUnitId: null, chiefLevel: null },
  })
})

test('“township” is the government of the township it lies in, never its squad, and nobody outside of all', () => {
  expect(townshipUnitOf(units, '360424105201')?.id).toBe('town2')
  expect(townshipUnitOf(units, '360424100')?.id).toBe('town1')
  expect(townshipUnitOf(units, '360424')).toBeNull()
})

test('a unit that is no longer there is not proposed', () => {
  expect(ownersBy([line({ cureUnit: 'gone' })], inTown1, units).cureUnitId).toBeNull()
})

test('a line behind one that takes everything it could say never speaks, and is told so', () => {
  const lines = [
    line({ code: 'A' }),
    line({ code: 'A05' }),
    line({ roadClass: 'county', code: 'A' }),
    line({}),
    line({}),
  ]
  expect(silencedBy(lines)).toEqual([null, 0, 0, null, 3])
})
