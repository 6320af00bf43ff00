import { expect, test } from 'vitest'
import { makeCardDesk } from './card-desk.ts'
import type { FoundFile } from './gather-files.ts'
import type { CardReading } from './read-card-file.ts'
import { cardReceipts } from './receipts.ts'

const at = Date.parse('2026-11-20T01:00:00.000Z')
/** The content of a file is its hash here; `!` in front makes it one that cannot be read. */
const reading = (content: string): CardReading =>
  content.startsWith('!')
    ? { ok: false, why: 'broken' }
    : {
        ok: true,
        photo: {
          ...{ sha256: content, kind: 'jpeg', cameraAtMs: at, timeFrom: 'camera', lngLat: null, camera: 'D70' },
          preview: new Blob([content]),
        },
      }
const found = (path: string, content: string): FoundFile => ({ path, file: new File([content], path) })

const deskWith = (kept: ReadonlySet<string> = new Set(), storage = new Map<string, string>()) => {
  const shown = new Set<string>()
  const receipts = cardReceipts('squad1', () => at, {
    getItem: (key) => storage.get(key) ?? null,
    setItem: storage.set.bind(storage),
  })
  const desk = makeCardDesk({
    read: (files, onRead) => {
      let stop = false
      const finished = (async () => {
        for (const file of files) {
          const content = await file.text()
          if (!stop) onRead(file, reading(content))
        }
      })()
      return {
        finished,
        cancel: () => {
          stop = true
        },
      }
    },
    pointsOf: (text) => (text === 'gpx' ? [{ lngLat: [114.5, 29], atMs: at }] : text === 'empty' ? [] : null),
    receipts,
    isKept: (hazardId) => Promise.resolve(kept.has(hazardId)),
    showFile: () => {
      const url = `blob:${shown.size}`
      shown.add(url)
      return url
    },
    hideFile: (url) => void shown.delete(url),
  })
  return { desk, receipts, shown, storage }
}

test('the same bytes twice are one photo, and it is said of which', async () => {
  const { desk } = deskWith()
  await desk.take([found('1.JPG', 'aa'), found('2.JPG', 'aa'), found('3.JPG', 'bb'), found('4.JPG', '!')])
  await desk.take([found('again/3.JPG', 'bb')])
  expect(desk.state().photos.map(({ name }) => name)).toEqual(['1.JPG', '3.JPG'])
  expect(desk.state().aside).toMatchObject([
    { path: '2.JPG', why: 'same', as: '1.JPG' },
    { path: '4.JPG', why: 'broken' },
    { path: 'again/3.JPG', why: 'same', as: '3.JPG' },
  ])
})

test('what was kept is set aside when the folder is chosen again, unless its owner wants it in', async () => {
  const { desk, receipts } = deskWith()
  receipts.begin(['aa'], 'hazard-1')
  receipts.done(['aa'])
  await desk.take([found('1.JPG', 'aa'), found('2.JPG', 'bb')])
  expect(desk.state().photos.map(({ name }) => name)).toEqual(['2.JPG'])
  expect(desk.state().aside).toMatchObject([{ path: '1.JPG', why: 'kept-before', hazardId: 'hazard-1' }])
  await desk.takeAnyway(desk.state().aside)
  expect(desk.state().photos.map(({ name }) => name)).toEqual(['2.JPG', '1.JPG'])
})

test('a page killed while keeping asks whether it was kept, and sends nothing twice', async () => {
  const { desk, receipts } = deskWith(new Set(['hazard-1']))
  receipts.begin(['aa'], 'hazard-1')
  receipts.begin(['bb'], 'hazard-2')
  await desk.take([found('1.JPG', 'aa'), found('2.JPG', 'bb')])
  expect(desk.state().photos.map(({ name }) => name)).toEqual(['2.JPG'])
  expect(receipts.of('aa')?.state).toBe('kept')
  expect(receipts.of('bb')).toMatchObject({ state: 'begun', hazardId: 'hazard-2' })
})

test('what is kept or put away leaves no picture behind in memory', async () => {
  const { desk, shown } = deskWith()
  await desk.take([found('1.JPG', 'aa'), found('2.JPG', 'bb'), found('3.JPG', 'cc')])
  const [first] = desk.state().photos
  desk.kept([first?.id ?? ''])
  expect(shown.size).toBe(2)
  desk.clear()
  expect(shown.size).toBe(0)
  expect(desk.state().photos).toEqual([])
})

test('reading can be stopped; what was read by then is there', async () => {
  const { desk } = deskWith()
  const stop = desk.subscribe(() => {
    if (desk.state().reading?.done === 2) desk.cancel()
  })
  await desk.take(['1', '2', '3', '4'].map((name) => found(`${name}.JPG`, name)))
  stop()
  expect(desk.state().photos).toHaveLength(2)
  expect(desk.state().reading).toBeNull()
})

test('a track that says nothing is named, one that does is laid under the photos and can be taken away', async () => {
  const { desk } = deskWith()
  await desk.take([found('a.gpx', 'gpx'), found('b.gpx', 'broken'), found('c.gpx', 'empty')])
  expect(desk.state().track.flat()).toHaveLength(1)
  expect(desk.state().aside.map(({ why }) => why)).toEqual(['no-track', 'track-without-times'])
  desk.dropTrack('a.gpx')
  expect(desk.state().track).toEqual([])
})

test('every act of a hand can be undone, a remark typed letter by letter as one', async () => {
  const { desk } = deskWith()
  const { arrangement } = desk.state()
  const typed = (out: readonly string[]) => desk.arrange({ ...arrangement, out }, 'remark 1')
  desk.arrange({ ...arrangement, out: ['p0'] })
  typed(['p1'])
  typed(['p1', 'p2'])
  desk.undo()
  expect(desk.state().arrangement.out).toEqual(['p0'])
  typed(['p3'])
  desk.undo()
  desk.undo()
  expect(desk.state().arrangement.out).toEqual([])
  expect(desk.state().mayUndo).toBe(false)
})

test('a track too large to be read is named, and not read', async () => {
  const { desk } = deskWith()
  const large = { path: 'year.gpx', file: new File([new Uint8Array(30e6), new Uint8Array(1)], 'year.gpx') }
  large.file.text = () => Promise.reject(new Error('it was read'))
  await desk.take([large, found('a.gpx', 'gpx')])
  expect(desk.state().aside.map(({ path, why }) => [path, why])).toEqual([['year.gpx', 'track-too-big']])
  expect(desk.state().track.flat()).toHaveLength(1)
})
