import { expect, test } from 'vitest'
import { suggestedUnit } from './suggested-unit.ts'

const unit = (id: string, kind: 'township' | 'department' | 'squad', areaCodes: string[] = []) => ({
  ...{ id, name: id, kind, phone: null, areaCodes },
})
const units = [
  unit('squad', 'squad', ['360424100']),
  unit('town', 'township', ['360424100']),
  unit('roads', 'department'),
]
const chief = (id: string, level: 'county' | 'township' | 'village') => ({
  id,
  name: id,
  phone: null,
  level,
  zoneName: '',
})
const placeCode = '360424100201'

test('the chief nearest to the road is asked first: the township’s before the county’s', () => {
  const chiefs = [chief('deputy-head', 'county'), chief('town-head', 'township')]
  const people = [
    { id: 'deputy-head', unitId: 'roads' },
    { id: 'town-head', unitId: 'town' },
  ]
  expect(suggestedUnit({ chiefs, placeCode }, people, units)).toEqual({ unitId: 'town', by: 'chief' })
  expect(suggestedUnit({ chiefs: [chiefs[0] ?? chief('', 'county')], placeCode }, people, units)).toEqual({
    unitId: 'roads',
    by: 'chief',
  })
})

test('without a chief it is the township it lies in, never a squad', () => {
  expect(suggestedUnit({ chiefs: [], placeCode }, [], units)).toEqual({ unitId: 'town', by: 'place' })
  const policeman = [chief('policeman', 'village')]
  expect(suggestedUnit({ chiefs: policeman, placeCode }, [{ id: 'policeman', unitId: 'squad' }], units)?.unitId).toBe(
    'town',
  )
})

test('outside every township nothing is suggested', () => {
  expect(suggestedUnit({ chiefs: [], placeCode: '360424' }, [], units)).toBeNull()
})
