import { expect, test } from 'vitest'
import { daysOfLines, linesOfDays, readHolidayLines } from './holiday-lines.ts'

const off = (...days: string[]) => days.map((on) => ({ on, kind: 'off' }))
const work = (...days: string[]) => days.map((on) => ({ on, kind: 'work' }))
const daysIn = (text: string, year = 2026) => daysOfLines(readHolidayLines(text, year))
const faultIn = (line: string, year = 2026) => readHolidayLines(line, year)[0]?.fault

test('a stretch of days off and a weekend day worked for it, each on a line of its own', () => {
  expect(daysIn('2026-10-01 至 2026-10-03 放假\n2026-10-10 上班')).toEqual([
    ...off('2026-10-01', '2026-10-02', '2026-10-03'),
    ...work('2026-10-10'),
  ])
})

test('a line as it stands in an official notice: names, weekdays in brackets, the sum of days', () => {
  const line = '一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。'
  expect(daysIn(line)).toEqual([...off('2026-01-01', '2026-01-02', '2026-01-03'), ...work('2026-01-04')])
})

test('two worked days before one word, across the end of a month', () => {
  expect(daysIn('春节：1月30日至2月2日放假，共4天。1月24日（星期六）、2月7日（星期六）上班。')).toEqual([
    ...work('2026-01-24'),
    ...off('2026-01-30', '2026-01-31', '2026-02-01', '2026-02-02'),
    ...work('2026-02-07'),
  ])
})

test('the word may come first, before a colon', () => {
  expect(daysIn('放假：5月1日-5月3日；上班：5月9日')).toEqual([
    ...off('2026-05-01', '2026-05-02', '2026-05-03'),
    ...work('2026-05-09'),
  ])
})

test.each([
  '2026/10/1-2026/10/2 休',
  '2026.10.1～10.2 放假',
  '１０月１日—２日　放假',
  '10-01 to 10-02 off',
  '10月1日、10月2日休息',
])('%s is read as the first two days of October', (line) => {
  expect(daysIn(line)).toEqual(off('2026-10-01', '2026-10-02'))
})

test('a day that does not exist, a stretch that runs backwards, one that is too long', () => {
  expect(faultIn('2月30日放假')).toBe('no-such-day')
  expect(faultIn('10月7日至1日放假')).toBe('backwards')
  expect(faultIn('1月1日至12月31日放假')).toBe('too-long')
})

test('a day of another year does not slip into this year’s table', () => {
  expect(faultIn('2025-10-01 放假')).toBe('another-year')
  expect(faultIn('2026-12-31 至 2027-01-02 放假')).toBe('another-year')
})

test('a date without a word for it is not guessed at', () => {
  expect(faultIn('10月1日至7日')).toBe('no-kind')
  expect(faultIn('10月1日放假，10月10日')).toBe('no-kind')
  expect(daysIn('10月1日放假，10月10日')).toEqual([])
})

test('a figure that is no date is not passed over, but a year and a number of the list are no such figures', () => {
  expect(faultIn('10月1日至7日放假，另加8')).toBe('not-understood')
  expect(daysIn('7、2026年国庆节：10月1日至2日放假')).toEqual(off('2026-10-01', '2026-10-02'))
})

test('a sum that differs from the days read shows that something was misread', () => {
  expect(faultIn('国庆：10月1日至7日放假，共8天。')).toBe('count-differs')
  expect(faultIn('国庆：10月1日至7日放假，共7天。')).toBeNull()
})

test('the same day said off and worked is a contradiction, on one line or two', () => {
  expect(faultIn('10月1日放假，10月1日上班')).toBe('said-otherwise')
  const [first, second] = readHolidayLines('10月1日放假\n10月1日上班', 2026)
  expect([first?.fault, second?.fault, second?.days]).toEqual([null, 'said-otherwise', []])
})

test('headings and empty lines do no harm, and lines keep their numbers', () => {
  const lines = readHolidayLines('2026年部分节假日安排\n\n10月1日放假', 2026)
  expect(lines.map(({ number, fault }) => [number, fault])).toEqual([
    [1, 'no-date'],
    [3, null],
  ])
})

test('a table written out as lines reads back as the same table', () => {
  const days = daysIn('10月1日至8日放假\n9月27日、10月10日上班\n1月1日放假')
  expect(linesOfDays(days)).toBe('2026-01-01 放假\n2026-09-27 上班\n2026-10-01 至 2026-10-08 放假\n2026-10-10 上班')
  expect(daysIn(linesOfDays(days))).toEqual(days)
})
