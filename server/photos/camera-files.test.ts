import { existsSync, readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { variantSizes } from '../../db/vocabulary.ts'
import type { ProblemCode } from '../http/problem.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import { decodeHeic, usualHeicLimits } from './decode-heic.ts'
import { receivePhoto } from './receive-photo.ts'
import { openPhotoRow } from './store.ts'
import { actorOf, fileAsBody, sha256Of } from './test-pictures.ts'
import { variantsSettled } from './variants.ts'

/** Real camera files lie beside the project where it is developed; elsewhere these tests say that they were skipped. */
const data = fileURLToPath(new URL('../../../shared/data/', import.meta.url))

/** What is refused, and why; everything else in the folders must be accepted. */
const refused: Readonly<Record<string, ProblemCode>> = {
  'bombs/pillow__decompression_bomb.gif': 'not-a-photo',
  'bombs/png_20000x20000_8bit.png': 'photo-too-large',
  'no_gps/mei__32Bit-72dpi-sRGB-800x600.avif': 'not-a-photo',
  // bytes between its segments that belong nowhere: the decoder warns
  'no_gps/mei__issue_121.jpg': 'damaged-photo',
  'malformed/exiv2__issue_1815_poc.jpg': 'not-a-photo',
  'malformed/exiv2__issue_1881_poc.jpg': 'damaged-photo',
  'malformed/exiv2__issue_428_poc3.png': 'damaged-photo',
  'malformed/exiv2__issue_428_poc5.png': 'damaged-photo',
  'malformed/exiv2__issue_428_poc7.png': 'damaged-photo',
  'malformed/exiv2__issue_428_poc8.png': 'damaged-photo',
  'malformed/exiv2__issue_845_poc.png': 'damaged-photo',
  'malformed/exiv2__issue_853_poc.jpg': 'damaged-photo',
  'malformed/exiv2__issue_869_poc.png': 'damaged-photo',
  'malformed/exiv2__pocIssue283.jpg': 'not-a-photo',
  'malformed/mei__NegativeArraySizeException.HeifReader.processBoxes.heif': 'damaged-photo',
  'malformed/pillow__jpeg_ff00_header.jpg': 'damaged-photo',
  'malformed/pillow__truncated_app14.jpg': 'damaged-photo',
  'upload_abuse/gif_php.gif': 'not-a-photo',
  'upload_abuse/html_named.jpg': 'not-a-photo',
  'upload_abuse/soi_only.jpg': 'damaged-photo',
  'upload_abuse/truncated_50pct.jpg': 'damaged-photo',
  'upload_abuse/zero_bytes.jpg': 'not-a-photo',
}

/** Its EXIF writes a latitude of 4,294,967,295: no position is right. */
const impossiblePlace = 'gps_edge/pillow__exif_gps.jpg'

const columnsOf = (line: string): string[] =>
  [...line.matchAll(/("([^"]*)"|[^,]*)(,|$)/g)].map(([, plain = '', quoted]) => quoted ?? plain)

const manifest = (folder: string): Record<string, string>[] => {
  if (!existsSync(join(data, folder, 'MANIFEST.csv'))) return []
  const [head = '', ...lines] = readFileSync(join(data, folder, 'MANIFEST.csv'), 'utf8')
    .trim()
    .split('\n')
  const names = columnsOf(head)
  return lines.map((line) => Object.fromEntries(columnsOf(line).map((value, index) => [names[index] ?? '', value])))
}

/** What a camera wrote does not depend on the database: the other engine sees one file in ten. */
const some = <Row>(rows: Row[]): Row[] =>
  process.env['LUQING_TEST_ENGINE'] === 'postgres' ? rows.filter((_row, index) => index % 10 === 0) : rows

const cameraFiles = manifest('exif').map((row) => ({ ...row, file: row['file'] ?? '', path: `exif/${row['file']}` }))
const demoFiles = manifest('photos_demo').map((row) => ({
  ...row,
  file: row['demo_file'] ?? '',
  path: `photos_demo/${row['demo_file']}`,
}))

let county: TestCounty

beforeAll(async () => {
  county = await testCounty()
}, 60_000)

afterAll(() => county.close())

const send = async (path: string) => {
  const whole = join(data, path)
  const bytes = readFileSync(whole)
  const sha256 = sha256Of(bytes)
  const photo = { sha256, body: fileAsBody(whole), declaredBytes: bytes.length }
  const code = await receivePhoto(county.world, actorOf('squad1'), photo).then(
    () => null,
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  )
  await variantsSettled(county.world.photos)
  return { bytes, sha256, code }
}

/** What lies in the photo folder because of these bytes, temporary files included. */
const tracesOf = async (sha256: string) => {
  const { photos } = county.world
  const variants = await Promise.all(variantSizes.map((size) => photos.hasVariant(sha256, size)))
  const original = await photos.sizeOfOriginal(sha256)
  return [original !== null, ...variants, (await readdir(join(county.folder, 'photos', 'incoming'))).length > 0]
}

const absent = 'no folder ../shared/data with real camera files beside this project'

describe('real camera files', () => {
  if (cameraFiles.length === 0) {
    test('every file of the collection', ({ skip }) => skip(absent))
    return
  }

  test('the table of refusals names files that exist', () => {
    const known = new Set(cameraFiles.map(({ file }) => file))
    expect(Object.keys(refused).filter((file) => !known.has(file))).toEqual([])
    expect(cameraFiles.length).toBeGreaterThan(100)
  })

  test.each(some(cameraFiles.filter(({ file }) => refused[file])))(
    '$file is refused and leaves nothing',
    async ({ file, path }) => {
      const rssBefore = process.memoryUsage().rss
      const { sha256, code } = await send(path)
      expect(code).toBe(refused[file])
      expect(await openPhotoRow(county.world.db, county.world.county, sha256)).toBeNull()
      expect(await tracesOf(sha256)).toEqual([false, false, false, false])
      expect(process.memoryUsage().rss - rssBefore).toBeLessThan(150e6)
    },
  )

  test.each(some(cameraFiles.filter(({ file }) => !refused[file])))(
    '$file is kept, and its EXIF read',
    async (row) => {
      const { sha256, code, bytes } = await send(row.path)
      expect(code).toBeNull()
      const photo = await openPhotoRow(county.world.db, county.world.county, sha256)
      expect(photo?.bytes).toBe(bytes.length)
      expect(await tracesOf(sha256)).toEqual([true, true, true, false])
      const said = Object.entries(row)
      const column = (name: string) => said.find(([known]) => known === name)?.[1] ?? ''
      expect([photo?.widthPixels, photo?.heightPixels].sort()).toEqual(
        [Number(column('width')), Number(column('height'))].sort(),
      )
      if (column('lat') === '' || row.file === impossiblePlace) {
        expect([photo?.exifLatitude, photo?.exifLongitude]).toEqual([null, null])
      } else {
        expect(Math.abs((photo?.exifLatitude ?? Number.NaN) - Number(column('lat')))).toBeLessThan(1e-4)
        expect(Math.abs((photo?.exifLongitude ?? Number.NaN) - Number(column('lon')))).toBeLessThan(1e-4)
      }
      expect(photo?.exifMake ?? '').not.toMatch(/[<>"\p{C}]/u)
      if (row.path.includes('cn_phones'))
        expect([photo?.exifMake ?? '', photo?.exifModel ?? '']).toEqual([column('make'), column('model')])
    },
    90_000,
  )

  test.each([
    ['pixels', 'photo-too-large', { maxPixels: 12e6 }],
    ['memory for its decoder', 'photo-too-large', { maxDecoderBytes: 40e6 }],
    ['time', 'try-again', { decodeMillis: 5 }],
  ])('a HEIC that takes more %s than it may is %s', async (_what, code, limit) => {
    const limits = { ...usualHeicLimits, ...limit }
    const decoded = decodeHeic(join(data, 'exif/cn_phones/mei__IMG_1034.heic'), limits)
    await expect(decoded).rejects.toMatchObject({ code })
  })

  test('the moment of the shutter is read where the camera wrote one', { timeout: 90_000 }, async () => {
    const takenAt = async (file: string) => {
      const { sha256 } = await send(`exif/${file}`)
      return (await openPhotoRow(county.world.db, county.world.county, sha256))?.exifTakenAt
    }
    expect(await takenAt('cn_phones/oh__test-10bit-1.heic')).toBe('2021-01-21T11:22:24+08:00')
    expect(await takenAt('cn_phones/mei__IMG_1034.heic')).toBe('2018-02-05T15:11:44')
    expect(await takenAt('cn_phones/oh__test_metadata.jpg')).toBe('2024-01-25T05:51:34')
    expect(await takenAt('upload_abuse/date_1970.jpg')).toBe('1970-01-01T08:00:00')
    expect(await takenAt('upload_abuse/date_future.jpg')).toBe('2099-01-01T00:00:00')
    expect(await takenAt('no_gps/mei__Olympus_C4040Z.jpg')).toBeNull()
  })
})

describe('road photos', () => {
  if (demoFiles.length === 0) {
    test('every file of the collection', ({ skip }) => skip(absent))
    return
  }

  test.each(some(demoFiles))('$file is kept with its place, time and phone', async (row) => {
    const { sha256, code } = await send(row.path)
    expect(code).toBeNull()
    const photo = await openPhotoRow(county.world.db, county.world.county, sha256)
    const said = Object.entries(row)
    const column = (name: string) => said.find(([known]) => known === name)?.[1] ?? ''
    expect(Math.abs((photo?.exifLatitude ?? Number.NaN) - Number(column('lat')))).toBeLessThan(1e-4)
    expect(Math.abs((photo?.exifLongitude ?? Number.NaN) - Number(column('lon')))).toBeLessThan(1e-4)
    expect(photo?.exifTakenAt?.slice(0, 19).replace('T', ' ').replaceAll('-', ':')).toBe(column('datetime_local'))
    expect([photo?.exifMake, photo?.exifModel]).toEqual([column('make'), column('model')])
  })
})
