import { expect, test } from 'vitest'
import { addDays } from './county-calendar.ts'
import type { LngLat } from './distance.ts'
import { isRelapse, relapseAt } from './relapse.ts'

const settings = { relapseMetres: 50, relapseDays: 180 }
const today = '2027-03-01'
const here: LngLat = [114.51, 29.08]
/** A degree of latitude is 111 195 m on the sphere that distances are measured on. */
const north = (metres: number): LngLat => [here[0], here[1] + metres / 111_195]
const cleared = (id: string, metres: number, daysAgo: number) => ({
  ...{ id, lngLat: north(metres), clearedOn: addDays(today, -daysAgo) },
})

test('a hazard cleared here within the time is what the new one is a relapse of', () => {
  expect(relapseAt(here, today, settings, [cleared('a', 49, 180)])).toMatchObject({ id: 'a', days: 180 })
})

test('one cleared too long ago, or too far away, is not', () => {
  expect(relapseAt(here, today, settings, [cleared('a', 10, 181)])).toBeNull()
  expect(relapseAt(here, today, settings, [cleared('a', 51, 10)])).toBeNull()
  expect(relapseAt(here, today, settings, [])).toBeNull()
})

test('the nearest speaks, and of several at one spot the one cleared last', () => {
  expect(relapseAt(here, today, settings, [cleared('far', 40, 1), cleared('near', 5, 170)])?.id).toBe('near')
  expect(relapseAt(here, today, settings, [cleared('old', 5, 90), cleared('new', 5, 9)])?.id).toBe('new')
})

test('the last day of the time is in, the day after it is not', () => {
  expect(isRelapse('2026-09-02', today, settings)).toBe(true)
  expect(isRelapse('2026-09-01', today, settings)).toBe(false)
})
