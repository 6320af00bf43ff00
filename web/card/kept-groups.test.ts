import { expect, test } from 'vitest'
import { type TrackPoint, trackOf } from '../../server/domain/gpx-track.ts'
import type { Arrangement } from './arrangement.ts'
import { untouched } from './arrangement.ts'
import { type CardPhoto, ownPlaces, placeOf, setPhotos } from './card-photo.ts'
import { missingFromGroup, reportOfGroup } from './kept-groups.ts'
import { cardReceipts } from './receipts.ts'

const start = Date.parse('2026-11-20T01:00:00.000Z')
const card = (id: string, seconds: number, lngLat: CardPhoto['lngLat'] = null): CardPhoto => ({
  ...{
    id,
    name: `${id}.JPG`,
    file: new File(['x'], `${id}.JPG`),
    previewUrl: null,
    sha256: id.repeat(64).slice(0, 64),
  },
  ...{ kind: 'jpeg', cameraAtMs: start + seconds * 1000, timeFrom: 'camera', lngLat, camera: 'D70' },
})
const eastward = (seconds: number): TrackPoint => ({
  lngLat: [114.5 + seconds / 100_000, 29],
  atMs: start + seconds * 1000,
})
const track = trackOf([eastward(0), eastward(60), eastward(120)])
const group = { id: 'g', photoIds: ['a'], code: 'A05', description: ' 无减速带 ' }
const batch = { source: 'patrol', sceneComplete: true, serverAheadMs: 0 } as const
const later = start + 3_600_000
const placed = (at: Arrangement['placed'][string]) => ({ ...untouched, placed: { a: at } })

test('the camera’s offset moves a photo along the track and puts its time right', () => {
  const [fast] = setPhotos([card('a', 260)], { D70: 200_000 }, untouched, track)
  expect(fast?.atMs).toBe(start + 60_000)
  expect(fast?.position).toMatchObject({ longitude: 114.5006, latitude: 29, source: 'track', accuracyMetres: 10 })
  const [unset] = setPhotos([card('a', 260)], {}, untouched, track)
  expect(unset?.position).toBeNull()
})

test('the camera’s own fix goes before the track, and a hand before both', () => {
  const own = card('a', 60, [114.6, 29.1])
  expect(setPhotos([own], {}, untouched, track)[0]?.position?.source).toBe('exif')
  const pinned = setPhotos([own], {}, placed({ kind: 'pin', lngLat: [114.7, 29.2] }), track)
  expect(pinned[0]?.position).toMatchObject({ longitude: 114.7, source: 'pin' })
  const named = setPhotos([own], {}, placed({ kind: 'place', code: '360424100', name: '义宁镇' }), track)
  expect(named[0]).toMatchObject({ position: null, placeCode: '360424100' })
})

test('a photo with only its file’s time is not put on the track by it; its own fix and a hand’s place hold', () => {
  const copied = (lngLat: CardPhoto['lngLat'] = null): CardPhoto => ({ ...card('a', 60, lngLat), timeFrom: 'file' })
  expect(setPhotos([copied()], {}, untouched, track)[0]?.position).toBeNull()
  expect(setPhotos([copied([114.6, 29.1])], {}, untouched, track)[0]?.position?.source).toBe('exif')
  const pinned = setPhotos([copied()], {}, placed({ kind: 'pin', lngLat: [114.7, 29.2] }), track)
  expect(pinned[0]?.position?.source).toBe('pin')
})

test('a place is said to be the photos’ own only of those that bear it', () => {
  const both = setPhotos([card('a', 999, [114.6, 29.1]), card('b', 999)], {}, untouched, track)
  expect(placeOf(both).position?.source).toBe('exif')
  expect(ownPlaces(both, 'exif')).toEqual({ own: 1, others: 1 })
})

test('what the outbox gets is in the device’s clock, so that its own correction ends at the real time', () => {
  const photos = setPhotos([card('a', 260)], { D70: 200_000 }, untouched, track)
  const serverAheadMs = 90_000
  const report = reportOfGroup('h', group, photos, { ...batch, serverAheadMs })
  expect(report.takenAtMs + serverAheadMs).toBe(start + 60_000)
  expect(report.photos[0]).toMatchObject({ takenWith: 'card', takenAtMs: report.takenAtMs, name: 'a.JPG' })
  expect((report.position?.atMs ?? 0) + serverAheadMs).toBe(start + 60_000)
  expect(report).toMatchObject({ description: '无减速带', sceneComplete: true, placeCode: null })
})

test('a hazard without a place, a category or a believable time is not kept, and says which', () => {
  const on = (photo: CardPhoto, arrangement = untouched) => setPhotos([photo], {}, arrangement, track)
  expect(missingFromGroup(group, on(card('a', 60)), later)).toBeNull()
  expect(missingFromGroup(group, on(card('a', 999)), later)).toBe('place')
  expect(missingFromGroup({ ...group, code: '' }, on(card('a', 60)), later)).toBe('category')
  expect(missingFromGroup({ ...group, code: 'H99', description: ' ' }, on(card('a', 60)), later)).toBe('words')
  expect(missingFromGroup(group, on(card('a', 60)), start - 600_000)).toBe('future')
  const named = on(card('a', 999), placed({ kind: 'place', code: '360424100', name: '义宁镇' }))
  expect(missingFromGroup(group, named, later)).toBeNull()
  expect(reportOfGroup('h', group, named, batch)).toMatchObject({ placeCode: '360424100', sceneComplete: false })
})

test('a photo that was kept is known again after a reload, and one that was only begun keeps its hazard’s id', () => {
  const kept = new Map<string, string>()
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: kept.set.bind(kept) }
  const before = cardReceipts('squad1', () => 5, storage)
  before.begin(['aa', 'bb'], 'hazard-1')
  before.done(['aa'])
  const after = cardReceipts('squad1', () => 9, storage)
  expect(after.of('aa')).toEqual({ hazardId: 'hazard-1', state: 'kept', atMs: 5 })
  expect(after.of('bb')).toMatchObject({ hazardId: 'hazard-1', state: 'begun' })
  expect(cardReceipts('squad2', () => 9, storage).of('aa')).toBeNull()
  kept.set('luqing.card.squad1', '{"aa": {"state": "kept"}, "bb": 7')
  expect(cardReceipts('squad1', () => 9, storage).of('aa')).toBeNull()
})
