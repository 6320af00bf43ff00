import exifr from 'exifr'
import sharp from 'sharp'
import { expect, test, vi } from 'vitest'
import { hazardCodes, hazardGroups } from '../../server/domain/hazard-codes.ts'
import { makeRoadPicture, type PictureOrder, pictureKindOf, pictureKinds } from './pictures.ts'

vi.setConfig({ testTimeout: 120_000 })

const order: PictureOrder = {
  seed: 'test 1',
  kind: 'bump-missing',
  state: 'before',
  lngLat: [114.4567891, 29.1234567],
  takenAt: '2026-05-12T02:20:30.000Z',
  device: { make: 'Luqing Demo, invented', model: 'Pocket A1' },
}

/** 64 signs of whether a patch of the picture is lighter than its neighbour. */
const signsOf = async (jpeg: Buffer): Promise<boolean[]> => {
  const grey = await sharp(jpeg).greyscale().resize(9, 8, { fit: 'fill' }).raw().toBuffer()
  return Array.from({ length: 64 }, (_, i) => (grey[i + (i >> 3)] ?? 0) < (grey[i + (i >> 3) + 1] ?? 0))
}

const differing = (a: readonly boolean[], b: readonly boolean[]) => a.filter((sign, i) => sign !== b[i]).length

test('the same order gives the same bytes', async () => {
  const [first, second] = await Promise.all([makeRoadPicture(order), makeRoadPicture({ ...order })])
  expect(first.equals(second)).toBe(true)
  expect(first.length).toBeGreaterThan(80_000)
  expect(first.length).toBeLessThan(400_000)
  expect(await sharp(first).metadata()).toMatchObject({ format: 'jpeg', width: 1024, height: 768 })
})

test('EXIF tells time, zone, place and device, and that the picture is invented', async () => {
  const exif: unknown = await exifr.parse(await makeRoadPicture(order), { userComment: true, reviveValues: false })
  expect(exif).toMatchObject({
    Make: 'Luqing Demo, invented',
    Model: 'Pocket A1',
    DateTimeOriginal: '2026:05:12 10:20:30',
    OffsetTimeOriginal: '+08:00',
  })
  const { latitude, longitude, userComment } = Object(exif)
  expect(latitude).toBeCloseTo(29.1234567, 4)
  expect(longitude).toBeCloseTo(114.4567891, 4)
  expect(new TextDecoder().decode(userComment)).toContain('Invented')
})

test('before, after and another place are told apart by a perceptual hash', async () => {
  const orders: PictureOrder[] = [
    order,
    { ...order, state: 'after', takenAt: '2026-05-30T08:40:00.000Z' },
    { ...order, seed: 'test 2' },
    { ...order, seed: 'test 3', kind: 'guardrail-missing-water' },
  ]
  const signs = await Promise.all(orders.map(async (each) => signsOf(await makeRoadPicture(each))))
  for (const [i, a] of signs.entries()) for (const b of signs.slice(i + 1)) expect(differing(a, b)).toBeGreaterThan(7)
})

test('every hazard code has its picture', () => {
  const codes = [...hazardCodes, ...hazardGroups].map(({ code }) => code)
  expect(codes.length).toBeGreaterThan(45)
  for (const code of codes) expect(pictureKinds).toContain(pictureKindOf(code))
  expect(pictureKindOf('A05')).toBe('bump-missing')
  expect(pictureKindOf('C01')).toBe('guardrail-missing-water')
})

test.each(pictureKinds)('a picture of %s shows the hazard before and the remedy after', async (kind) => {
  const states = ['before', 'after'] as const
  const jpegs = await Promise.all(states.map((state) => makeRoadPicture({ ...order, kind, state })))
  for (const jpeg of jpegs) {
    const { channels } = await sharp(jpeg).stats()
    // A picture, not a blank sheet: light spread over a good part of its range.
    for (const { stdev, mean } of channels) {
      expect(stdev).toBeGreaterThan(15)
      expect(mean).toBeGreaterThan(40)
      expect(mean).toBeLessThan(215)
    }
  }
  expect(new Set(jpegs.map((jpeg) => jpeg.toString('base64'))).size).toBe(2)
})

test('interim is another picture than before, for it has cones', async () => {
  const [before, interim] = await Promise.all([makeRoadPicture(order), makeRoadPicture({ ...order, state: 'interim' })])
  expect(interim.equals(before)).toBe(false)
})

test('an order without an instant is refused', async () => {
  await expect(makeRoadPicture({ ...order, takenAt: 'yesterday' })).rejects.toThrow('Not an instant')
})
