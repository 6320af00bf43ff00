import { afterEach, expect, test } from 'vitest'
import * as time from './time.ts'

afterEach(() => time.keepCountyZone('Asia/Shanghai'))

const today = '2026-11-21'

test('a day of this year is written without its year, and with its weekday', () => {
  expect(time.dayText('2026-11-21', today, 'zh')).toBe('11月21日 周六')
  expect(time.dayText('2026-01-01', today, 'zh')).toBe('1月1日 周四')
  expect(time.dayText('2026-11-21', today, 'en')).toBe('Sat 21 Nov')
})

test('a day of another year carries its year', () => {
  expect(time.dayText('2025-12-31', today, 'zh')).toBe('2025年12月31日 周三')
  expect(time.dayText('2027-01-01', today, 'en')).toBe('Fri 1 Jan 2027')
  expect(time.shortDayText('2025-12-31', today, 'zh')).toBe('2025年12月31日')
  expect(time.shortDayText('2026-12-31', today, 'en')).toBe('31 Dec')
})

test('the county day begins at its own midnight, not at that of UTC', () => {
  expect(time.instantText('2026-11-20T16:00:00.000Z', today, 'zh')).toBe('11月21日 周六 00:00')
  expect(time.instantText('2026-11-20T15:59:59.999Z', today, 'zh')).toBe('11月20日 周五 23:59')
  expect(time.dayOfInstant('2026-12-31T16:00:00.000Z')).toBe('2027-01-01')
  expect(time.fileStamp('2026-12-31T20:05:00.000Z')).toBe('202701010405')
})

test('a county in another zone is read by its own clock', () => {
  time.keepCountyZone('Asia/Urumqi')
  expect(time.instantText('2026-11-20T16:00:00.000Z', today, 'zh')).toBe('11月20日 周五 22:00')
})

test('days left count the county calendar: the due day itself is still in time', () => {
  expect(time.daysLeftText('2026-11-24', today, 'zh')).toBe('还有 3 天')
  expect(time.daysLeftText('2026-11-22', today, 'zh')).toBe('明天到期')
  expect(time.daysLeftText('2026-11-21', today, 'zh')).toBe('今天到期')
  expect(time.daysLeftText('2026-11-20', today, 'zh')).toBe('超期 1 天')
  expect(time.daysLeftText('2026-11-16', today, 'zh')).toBe('超期 5 天')
  expect(time.daysLeftText('2026-11-20', today, 'en')).toBe('1 day overdue')
  expect(time.daysLeftText('2026-11-23', today, 'en')).toBe('2 days left')
})

test('days left are right across a month and a year end', () => {
  expect(time.daysLeft('2027-01-02', '2026-12-30')).toBe(3)
  expect(time.daysLeft('2026-02-28', '2026-03-01')).toBe(-1)
})

test('what has just happened is told by how long ago, older things by their day', () => {
  const now = '2026-11-21T06:00:00.000Z'
  expect(time.agoText('2026-11-21T05:59:30.000Z', now, 'zh')).toBe('刚刚')
  expect(time.agoText('2026-11-21T05:55:00.000Z', now, 'zh')).toBe('5 分钟前')
  expect(time.agoText('2026-11-21T03:00:00.000Z', now, 'zh')).toBe('3 小时前')
  expect(time.agoText('2026-11-20T17:00:00.000Z', now, 'zh')).toBe('今天 01:00')
  expect(time.agoText('2026-11-20T13:00:00.000Z', now, 'en')).toBe('yesterday 21:00')
  expect(time.agoText('2026-11-01T03:00:00.000Z', now, 'zh')).toBe('11月1日 周日 11:00')
})

test('a month is written with its year only when it is not this one', () => {
  expect(time.monthText('2026-11', today, 'zh')).toBe('11月')
  expect(time.monthText('2025-02', today, 'zh')).toBe('2025年2月')
  expect(time.monthText('2025-02', today, 'en')).toBe('Feb 2025')
})
