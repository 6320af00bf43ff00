import sharp from 'sharp'
import { beforeEach, describe, expect, test } from 'vitest'
import { onceIsEnough } from '../notices/test-documents.ts'
import { decodePicture, type Pixels } from './decode-picture.ts'
import { drawWatermark, wordsOfMark } from './draw-watermark.ts'
import { jpeg } from './test-pictures.ts'

beforeEach(onceIsEnough)

const lines = [
  '修2026-0012 · 余塅乡派出所一中队',
  '2026-11-18 星期三 08:59（原时钟慢12分钟，已校正）',
  '余塅乡 㘵下村 X801 K3+240 小学门口',
  '拍摄位置：设备定位±6米 东经114.510000° 北纬29.080000°（WGS-84）',
]

const flat = (width: number, height: number, grey: number): Pixels => ({
  ...{ data: Buffer.alloc(width * height * 3, grey), width, height },
})

/** Where the light letters are: the box around all of them, and how many pixels. */
const ink = ({ data, width, height }: Pixels, from: number) => {
  const box = { left: width, right: -1, top: height, bottom: -1, pixels: 0 }
  for (let y = from; y < height; y++)
    for (let x = 0; x < width; x++)
      if ((data[(y * width + x) * 3] ?? 0) > 200) {
        box.left = Math.min(box.left, x)
        box.right = Math.max(box.right, x)
        box.top = Math.min(box.top, y)
        box.bottom = Math.max(box.bottom, y)
        box.pixels++
      }
  return box
}

describe('the band', () => {
  test.each([
    ['a landscape photo', 1600, 1200],
    ['a portrait photo', 900, 1600],
    ['a panorama', 1600, 320],
    ['a photo tall and narrow', 200, 1600],
    ['a tiny photo', 160, 120],
    ['a single pixel', 1, 1],
  ])('cuts nothing off in %s, and its lines stand apart from every edge', async (_what, width, height) => {
    const { data, ...marked } = await drawWatermark(flat(width, height, 40), lines)
    expect(data.length).toBe(marked.width * marked.height * 3)
    expect(marked.width).toBeGreaterThanOrEqual(width)
    expect(marked.height).toBeGreaterThanOrEqual(height)
    const box = ink({ data, ...marked }, 0)
    expect(box.pixels).toBeGreaterThan(1500)
    expect(box.left).toBeGreaterThan(4)
    expect(marked.width - box.right).toBeGreaterThan(4)
    expect(marked.height - box.bottom).toBeGreaterThan(4)
  })

  test('hides no more than three tenths of a photo: what would hide more stands below it', async () => {
    const landscape = await drawWatermark(flat(1600, 1200, 40), lines)
    expect([landscape.width, landscape.height]).toEqual([1600, 1200])
    expect(ink(landscape, 0).top).toBeGreaterThan(840)
    const panorama = await drawWatermark(flat(1600, 320, 40), lines)
    expect(ink(panorama, 0).top).toBeGreaterThan(320)
    expect(panorama.data.subarray(0, 1600 * 320 * 3).every((value) => value === 40)).toBe(true)
  })

  test('is dark enough under light letters on a white photo as on a black one', async () => {
    for (const grey of [255, 0]) {
      const { data, width, height } = await drawWatermark(flat(1600, 1200, grey), lines)
      const corner = data[(height - 3) * width * 3] ?? 255
      expect(corner).toBeLessThanOrEqual(97)
      // the photo above it is as it was
      expect(data.subarray(0, 800 * width * 3).every((value) => value === grey)).toBe(true)
    }
  })

  test('leaves the pixels given to it alone, and without lines gives them back', async () => {
    const { large } = await decodePicture(await jpeg(640, 480), { format: 'jpeg', scans: 1 })
    const before = Buffer.from(large.data)
    expect((await drawWatermark(large, lines)).data.equals(before)).toBe(false)
    expect(large.data.equals(before)).toBe(true)
    expect(await drawWatermark(large, [])).toBe(large)
  })
})

describe('the words', () => {
  test('every character of the county’s place names is drawn, each in its own shape', async () => {
    const drawn = async (words: string) => (await drawWatermark(flat(600, 400, 0), [words])).data
    expect(wordsOfMark(['余塅乡 㘵下村'])).toEqual(['余塅乡 㘵下村'])
    const [seen, other, gap] = [await drawn('塅'), await drawn('㘵'), await drawn('　')]
    const pixels = (data: Buffer) => ink({ data, width: 600, height: 400 }, 0).pixels
    expect(pixels(gap)).toBe(0)
    expect(Math.min(pixels(seen), pixels(other))).toBeGreaterThan(30)
    expect(seen.equals(other)).toBe(false)
  })

  test('what the font lacks is named and not left out', () => {
    expect(wordsOfMark(['刘𠮷', '好😀'])).toEqual(['刘〔U+20BB7〕', '好〔U+1F600〕'])
  })

  test('markup stays text, and no control character breaks it', async () => {
    const hostile = '</span><b>&amp; "\' & <span size="1">\u0000\u0007\u202e\n'
    const marked = await drawWatermark(flat(900, 600, 0), [hostile, '第二行'])
    expect(ink(marked, 0).pixels).toBeGreaterThan(500)
    expect(wordsOfMark([hostile])[0]).not.toMatch(/\p{Cc}|\u202e/u)
  })

  test('a mark can be drawn after the loaders have been limited, and gives a JPEG that opens', async () => {
    await decodePicture(await jpeg(64, 48), { format: 'jpeg', scans: 1 })
    const { data, width, height } = await drawWatermark(flat(640, 480, 90), lines)
    const bytes = await sharp(data, { raw: { width, height, channels: 3 } })
      .jpeg()
      .toBuffer()
    expect((await decodePicture(bytes, { format: 'jpeg', scans: 1 })).large.width).toBe(640)
  })
})
