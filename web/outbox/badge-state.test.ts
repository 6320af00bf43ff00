import { expect, test } from 'vitest'
import { badgeOf, somethingWaits } from './badge-state.ts'
import type { OutboxCounts } from './entry.ts'

const none: OutboxCounts = {
  ...{ waiting: 0, conflicts: 0, refused: 0, photosReceived: 0, photosAll: 0, originalsWaiting: 0 },
}
const kinds = (counts: Partial<OutboxCounts>, online = true, lately = false) =>
  badgeOf({ ...none, ...counts }, online, lately).map(({ kind }) => kind)

test('what waits and how many photos were received is in view until all is up', () => {
  expect(kinds({ waiting: 3, photosReceived: 17, photosAll: 20 })).toEqual(['waiting', 'photos'])
  // the records are there and three photos are not: that is not yet "all"
  expect(kinds({ photosReceived: 17, photosAll: 20 }, true, true)).toEqual(['photos'])
  expect(kinds({ photosReceived: 20, photosAll: 20, originalsWaiting: 4 }, true, true)).toEqual([
    ...['photos', 'originals'],
  ])
  expect(kinds({ waiting: 1, photosReceived: 20, photosAll: 20 })).toEqual(['waiting', 'photos'])
})

test('that everything was received is said for a while, and then nothing', () => {
  expect(kinds({ photosReceived: 20, photosAll: 20 }, true, true)).toEqual(['all-there'])
  expect(kinds({ photosReceived: 20, photosAll: 20 })).toEqual([])
})

test('what its author has to settle is said before what goes by itself', () => {
  expect(kinds({ waiting: 1, conflicts: 1, refused: 1 })).toEqual(['settle', 'waiting'])
  expect(somethingWaits({ ...none, refused: 1 })).toBe(true)
})

test('being offline is said also where nothing waits, and never together with "all is there"', () => {
  expect(kinds({}, false, true)).toEqual(['offline'])
  expect(kinds({ waiting: 2 }, false)).toEqual(['offline', 'waiting'])
})
