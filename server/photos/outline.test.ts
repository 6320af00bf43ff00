import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formatOf } from '../domain/photo-format.ts'
import { outlineOf } from './outline.ts'
import { jpeg, picture } from './test-pictures.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luqing-outline-'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

const outline = async (bytes: Uint8Array) => {
  const path = join(folder, 'photo')
  await writeFile(path, bytes)
  return outlineOf(path)
}

const sound = {
  jpeg: () => jpeg(),
  progressive: () => picture(320, 240).jpeg({ progressive: true }).toBuffer(),
  png: () => picture(320, 240).png().toBuffer(),
  webp: () => picture(320, 240).webp().toBuffer(),
}

/** Two boxes, as a HEIC file begins; enough for its outline, though nothing in it can be decoded. */
const heicBoxes = Buffer.concat([
  Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
  Buffer.from('\0\0\0\x0cmeta\0\0\0\0', 'latin1'),
  Buffer.from('\0\0\0\x10mdat12345678', 'latin1'),
])

test('the end of a sound picture is the end of its file', async () => {
  expect(await outline(await sound.jpeg())).toMatchObject({ format: 'jpeg', trailingBytes: 0, scans: 1 })
  expect(await outline(await sound.png())).toMatchObject({ format: 'png', trailingBytes: 0 })
  expect(await outline(await sound.webp())).toMatchObject({ format: 'webp', trailingBytes: 0 })
  expect(await outline(heicBoxes)).toMatchObject({ format: 'heic', trailingBytes: 0 })
})

test('the scans of a progressive picture are counted', async () => {
  expect((await outline(await sound.progressive())).scans).toBeGreaterThan(3)
})

test.each(['jpeg', 'progressive', 'png', 'webp'] as const)(
  'bytes behind a %s are counted, whatever they are',
  async (kind) => {
    const bytes = await sound[kind]()
    const film = Buffer.concat([
      Buffer.from('\0\0\0\x18ftypmp42', 'latin1'),
      Buffer.alloc(70_000, 0xff),
      await jpeg(8, 8),
    ])
    expect((await outline(Buffer.concat([bytes, film]))).trailingBytes).toBe(film.length)
  },
)

test('bytes behind the boxes of a HEIC are counted, an unknown box as well', async () => {
  expect((await outline(Buffer.concat([heicBoxes, Buffer.from('hello')]))).trailingBytes).toBe(5)
  expect((await outline(Buffer.concat([heicBoxes, Buffer.from('\0\0\0\x08evil', 'latin1')]))).trailingBytes).toBe(8)
})

test.each(['jpeg', 'progressive', 'png', 'webp'] as const)('a %s cut short anywhere is damaged', async (kind) => {
  const bytes = await sound[kind]()
  for (const part of [0.1, 0.3, 0.7, 0.99, (bytes.length - 1) / bytes.length]) {
    const cut = bytes.subarray(0, Math.floor(bytes.length * part))
    await expect(outline(cut)).rejects.toMatchObject({ code: 'damaged-photo' })
  }
})

test('a HEIC cut short is damaged', async () => {
  for (const length of [12, 24, 35, 44, heicBoxes.length - 1])
    await expect(outline(heicBoxes.subarray(0, length))).rejects.toMatchObject({ code: 'damaged-photo' })
})

test('one flipped bit anywhere in a PNG is found by its checksums', async () => {
  const bytes = await picture(40, 30).png().toBuffer()
  for (let at = 8; at < bytes.length; at += 7) {
    const flipped = Buffer.from(bytes)
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8))
    await expect(outline(flipped)).rejects.toMatchObject({ code: 'damaged-photo' })
  }
})

test('a moving WebP is not a photo', async () => {
  const frames = await picture(8, 16).webp().toBuffer()
  const chunks = Buffer.from('VP8X\x0a\0\0\0\x02\0\0\0\x07\0\0\x0f\0\0ANIM\x06\0\0\0\0\0\0\0\0\0', 'latin1')
  const moving = Buffer.concat([frames.subarray(0, 12), chunks, frames.subarray(12)])
  moving.writeUInt32LE(moving.length - 8, 4)
  await expect(outline(moving)).rejects.toMatchObject({ code: 'not-a-photo' })
})

test.each([
  ['nothing', ''],
  ['a web page', '<!doctype html><html>'],
  ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['a GIF', 'GIF89a\x01\0\x01\0'],
  ['a TIFF', 'II*\0\x08\0\0\0'],
  ['a PDF', '%PDF-1.7\n'],
  ['a BMP', 'BM\x46\0\0\0'],
  ['a film', '\0\0\0\x18ftypmp42\0\0\0\0mp42isom'],
  ['an AVIF', '\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf'],
  ['an AVIF under a general name', '\0\0\0\x1cftypmif1\0\0\0\0avifmif1miaf'],
  ['a sound file', 'RIFF\x24\0\0\0WAVEfmt '],
  ['a PNG whose line ends were changed', '\x89PNG\n\x1a\n\0\0\0\rIHDR'],
])('%s is not a photo', async (_name, text) => {
  await expect(outline(Buffer.from(text, 'latin1'))).rejects.toMatchObject({ code: 'not-a-photo' })
})

test('a HEIC goes by any of its names', () => {
  for (const brand of ['heic', 'heix', 'hevc', 'hevx'])
    expect(formatOf(Buffer.from(`\0\0\0\x14ftyp${brand}\0\0\0\0mif1`, 'latin1'))).toBe('heic')
  expect(formatOf(Buffer.from('\0\0\0\x18ftypmif1\0\0\0\0mif1heic', 'latin1'))).toBe('heic')
})

test('a file of nothing but segments is given up soon', async () => {
  const segments = Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff]),
    Buffer.from('\xe0\0\x02\xff'.repeat(200_000), 'latin1'),
  ])
  await expect(outline(segments)).rejects.toMatchObject({ code: 'damaged-photo' })
})
