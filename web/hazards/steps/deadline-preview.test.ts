import { expect, test } from 'vitest'
import { addDays, addWorkingDays, dayOf } from '../../../server/domain/county-calendar.ts'
import { defaultDeadlineSettings } from '../../../server/domain/deadline.ts'
import { defaultSettings } from '../../../server/people/county-store.ts'
import { serverNow } from '../../server-clock.ts'
import { previewOf } from './deadline-preview.ts'

const settings = {
  ...defaultSettings,
  revisitAfterDays: [...defaultSettings.revisitAfterDays],
  remindBeforeDays: [...defaultSettings.remindBeforeDays],
  remindAfterDays: [...defaultSettings.remindAfterDays],
}
const timeZone = 'Asia/Shanghai'

test('a county that counts working days is told the day on the phone, past its holidays', () => {
  const today = dayOf(serverNow(), timeZone)
  const off = Array.from({ length: 30 }, (_, n) => ({ on: addDays(today, n + 1), kind: 'off' as const }))
  const county = { settings: { ...settings, countedIn: 'working' as const }, holidays: off, timeZone }
  const worked = addWorkingDays(addDays(today, 30), defaultDeadlineSettings.minorDays, new Map())
  expect(previewOf(county, 'minor')).toBe(worked)
  expect(previewOf(county, 'same-day')).toBe(today)
})

test('a county that counts calendar days is told the same with and without holidays', () => {
  const today = dayOf(serverNow(), timeZone)
  const county = { settings, holidays: [{ on: addDays(today, 1), kind: 'off' as const }], timeZone }
  expect(previewOf(county, 'serious')).toBe(addDays(today, defaultDeadlineSettings.seriousDays))
})
