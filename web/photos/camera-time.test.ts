import { expect, test } from 'vitest'
import { cameraTimeMs } from './camera-time.ts'

const zone = 'Asia/Shanghai'
const at = (instant: string): number => Date.parse(instant)

test('a camera without an offset means the clocks of the county, wherever its photo is read', () => {
  expect(cameraTimeMs('2025:09:05 16:28:04', zone)).toBe(at('2025-09-05T08:28:04.000Z'))
  expect(cameraTimeMs('2025-09-05T00:00:00', zone)).toBe(at('2025-09-04T16:00:00.000Z'))
})

test('a camera that gives its offset is taken at its word', () => {
  expect(cameraTimeMs('2025-09-05T16:28:04+09:00', zone)).toBe(at('2025-09-05T07:28:04.000Z'))
  expect(cameraTimeMs('2025-09-05T16:28:04Z', zone)).toBe(at('2025-09-05T16:28:04.000Z'))
})

test('what is no time is none: a camera never set, a day that does not exist, words', () => {
  for (const text of ['0000:00:00 00:00:00', '2025:02:30 10:00:00', '2025:09:05', 'yesterday', ''])
    expect(cameraTimeMs(text, zone), text).toBeNaN()
})
