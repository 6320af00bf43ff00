import { expect, test } from 'vitest'
import { commonestHazardCodes, hazardCodeEntry, hazardCodes, hazardGroupOf, hazardGroups } from './hazard-codes.ts'

test('the list has eight groups and 47 codes, none of them twice', () => {
  expect(hazardGroups).toHaveLength(8)
  const perGroup = hazardGroups.map(({ code }) => hazardCodes.filter((entry) => entry.code.startsWith(code)).length)
  expect(perGroup).toEqual([10, 7, 6, 6, 6, 3, 6, 3])
  expect(new Set(hazardCodes.map(({ code }) => code)).size).toBe(47)
  expect(new Set(hazardCodes.map(({ zh }) => zh)).size).toBe(47)
  expect(new Set(hazardCodes.map(({ en }) => en)).size).toBe(47)
})

test('every code is its group’s letter and two figures, in the order of the list', () => {
  for (const { code } of hazardCodes) {
    expect(code).toMatch(/^[A-H]\d{2}$/)
    expect(hazardGroupOf(code)?.code).toBe(code.charAt(0))
  }
  const codes = hazardCodes.map(({ code }) => code)
  expect(codes).toEqual([...codes].sort())
  expect(hazardGroupOf('Z01')).toBeNull()
  expect(hazardGroupOf('')).toBeNull()
})

test('only “other” cannot stand without a description', () => {
  expect(hazardCodes.filter((entry) => entry.needsDescription).map(({ code }) => code)).toEqual(['H99'])
})

test('a squad chooses first among the eight commonest', () => {
  expect(commonestHazardCodes).toEqual(['A04', 'A05', 'A01', 'C03', 'D01', 'E01', 'B01', 'G01'])
  for (const code of commonestHazardCodes) expect(hazardCodeEntry(code)?.code).toBe(code)
})

test('a code is found by itself alone', () => {
  expect(hazardCodeEntry('C03')).toEqual({ code: 'C03', zh: '护栏缺失', en: 'No guardrail' })
  expect(hazardCodeEntry('c03')).toBeNull()
  expect(hazardCodeEntry('constructor')).toBeNull()
})
