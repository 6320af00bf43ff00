import { expect, test } from 'vitest'
import { readPhotoFile } from './read-photo-file.ts'

const file = (name: string, ...text: string[]) =>
  new File([Uint8Array.from(Buffer.from(text.join(''), 'latin1'))], name)
const whyNot = async (picked: File) => {
  const read = await readPhotoFile(picked)
  return read.ok ? read.kind : read.why
}
const scan = '\xff\xda\0\x02\x11\xff\0\x22'

test('what is no photo is named for what it is, whatever its name says', async () => {
  expect(await whyNot(file('IMG_1.jpg', 'notes of a meeting, and nothing else'))).toBe('not-a-photo')
  expect(await whyNot(file('IMG_2.jpg'))).toBe('empty')
  expect(await whyNot(file('IMG_3.jpg', '\x8f\x02\x11\xa7\x5c\x90\x13\x42'))).toBe('not-a-photo')
  expect(await whyNot(file('IMG_4.jpg', '\xff\xd8\xff\xe0\0\x02', scan))).toBe('broken')
  expect(await whyNot(file('IMG_5.jpg', '\xff\xd8\xff\xe0\0\x02', scan, '\xff\xd9'))).toBe('jpeg')
})

test('more pixels than the server decodes are named at once, by what the head announces', async () => {
  const png = (width: string, height: string) => file('IMG.png', `\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR${width}${height}`)
  expect(await whyNot(png('\0\0\x4e\x20', '\0\0\x4e\x20'))).toBe('too-many-pixels')
  expect(await whyNot(png('\0\0\x1f\x40', '\0\0\x17\x70'))).toBe('png')
})

test('a HEIC by any of its names is a photo, though this browser may not draw it; an AVIF the server does not take', async () => {
  for (const brand of ['heic', 'heix', 'hevc', 'hevx'])
    expect(await whyNot(file('IMG.HEIC', `\0\0\0\x14ftyp${brand}\0\0\0\0mif1`))).toBe('heic')
  expect(await whyNot(file('IMG.HEIC', '\0\0\0\x18ftypmif1\0\0\0\0mif1heic'))).toBe('heic')
  expect(await whyNot(file('IMG.HEIC', '\0\0\0\x1cftypmif1\0\0\0\0avifmif1miaf'))).toBe('not-a-photo')
})
