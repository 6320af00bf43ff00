import { expect, test } from 'vitest'
import type { ChiefLevel } from '../../db/vocabulary.ts'
import { keepingUnit } from './keeping-unit.ts'
import { unitIsElsewhere } from './unit-reach.ts'

const here = { name: '义宁镇政府', areaCodes: ['360424100'] }
const there = { name: '渣津镇政府', areaCodes: ['360424105'] }
const government = { name: '县人民政府', areaCodes: [] }
const own = (level: ChiefLevel, unit: typeof here | null) => ({ level, own: true, unit })
const above = (level: ChiefLevel, unit: typeof here | null) => ({ level, own: false, unit })
const village = { shape: 'area', placeCode: '360424100201' } as const

test('the unit of the zone’s own lowest chief keeps its roads', () => {
  const chiefs = [above('total', government), above('township', here), own('village', here)]
  expect(keepingUnit(village, chiefs)).toBe('义宁镇政府')
  const segment = { shape: 'segment', placeCode: '360424100' } as const
  expect(keepingUnit(segment, [own('county', government), above('township', here)])).toBe('县人民政府')
})

test('of a chief from elsewhere the unit is passed over for that of the next chief up, and of none it is nobody’s', () => {
  expect(keepingUnit(village, [above('township', here), own('village', there)])).toBe('义宁镇政府')
  expect(keepingUnit(village, [above('total', government), own('village', null)])).toBe('县人民政府')
  expect(keepingUnit(village, [above('township', there), own('village', there)])).toBeNull()
  // whoever stands below the zone’s own chief is not asked
  expect(keepingUnit(village, [above('township', here), own('total', there)])).toBeNull()
})

test('a zone without a chief of its own names no unit', () => {
  expect(keepingUnit(village, [above('township', here)])).toBeNull()
})

test('a township does not keep the whole county, but may keep a road of which only the county is known', () => {
  expect(keepingUnit({ shape: 'area', placeCode: '360424' }, [own('county', there)])).toBeNull()
  expect(keepingUnit({ shape: 'segment', placeCode: '360424' }, [own('township', there)])).toBe('渣津镇政府')
})

test('a unit is elsewhere when all of its area lies in other townships; a unit of the county is nowhere else', () => {
  expect(unitIsElsewhere(['360424105'], '360424100201')).toBe(true)
  expect(unitIsElsewhere(['360424105', '360424100'], '360424100201')).toBe(false)
  // another village of the same township
  expect(unitIsElsewhere(['360424100202'], '360424100201')).toBe(false)
  expect(unitIsElsewhere(['360424105'], '360424')).toBe(false)
  expect(unitIsElsewhere([], '360424100')).toBe(false)
})
