import { existsSync, openAsBlob, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isWholeJpeg, kindOf } from '../photos/photo-file.ts'
import { gathered } from './gather-files.ts'
import { type CardReading, readCardFile } from './read-card-file.ts'

const zone = 'Asia/Shanghai'
const noPreview = () => Promise.resolve(null)
const shared = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'exif')
const filesIn = (folder: string): string[] =>
  existsSync(join(shared, folder)) ? readdirSync(join(shared, folder)).map((name) => join(shared, folder, name)) : []
const read = async (path: string): Promise<CardReading> =>
  readCardFile(new File([await openAsBlob(path)], path, { lastModified: 1_700_000_000_000 }), zone, noPreview)

const folders = ['bombs', 'cn_phones', 'gps_edge', 'gps_ok', 'malformed', 'no_gps', 'orientation', 'upload_abuse']
const real = test.skipIf(!existsSync(shared))

real('every file of real cameras is read, or named with the reason why not; none fells the page', async () => {
  const counts = { read: 0, aside: 0 }
  for (const path of folders.flatMap(filesIn)) {
    const reading = await read(path)
    counts[reading.ok ? 'read' : 'aside'] += 1
    if (!reading.ok) continue
    expect(reading.photo.sha256, path).toMatch(/^[0-9a-f]{64}$/)
    expect(Number.isFinite(reading.photo.cameraAtMs), path).toBe(true)
    const [lng, lat] = reading.photo.lngLat ?? [0, 0]
    expect(Math.abs(lng) <= 180 && Math.abs(lat) <= 90, path).toBe(true)
  }
  expect(counts.read).toBeGreaterThan(60)
  expect(counts.aside).toBeGreaterThan(5)
})

real('a camera with a fix gives its place, its clock and its name', async () => {
  const reading = await read(join(shared, 'gps_ok', 'exifsamples__DSCN0021.jpg'))
  if (!reading.ok) throw new Error(reading.why)
  expect(reading.photo.camera).toBe('NIKON COOLPIX P6000')
  expect(reading.photo.cameraAtMs).toBe(Date.parse('2008-10-22T16:38:20+08:00'))
  expect(reading.photo.timeFrom).toBe('camera')
  expect(reading.photo.lngLat?.[1]).toBeCloseTo(43.46708, 4)
})

real('what was cut off, is empty, or only bears the name of a photo is told apart', async () => {
  const why = async (name: string) => {
    const reading = await read(join(shared, 'upload_abuse', name))
    return reading.ok ? reading.photo.kind : reading.why
  }
  expect(await why('zero_bytes.jpg')).toBe('empty')
  expect(await why('truncated_50pct.jpg')).toBe('broken')
  expect(await why('soi_only.jpg')).toBe('broken')
  expect(await why('html_named.jpg')).toBe('not-a-photo')
  expect(await why('gif_php.gif')).toBe('not-a-photo')
  expect(await why('heic_named.jpg')).toBe('heic')
})

test('a file larger than the server takes is named without being read', async () => {
  const jpeg = new Uint8Array(32)
  jpeg.set([0xff, 0xd8, 0xff, 0xe0])
  const large = new File([jpeg, new Uint8Array(41 * 1024 * 1024)], 'huge.jpg')
  expect(await readCardFile(large, zone, noPreview)).toEqual({ ok: false, why: 'too-big' })
})

test('a card pulled out in the middle leaves a file unreadable, not the page broken', async () => {
  const gone = new File([new Uint8Array([0xff, 0xd8])], 'gone.jpg')
  gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'))
  expect(await readCardFile(gone, zone, noPreview)).toEqual({ ok: false, why: 'unreadable' })
})

test('raw pictures are known by their bytes, and a JPEG is whole only with its end after the scan', () => {
  expect(kindOf(new TextEncoder().encode('II*\0rest of a NEF'))).toBe('raw')
  expect(kindOf(new TextEncoder().encode('FUJIFILMCCD-RAW '))).toBe('raw')
  const preview = [0xff, 0xe1, 0x00, 0x06, 0xff, 0xd9, 0x00, 0x00]
  const scan = [0xff, 0xda, 0x00, 0x02, 0x11, 0xff, 0x00, 0x22]
  expect(isWholeJpeg(Uint8Array.from([0xff, 0xd8, ...preview, ...scan, 0xff, 0xd9]))).toBe(true)
  expect(isWholeJpeg(Uint8Array.from([0xff, 0xd8, ...preview, ...scan]))).toBe(false)
})

test('a folder is sorted into photos and tracks in the camera’s own order; the rest is counted', () => {
  const found = ['B/DSC_10.JPG', 'B/DSC_9.JPG', 'a.gpx', 'B/._DSC_9.JPG', 'film.mov', '.DS_Store', 'x.HEIC', 'y.nef']
  const { photos, tracks, skipped } = gathered(found.map((path) => ({ path, file: new File([], path) })))
  expect(photos.map(({ path }) => path)).toEqual(['B/DSC_9.JPG', 'B/DSC_10.JPG', 'x.HEIC', 'y.nef'])
  expect(tracks.map(({ path }) => path)).toEqual(['a.gpx'])
  expect(skipped).toBe(3)
})
