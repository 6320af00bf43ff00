import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { gathered } from './gathered.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a hundred arrivals in a row refresh at once and then only now and then, and none of them goes unseen', () => {
  const act = vi.fn()
  const refresh = gathered(act, 1_000)
  for (let arrival = 0; arrival < 100; arrival++) {
    refresh()
    if (arrival === 0) expect(act).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(50)
  }
  expect(act).toHaveBeenCalledTimes(6)
  vi.advanceTimersByTime(10_000)
  expect(act).toHaveBeenCalledTimes(6)
  refresh()
  expect(act).toHaveBeenCalledTimes(7)
})
