import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noWitness, rawExif, witnessOf } from './read-exif.ts'

const xiushui = {
  ...{ GPSLatitudeRef: 'N', GPSLatitude: [29, 1, 32.52], GPSLongitudeRef: 'E', GPSLongitude: [114, 32, 29.04] },
}

test('the camera’s time is taken as it stands, in local time, with the offset where it is given', () => {
  const at = (exif: object) => witnessOf({ exif }).takenAt
  expect(at({ DateTimeOriginal: '2025:09:05 16:28:04' })).toBe('2025-09-05T16:28:04')
  expect(at({ DateTimeOriginal: '2025:09:05 16:28:04', OffsetTimeOriginal: '+08:00' })).toBe(
    '2025-09-05T16:28:04+08:00',
  )
  expect(at({ DateTimeOriginal: '2025:09:05 16:28:04', OffsetTime: '+08:00' })).toBe('2025-09-05T16:28:04+08:00')
  expect(at({ CreateDate: '2025:09:05 16:28:04' })).toBe('2025-09-05T16:28:04')
  expect(at({ DateTimeOriginal: '2018:06:26 17:46:33.847' })).toBe('2018-06-26T17:46:33')
})

test('a wrong clock is what the camera wrote, so it is kept: 1970 and 2099 are evidence too', () => {
  expect(witnessOf({ exif: { DateTimeOriginal: '1970:01:01 08:00:00' } }).takenAt).toBe('1970-01-01T08:00:00')
  expect(witnessOf({ exif: { DateTimeOriginal: '2099:01:01 00:00:00' } }).takenAt).toBe('2099-01-01T00:00:00')
})

test.each([
  '0000:00:00 00:00:00',
  '2025:02:30 10:00:00',
  '2025:13:01 10:00:00',
  '2025:01:01 24:00:00',
  '    :  :     :  :  ',
  'yesterday',
  '',
  20250905,
  null,
])('%j is not a time', (value) => {
  expect(witnessOf({ exif: { DateTimeOriginal: value } }).takenAt).toBeNull()
})

test.each(['xx', '+25:00', '+08', '+08:75', '08:00', 8])('the offset %j is left away and the time kept', (offset) => {
  const exif = { DateTimeOriginal: '2025:09:05 16:28:04', OffsetTimeOriginal: offset }
  expect(witnessOf({ exif }).takenAt).toBe('2025-09-05T16:28:04')
})

test('degrees, minutes and seconds become signed degrees', () => {
  const { latitude, longitude } = witnessOf({ gps: xiushui })
  expect(latitude).toBeCloseTo(29.0257, 6)
  expect(longitude).toBeCloseTo(114.5414, 6)
  const south = witnessOf({ gps: { ...xiushui, GPSLatitudeRef: 'S\0', GPSLongitudeRef: 'w' } })
  expect(south.latitude).toBeCloseTo(-29.0257, 6)
  expect(south.longitude).toBeCloseTo(-114.5414, 6)
  expect(witnessOf({ gps: { ...xiushui, GPSLatitude: [29.0257] } }).latitude).toBeCloseTo(29.0257, 6)
})

test.each([
  ['0/0', { GPSLatitude: [Number.NaN, Number.NaN, Number.NaN] }],
  ['1/0', { GPSLatitude: [Number.POSITIVE_INFINITY, 0, 0] }],
  ['beyond the pole', { GPSLatitude: [4_294_967_295, 0, 0] }],
  ['seventy minutes', { GPSLatitude: [29, 70, 0] }],
  ['below nothing', { GPSLatitude: [-29, 0, 0] }],
  ['a text', { GPSLatitude: '29 1 32' }],
  ['too many parts', { GPSLatitude: [29, 1, 32, 5] }],
  ['nothing', { GPSLatitude: [] }],
  ['no longitude', { GPSLongitude: undefined }],
  ['a letter that is no direction', { GPSLatitudeRef: '<' }],
  ['before the first fix', { GPSLatitude: [0, 0, 0], GPSLongitude: [0, 0, 0] }],
])('a position of %s is no position', (_name, odd) => {
  const { latitude, longitude } = witnessOf({ gps: { ...xiushui, ...odd } })
  expect([latitude, longitude]).toEqual([null, null])
})

test('names are one clean line of 64 letters at most', () => {
  const make = (value: unknown) => witnessOf({ ifd0: { Make: value } }).make
  expect(make('HUAWEI\0')).toBe('HUAWEI')
  expect(make('  Redmi\tNote\r\n9S ')).toBe('Redmi Note 9S')
  expect(make('<script>alert("x")</script>')).not.toMatch(/[<>"]/)
  expect(make('=HYPERLINK("http://x")')).toBe('HYPERLINK( http://x )')
  expect(make('\u202Egnp.exe\u0007')).toBe('gnp.exe')
  expect(make('华'.repeat(1000))).toBe('华'.repeat(64))
  expect(make('😀 \u0000')).toBeNull()
  expect(make(7)).toBeNull()
})

test('nothing that tags could hold breaks the reader or gets past its limits', () => {
  const anything = fc.oneof(fc.anything({ withTypedArray: true, withBigInt: true }), fc.string({ unit: 'binary' }))
  const group = (...tags: string[]) => fc.record(Object.fromEntries(tags.map((tag) => [tag, anything])))
  const tags = fc.record({
    ifd0: group('Make', 'Model'),
    exif: group('DateTimeOriginal', 'OffsetTimeOriginal'),
    gps: group('GPSLatitude', 'GPSLatitudeRef', 'GPSLongitude', 'GPSLongitudeRef'),
  })
  fc.assert(
    fc.property(fc.oneof(tags, anything), (value) => {
      const { takenAt, latitude, longitude, make, model } = witnessOf(value)
      expect(takenAt === null || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([+-]\d\d:\d\d)?$/.test(takenAt)).toBe(true)
      expect(latitude === null || Math.abs(latitude) <= 90).toBe(true)
      expect(longitude === null || Math.abs(longitude) <= 180).toBe(true)
      for (const name of [make, model]) expect(name === null || /^[^<>"\p{C}]{1,128}$/u.test(name)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('bytes that are no EXIF give no tags and no witness', async () => {
  const noise = Buffer.from('II*\0\xff\xff\xff\x7f', 'latin1')
  for (const bytes of [Buffer.alloc(0), Buffer.from('hello'), noise, Buffer.alloc(64 * 1024, 0xff)])
    expect(witnessOf(await rawExif(bytes))).toEqual(noWitness)
})

test('a tag that claims more bytes than the block has does not reach into other memory', async () => {
  const secret = Buffer.from('SECRET'.repeat(100), 'latin1')
  const block = Buffer.alloc(26)
  block.write('II*\0', 0, 'latin1')
  block.writeUInt32LE(8, 4)
  block.writeUInt16LE(1, 8)
  block.writeUInt16LE(0x010f, 10) // Make
  block.writeUInt16LE(2, 12)
  block.writeUInt32LE(600, 14)
  block.writeUInt32LE(20, 18)
  const pool = Buffer.concat([block, secret])
  expect(JSON.stringify(await rawExif(pool.subarray(0, block.length)))).not.toContain('SECRET')
})
