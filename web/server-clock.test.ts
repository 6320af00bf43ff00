import { expect, test } from 'vitest'
import { noteServerDate, serverClockOffsetMs } from './server-clock.ts'

const askedAt = Date.parse('2026-11-21T06:00:00.000Z')

test('a phone whose clock is five minutes slow knows it from the reply', () => {
  noteServerDate('Sat, 21 Nov 2026 06:05:00 GMT', askedAt, askedAt + 200)
  expect(serverClockOffsetMs()).toBe(300_400)
})

test('a reply without a date, or one that took too long, teaches nothing', () => {
  noteServerDate('Sat, 21 Nov 2026 06:05:00 GMT', askedAt, askedAt + 200)
  noteServerDate(null, askedAt, askedAt + 100)
  noteServerDate('Sat, 21 Nov 2026 09:00:00 GMT', askedAt, askedAt + 60_000)
  // the clock was set back while the answer was on its way
  noteServerDate('Sat, 21 Nov 2026 06:05:00 GMT', askedAt, askedAt - 3_600_000)
  expect(serverClockOffsetMs()).toBe(300_400)
})

test('the rounding of the header to whole seconds is not taken for a difference', () => {
  noteServerDate('Sat, 21 Nov 2026 06:00:00 GMT', askedAt, askedAt + 900)
  expect(serverClockOffsetMs()).toBe(0)
})
