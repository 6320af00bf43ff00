import { expect, test } from 'vitest'
import { stakeFault, stakePlace, villagePlace } from './picked-place.ts'

const road = { routeCode: 'X801360424', name: '义白线', fromMetres: 0, toMetres: 20_000 }

test('a stake mark is told to be wrong only once it can no longer become right', () => {
  for (const typed of ['', 'K', 'K12', 'K12+', 'K12+34', '12+345', 'k12+345'])
    expect(stakeFault(typed, road)).toBeNull()
  expect(stakeFault('十二公里桩', road)).toBe('malformed')
  expect(stakeFault('K12+1050', road)).toBe('malformed')
  expect(stakeFault('K25+000', road)).toBe('outside')
  expect(stakeFault('K25+000', null)).toBeNull()
})

test('a road and stake are kept in words too, and the village picked before still names the unit', () => {
  const village = villagePlace({ code: '360424100201', name: '城北村' }, [114.53, 29.03])
  expect(stakePlace(road, 12_345, null, village)).toEqual({
    ...{ code: '360424100201', lngLat: null, words: 'X801 K12+345', routeCode: 'X801360424' },
  })
})
