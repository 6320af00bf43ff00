import { type FileHandle, mkdtemp, open, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openPhotoStore, type PhotoStore } from './photo-store-disk.ts'
import { filesBelow, sha256Of } from './test-pictures.ts'

let folder: string
let photos: PhotoStore

const bytes = Buffer.from('any bytes will do here')
const sha256 = sha256Of(bytes)
const address = join('originals', sha256.slice(0, 2), sha256.slice(2, 4), sha256)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luqing-photos-'))
  photos = await openPhotoStore(folder)
})

afterEach(async () => {
  await photos.close()
  await rm(folder, { recursive: true, force: true })
})

const adopt = async (): Promise<void> => {
  const file = await photos.startIncoming()
  await file.write(bytes)
  await file.adopt(sha256)
  await file.discard()
}

const age = async (path: string, seconds: number): Promise<void> => {
  const then = new Date(Date.now() - seconds * 1000)
  await utimes(join(folder, path), then, then)
}

test('an adopted file lies at its content address and nowhere else', async () => {
  await adopt()
  expect(await filesBelow(folder)).toEqual([address])
  expect(await readFile(join(folder, address))).toEqual(bytes)
  expect(await photos.sizeOfOriginal(sha256)).toBe(bytes.length)
  expect(await photos.readOriginal(sha256)).toEqual(bytes)
})

test('a store that nobody has before it is whole is put on disk once, when it is closed', async () => {
  const here = await open(folder)
  const prototype: FileHandle = Object.getPrototypeOf(here)
  await here.close()
  await photos.close()
  photos = await openPhotoStore(folder, 'once-closed')
  const sync = vi.spyOn(prototype, 'sync')
  await adopt()
  expect(sync).not.toHaveBeenCalled()
  await photos.close()
  // its file, the two folders it lies in, and the one of all originals
  expect(sync).toHaveBeenCalledTimes(4)
  sync.mockRestore()
  expect(await filesBelow(folder)).toEqual([address])
})

test('an original is read in pieces', async () => {
  await adopt()
  const original = await photos.openOriginal(sha256)
  const pieces: Uint8Array[] = []
  for await (const piece of original?.pieces ?? []) pieces.push(piece)
  expect(original?.bytes).toBe(bytes.length)
  expect(Buffer.concat(pieces)).toEqual(bytes)
})

test('a discarded file leaves nothing', async () => {
  const file = await photos.startIncoming()
  await file.write(bytes)
  await file.discard()
  expect(await filesBelow(folder)).toEqual([])
})

test('what is not there is null, not an error', async () => {
  expect(await photos.sizeOfOriginal(sha256)).toBeNull()
  expect(await photos.openOriginal(sha256)).toBeNull()
  expect(await photos.readOriginal(sha256)).toBeNull()
  expect(await photos.readVariant(sha256, 'small')).toBeNull()
})

test.each(['../../etc/passwd', sha256.toUpperCase(), sha256.slice(1), `${sha256}\n`])(
  'only a hash can be an address: %j is refused',
  async (name) => {
    await expect(async () => photos.sizeOfOriginal(name)).rejects.toThrow('not a SHA-256')
    await expect(async () => photos.removeUnnamed(name, 0)).rejects.toThrow('not a SHA-256')
  },
)

test('leftovers of an earlier life go after a minute, but not before, and never what is being written now', async () => {
  await writeFile(join(folder, 'incoming', 'left-by-a-crash'), 'half a photo')
  const file = await photos.startIncoming()
  await file.write(bytes)
  expect(await photos.removeLeftovers(60_000)).toBe(0)
  for (const name of await filesBelow(folder)) await age(name, 61)
  expect(await photos.removeLeftovers(60_000)).toBe(1)
  await file.adopt(sha256)
  expect(await filesBelow(folder)).toEqual([address])
})

test('an unnamed original goes with its variants when it is old enough', async () => {
  await adopt()
  await photos.writeVariant(sha256, 'small', bytes)
  expect(await photos.removeUnnamed(sha256, 60_000)).toBe(false)
  await age(address, 61)
  expect(await photos.removeUnnamed(sha256, 60_000)).toBe(true)
  expect(await filesBelow(folder)).toEqual([])
})

test('a held original stays however old it is, until the last holder lets go', async () => {
  await adopt()
  await age(address, 3600)
  const first = photos.hold(sha256)
  const second = photos.hold(sha256)
  first()
  expect(await photos.removeUnnamed(sha256, 60_000)).toBe(false)
  second()
  expect(await photos.removeUnnamed(sha256, 60_000)).toBe(true)
})

test('the age of an original counts from its adoption, not from the first byte of a slow upload', async () => {
  const file = await photos.startIncoming()
  await file.write(bytes)
  for (const name of await filesBelow(folder)) await age(name, 600)
  await file.adopt(sha256)
  expect(Date.now() - (await stat(join(folder, address))).mtimeMs).toBeLessThan(5_000)
})

test('an adopted file is in doubt until somebody confirms that a row names it', async () => {
  await adopt()
  expect(photos.inDoubt()).toEqual([sha256])
  photos.confirm(sha256)
  expect(photos.inDoubt()).toEqual([])
})

test('listing names originals and passes over whatever else somebody put there', async () => {
  await adopt()
  await writeFile(join(folder, 'originals', 'README'), 'not a photo')
  await writeFile(join(folder, address.slice(0, -64), 'note.txt'), 'not a photo')
  const listed: string[] = []
  for await (const name of photos.listOriginals()) listed.push(name)
  expect(listed).toEqual([sha256])
})

test('a closed store takes nothing more', async () => {
  await photos.close()
  await expect(photos.startIncoming()).rejects.toThrow('closed')
  await expect(photos.writeVariant(sha256, 'small', bytes)).rejects.toThrow('closed')
  expect(await filesBelow(folder)).toEqual([])
})

test('a folder that somebody removed while the server runs is made again', async () => {
  await adopt()
  await rm(join(folder, 'originals'), { recursive: true })
  await adopt()
  expect(await filesBelow(folder)).toEqual([address])
})
