import { expect, test } from 'vitest'
import { settledBy } from './settled-visit.ts'

const today = '2026-12-01'
const visit = (id: string, dueOn: string, unitId: string | null = null) => ({ id, dueOn, unitId })
const team = { unitId: 'first-squad', ofCounty: false }
const county = { unitId: 'county-office', ofCounty: true }

test('a look settles the visit that is overdue or due within a week', () => {
  expect(settledBy([visit('a', '2026-11-20')], team, today)?.id).toBe('a')
  expect(settledBy([visit('b', '2027-01-30'), visit('a', '2026-12-08')], team, today)?.id).toBe('a')
})

test('a look before its time leaves the visit owed', () => {
  expect(settledBy([visit('a', '2026-12-09'), visit('b', '2027-01-30')], team, today)).toBeNull()
  expect(settledBy([], team, today)).toBeNull()
})

test('a unit that was drawn settles its spot check on any day, and before what is due', () => {
  const owed = [visit('due', '2026-11-30'), visit('drawn', '2026-12-31', 'second-squad')]
  expect(settledBy(owed, { unitId: 'second-squad', ofCounty: false }, today)?.id).toBe('drawn')
  expect(settledBy(owed, team, today)?.id).toBe('due')
})

test('another unit’s spot check is settled by the county in its stead, not by the team', () => {
  const owed = [visit('drawn', '2026-12-03', 'second-squad')]
  expect(settledBy(owed, team, today)).toBeNull()
  expect(settledBy(owed, county, today)?.id).toBe('drawn')
})
