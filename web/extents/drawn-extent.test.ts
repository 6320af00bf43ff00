import { expect, test } from 'vitest'
import { cornersTyped, type DrawnPart, tasksByPart } from './drawn-extent.ts'

const part = (zone: string | null, chief: string | null, unit: string | null, from: number, to: number): DrawnPart => ({
  ...{ zoneId: zone, zoneName: zone, runs: [{ fromMetres: from, toMetres: to }], metres: to - from },
  ...{ squareMetres: null, share: 0.5, chiefIsOfUnit: chief !== null && unit === `${chief}的镇` },
  chief: chief === null ? null : { id: chief, name: chief, phone: null },
  unit: unit === null ? null : { id: unit, name: unit },
})

test('a stretch of two chiefs is proposed as a task each, with its stakes and metres in the demand', () => {
  const parts = [part('东段', '王', '王的镇', 12_300, 12_600), part('西段', '李', '李的镇', 12_600, 12_850)]
  expect(tasksByPart(parts)).toEqual([
    { unitId: '王的镇', personId: '王', demand: 'K12+300—K12+600，300 m（东段 王）' },
    { unitId: '李的镇', personId: '李', demand: 'K12+600—K12+850，250 m（西段 李）' },
  ])
})

test('two chiefs under one unit are still a task each, and nobody is named who is not of the unit', () => {
  const parts = [part('东段', '王', '公路中心', 0, 300), part('西段', '李', '公路中心', 300, 500)]
  expect(tasksByPart(parts).map(({ unitId, personId }) => [unitId, personId])).toEqual([
    ['公路中心', null],
    ['公路中心', null],
  ])
})

test('one and the same duty is one task as ever, and a part that the matrix gives to nobody is none', () => {
  expect(tasksByPart([part('东段', '王', '王的镇', 0, 300)])).toEqual([])
  expect(tasksByPart([part('东段', '王', '王的镇', 0, 300), part(null, null, null, 300, 400)])).toEqual([])
})

test('corners are read one a line, and half a pair is not guessed at', () => {
  expect(cornersTyped('114.5, 29.1\n114.6，29.1\n\n114.6 29.2')).toEqual([
    [114.5, 29.1],
    [114.6, 29.1],
    [114.6, 29.2],
  ])
  expect(cornersTyped('114.5, 29.1\n114.6')).toBeNull()
  expect(cornersTyped('114.5, north')).toBeNull()
})
