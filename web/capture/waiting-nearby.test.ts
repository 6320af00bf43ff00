import { expect, test } from 'vitest'
import { newId } from '../new-id.ts'
import type { OutboxEntry } from '../outbox/entry.ts'
import { withWaiting } from './waiting-nearby.ts'

const here = [114.5, 29] as const
const entry = (metresEast: number | null): Pick<OutboxEntry, 'what' | 'photos'> => {
  const photo = { id: newId(), sha256: 'a'.repeat(64), bytes: 1, copyBytes: null, copyReceived: false }
  const position =
    metresEast === null
      ? null
      : ({
          longitude: here[0] + metresEast / 97_300,
          latitude: here[1],
          accuracyMetres: 5,
          source: 'device',
          atMs: 0,
        } as const)
  return {
    what: {
      ...{ kind: 'report', hazardId: newId(), code: 'A05', source: 'patrol', description: '', spot: '' },
      ...{ placeCode: null, position, sceneComplete: true, takenAtMs: 0 },
    },
    photos: [{ ...photo, originalReceived: false, refusal: null, givenUp: false, sentShare: null }],
  }
}

test('what this phone kept here a moment ago is known to be here, before any server knows it', () => {
  const [near, far, nowhere] = [entry(20), entry(80), entry(null)]
  const found = withWaiting([], [near, far, nowhere], here, 50)
  expect(found.map(({ id }) => id)).toEqual([near.what.hazardId])
  expect(found[0]).toMatchObject({ distanceMetres: 20, version: null, waitingPhotoId: near.photos[0]?.id })
})

test('one that the server knows by now is not shown twice, and without a position nothing is near', () => {
  const near = entry(20)
  const onFile = withWaiting([], [near], here, 50)
  expect(withWaiting(onFile, [near], here, 50)).toHaveLength(1)
  expect(withWaiting([], [near], null, 50)).toEqual([])
})
