import { expect, test } from 'vitest'
import { filterOfHeat, heatIn, heats } from './heat.ts'

test('the heat counts within the filter, never beyond it', () => {
  expect(filterOfHeat('all', { overdue: 'yes' })).toEqual({ overdue: 'yes' })
  expect(filterOfHeat('accident', { overdue: 'yes' })).toEqual({ overdue: 'yes', source: 'accident' })
  expect(filterOfHeat('accident', { source: 'patrol,accident' })).toEqual({ source: 'accident' })
  expect(filterOfHeat('accident', { source: 'patrol' })).toBeNull()
  expect(filterOfHeat('A', {})).toEqual({ code: 'A' })
  expect(filterOfHeat('A', { code: 'A05' })).toEqual({ code: 'A05' })
  expect(filterOfHeat('A', { code: 'B' })).toBeNull()
})

test('an address names a heat that there is, or none', () => {
  expect(heats.map((heat) => heatIn(heat))).toEqual(heats)
  expect([heatIn(''), heatIn('a'), heatIn('Z')]).toEqual([null, null, null])
})
