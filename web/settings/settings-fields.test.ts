import { expect, test } from 'vitest'
import { defaultSettings } from '../../server/people/county-store.ts'
import { exampleDays, settingGroups, settingsDraft, settingsOf } from './settings-fields.ts'

const settings = {
  ...defaultSettings,
  revisitAfterDays: [...defaultSettings.revisitAfterDays],
  remindBeforeDays: [...defaultSettings.remindBeforeDays],
  remindAfterDays: [...defaultSettings.remindAfterDays],
}
const draft = settingsDraft(settings)
const today = {
  ...{ now: '2026-11-18T01:00:00.000Z', today: '2026-11-18', zone: 'Asia/Shanghai' },
  holidays: new Map([['2026-11-20', 'off' as const]]),
}

test('every setting of the county has its place on the page, and only one', () => {
  expect(Object.values(settingGroups).flat().sort()).toEqual(Object.keys(settings).sort())
})

test('what is shown reads back as the same settings', () => {
  expect(settingsOf(draft)).toEqual({ settings })
})

test('lists are read however they are parted, and full-width digits as digits', () => {
  const typed = { ...draft, revisitAfterDays: '30, 60 ９０', remindBeforeDays: '', minorDays: '１０' }
  expect(settingsOf(typed)).toMatchObject({
    settings: { revisitAfterDays: [30, 60, 90], remindBeforeDays: [], minorDays: 10 },
  })
})

test('what is no figure is named, not guessed', () => {
  expect(settingsOf({ ...draft, minorDays: '半个月', remindAfterDays: '1、三' })).toEqual({
    unreadable: ['minorDays', 'remindAfterDays'],
  })
})

test('the example of a deadline counts working days by the holidays on file', () => {
  expect(exampleDays('seriousDays', draft, today)).toEqual(['2026-12-18'])
  const working = { ...draft, countedIn: 'working', minorDays: '3' }
  expect(exampleDays('minorDays', working, today)).toEqual(['2026-11-24'])
  expect(exampleDays('revisitAfterDays', draft, today)).toEqual(['2026-12-18', '2027-02-16'])
  expect(exampleDays('minorDays', { ...draft, minorDays: '999999' }, today)).toEqual([])
})
