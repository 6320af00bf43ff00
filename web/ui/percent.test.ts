import { expect, test } from 'vitest'
import { countText, percentText } from './percent.ts'

test('only all of them is 100 per cent', () => {
  expect(percentText(391, 391)).toBe('100%')
  expect(percentText(9_999, 10_000)).toBe('99.9%')
  expect(percentText(99_999, 100_000)).toBe('99.9%')
})

test('a share is rounded half up to one decimal', () => {
  expect(percentText(27, 28)).toBe('96.4%')
  expect(percentText(2, 3)).toBe('66.7%')
  expect(percentText(207, 317)).toBe('65.3%')
  expect(percentText(1, 16)).toBe('6.3%')
  expect(percentText(1, 800)).toBe('0.1%')
  expect(percentText(1, 2)).toBe('50.0%')
})

test('few of very many is not shown as none', () => {
  expect(percentText(1, 100_000)).toBe('<0.1%')
  expect(percentText(1, 1_500)).toBe('0.1%')
  expect(percentText(0, 7)).toBe('0%')
})

test('nothing to divide gives no figure', () => {
  expect(percentText(0, 0)).toBeNull()
})

test('thousands are set apart', () => {
  expect(countText(10_000)).toBe('10,000')
  expect(countText(391)).toBe('391')
})
