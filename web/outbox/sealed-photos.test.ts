import { expect, test } from 'vitest'
import { sha256Of } from '../photos/sha256.ts'
import { sealedPhotos } from './sealed-photos.ts'
import { freshCarried } from './take-in.ts'

const hour = 3_600_000
const capturedAt = '2026-11-22T09:00:00.000Z'
const position = {
  ...{ longitude: 114.5, latitude: 29, accuracyMetres: 6, source: 'track', at: '2026-11-22T09:00:10.000Z' },
}
const bodyWith = (photo: object): string => JSON.stringify({ code: 'A04', photos: [{ id: 'p1', ...photo }] })

test('a photo taken in from another phone keeps its own moment and place, told by this device’s clock', async () => {
  const blob = new Blob(['a photo'], { type: 'image/jpeg' })
  const sha256 = await sha256Of(new Uint8Array(await blob.arrayBuffer()))
  const what = {
    ...({ kind: 'step', actId: 'a1', hazardId: 'h1', move: 'add-scene-photo', taskId: null, path: '/api/x' } as const),
    ...{ body: {}, version: 1, seenSeq: null, takenAtMs: 5 },
  }
  const body = bodyWith({ capturedAt, takenWith: 'card', position })
  const entry = await freshCarried(
    {
      ...{ id: 'a1', what, savedAtMs: 9, request: { method: 'POST', path: '/api/x', body, sentAtMs: 9 } },
      photos: [{ id: 'p1', name: 'a.jpg', sha256, original: blob, copy: null }],
    },
    { hash: sha256Of, offsetMs: () => hour },
    [],
  )
  expect(entry.facts.photos[0]).toMatchObject({
    ...{ takenAtMs: Date.parse(capturedAt) - hour, takenWith: 'card' },
    position: { longitude: 114.5, latitude: 29, source: 'track', atMs: Date.parse(position.at) - hour },
  })
})

test('what a request does not tell, or tells in a way that cannot be read, is not guessed at', () => {
  expect(sealedPhotos(bodyWith({ capturedAt: 'soon', position: { longitude: 'x' } }), 0, 7).get('p1')).toEqual({
    ...{ takenAtMs: 7, takenWith: 'file', position: null },
  })
  expect(sealedPhotos('{"code":', 0, 7).size).toBe(0)
})
