import { expect, test } from 'vitest'
import { cureBegins } from './cure-begins.ts'

const given = {
  ...{ assignedAt: '2026-11-18T02:00:00.000Z', reopenedAt: null, onTheSpot: true },
  lastSceneAt: '2026-11-18T01:00:00.000Z',
}

test('a cure on the spot begins with the last photo of how it was, any other when its task was assigned', () => {
  expect(cureBegins(given)).toEqual({ since: given.lastSceneAt, sinceReopened: false, sinceScene: true })
  for (const other of [{ onTheSpot: false }, { lastSceneAt: null }, { lastSceneAt: '2026-11-18T03:00:00.000Z' }])
    expect(cureBegins({ ...given, ...other })).toEqual({
      ...{ since: given.assignedAt, sinceReopened: false, sinceScene: false },
    })
})

test('what was reopened is cured anew from then on, wherever it was first cured', () => {
  const reopenedAt = '2026-11-19T00:00:00.000Z'
  expect(cureBegins({ ...given, reopenedAt })).toEqual({ since: reopenedAt, sinceReopened: true, sinceScene: false })
  // assigned again since: that counts
  const before = '2026-11-17T00:00:00.000Z'
  expect(cureBegins({ ...given, onTheSpot: false, reopenedAt: before }).since).toBe(given.assignedAt)
})
