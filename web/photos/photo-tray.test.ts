import { expect, test } from 'vitest'
import { NoAnswer } from '../api-problem.ts'
import type { Fix } from './device-position.ts'
import { type KeptPhoto, makePhotoTray, type TrayTools } from './photo-tray.ts'

const nowMs = Date.parse('2026-11-21T06:00:00.000Z')
const here: Fix = {
  longitude: 114.55,
  latitude: 29.05,
  accuracyMetres: 6,
  source: 'device',
  at: '2026-11-21T06:00:00.000Z',
}
const located = (fix: Fix | null = here) => Promise.resolve({ fix, why: fix ? null : ('refused' as const) })
const photo = (name: string): File => new File([name], name, { type: 'image/jpeg', lastModified: nowMs - 5_000 })

const trayWith = (change: Partial<TrayTools> = {}) => {
  const onShelf = new Map<string, Blob>()
  let kept: readonly KeptPhoto[] = []
  const sent: string[] = []
  const tools: TrayTools = {
    hash: async (bytes) => `hash of ${await bytes.text()}`,
    send: async (_bytes, sha256) => {
      sent.push(sha256)
    },
    witness: async (file) => ({ exifAtMs: null, lastModifiedMs: file.lastModified, lngLat: null }),
    shelf: {
      put: async (id, bytes) => void onShelf.set(id, bytes),
      take: async (id) => onShelf.get(id) ?? null,
      drop: async (id) => void onShelf.delete(id),
    },
    keep: (photos) => {
      kept = photos
    },
    nowMs: () => nowMs,
    ...change,
  }
  return { tray: makePhotoTray(tools), onShelf, kept: () => kept, sent }
}

test('photos are sent in the order taken, and leave with the place and moment of the shutter', async () => {
  const { tray, sent, onShelf } = trayWith()
  tray.add([photo('a'), photo('b')], located())
  const taken = await tray.allSent()
  expect(sent).toEqual(['hash of a', 'hash of b'])
  expect(taken.map(({ sha256, capturedAt, position }) => ({ sha256, capturedAt, position }))).toEqual(
    ['a', 'b'].map((name) => ({ sha256: `hash of ${name}`, capturedAt: '2026-11-21T05:59:55.000Z', position: here })),
  )
  // no answer to the step itself would send them into the outbox
  expect(onShelf.size).toBe(2)
  tray.empty()
  expect(onShelf.size).toBe(0)
})

test('a photo that could not be sent stays, says why, and goes with the next attempt', async () => {
  let broken = true
  const { tray, onShelf } = trayWith({
    send: async () => {
      if (broken) throw new NoAnswer(true, null)
    },
  })
  tray.add([photo('a')], located())
  await expect(tray.allSent()).rejects.toBeInstanceOf(NoAnswer)
  expect(tray.photos()[0]).toMatchObject({ state: 'failed' })
  expect(onShelf.size).toBe(1)
  broken = false
  expect(await tray.allSent()).toHaveLength(1)
})

test('a page thrown away by the phone finds its photos again and sends the ones still missing', async () => {
  const first = trayWith({
    send: async () => {
      throw new NoAnswer(true, null)
    },
  })
  first.tray.add([photo('a')], located())
  await expect(first.tray.allSent()).rejects.toBeInstanceOf(NoAnswer)
  const second = trayWith({
    shelf: {
      put: async () => undefined,
      take: async (id) => first.onShelf.get(id) ?? null,
      drop: async () => undefined,
    },
  })
  await second.tray.restore(first.kept())
  expect((await second.tray.allSent())[0]).toMatchObject({ sha256: 'hash of a', position: here })
})

test('a photo whose bytes the browser did not keep is owned up to, not shown as if it were there', async () => {
  const { tray } = trayWith()
  const kept = { id: 'x', name: 'a', capturedAt: '2026-11-21T05:00:00.000Z', position: null }
  await tray.restore([
    { ...kept, sha256: null },
    { ...kept, id: 'y', sha256: 'hash of y' },
  ])
  expect(tray.lost()).toBe(1)
  expect(await tray.allSent()).toMatchObject([{ id: 'y', sha256: 'hash of y' }])
})

test('where the owner refuses the position the photo goes without one, and the reason is known', async () => {
  const { tray } = trayWith()
  tray.add([photo('a')], located(null))
  expect((await tray.allSent())[0]?.position).toBeNull()
  expect(tray.photos()[0]?.whyNoFix).toBe('refused')
})

test('a photo taken off the tray is not sent with the step', async () => {
  const { tray } = trayWith()
  tray.add([photo('a'), photo('b')], located())
  const [first] = tray.photos()
  if (first) tray.remove(first.id)
  expect((await tray.allSent()).map(({ sha256 }) => sha256)).toEqual(['hash of b'])
})

test('a shot through the viewfinder says so, and its moment is the shutter’s, not the camera’s clock', async () => {
  const { tray, kept } = trayWith({
    witness: async () => ({ exifAtMs: nowMs - 9 * 60_000, lastModifiedMs: nowMs, lngLat: [100, 20] }),
  })
  tray.add([photo('shot')], located(), 'viewfinder')
  tray.add([photo('picked')], located())
  const [shot, picked] = await tray.allSent()
  expect(shot).toMatchObject({ takenWith: 'viewfinder', capturedAt: '2026-11-21T05:59:55.000Z', position: here })
  expect(picked).toMatchObject({ takenWith: 'file', capturedAt: '2026-11-21T05:51:00.000Z' })
  expect(kept().map(({ takenWith }) => takenWith)).toEqual(['viewfinder', 'file'])
})

/** A link on which so much of a photo moves, and then nothing. */
const stuckAfter = (shares: readonly number[]) => {
  const given: string[] = []
  const send: TrayTools['send'] = (_bytes, sha256, { onProgress, signal }) => {
    given.push(sha256)
    for (const share of shares) onProgress?.(share)
    return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
  }
  return { given, send }
}

test('on the spot a photo that no longer moves is not waited for: nothing of it is on its way when the step is kept', async () => {
  const { given, send } = stuckAfter([0.2, 0.4])
  const { tray } = trayWith({ send })
  tray.add([photo('a'), photo('b')], located())
  const startedMs = Date.now()
  await expect(tray.allSent({ stillMs: 40, answerMs: 60_000 })).rejects.toBeInstanceOf(NoAnswer)
  expect(Date.now() - startedMs).toBeLessThan(5_000)
  await expect.poll(() => tray.photos().map(({ state }) => state)).toEqual(['failed', 'failed'])
  expect(given).toEqual(['hash of a'])
  const kept = await tray.placed()
  expect(kept.map(({ bytes, position }) => [bytes === null, position])).toEqual([
    [false, here],
    [false, here],
  ])
})

test('a photo that keeps moving is waited for, and so is the server over its last byte', async () => {
  const { tray } = trayWith({
    send: async (_bytes, _sha256, { onProgress }) => {
      for (const share of [0.25, 0.5, 0.75, 1]) {
        await new Promise((resolve) => setTimeout(resolve, 60))
        onProgress?.(share)
      }
      await new Promise((resolve) => setTimeout(resolve, 200))
    },
  })
  tray.add([photo('a')], located())
  expect(await tray.allSent({ stillMs: 150, answerMs: 5_000 })).toHaveLength(1)
})

test('a photo taken off the tray while it is being sent is sent no further', async () => {
  const { given, send } = stuckAfter([0.5])
  let stopped = 0
  const { tray } = trayWith({
    send: (bytes, sha256, how) => {
      how.signal?.addEventListener('abort', () => stopped++)
      return send(bytes, sha256, how)
    },
  })
  tray.add([photo('a'), photo('b')], located())
  await expect.poll(() => tray.photos()[0]?.state).toBe('sending')
  await expect.poll(() => tray.photos()[0]?.sentShare).toBe(0.5)
  const [first] = tray.photos()
  if (first) tray.remove(first.id)
  expect(stopped).toBe(1)
  expect(tray.photos().map(({ name }) => name)).toEqual(['b'])
  // the line is free for the next one, and a tray that is emptied stops that as well
  await expect.poll(() => given).toEqual(['hash of a', 'hash of b'])
  tray.empty()
  expect(stopped).toBe(2)
})
