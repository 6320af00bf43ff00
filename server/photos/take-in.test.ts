import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type IncomingFile, openPhotoStore, type PhotoStore } from './photo-store-disk.ts'
import { takeIn, usualUploadLimits } from './take-in.ts'
import { asBody, sha256Of } from './test-pictures.ts'

let folder: string
let photos: PhotoStore
let file: IncomingFile

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luqing-take-in-'))
  photos = await openPhotoStore(folder)
  file = await photos.startIncoming()
})

afterEach(async () => {
  await file.discard()
  await photos.close()
  await rm(folder, { recursive: true, force: true })
})

const bytes = Buffer.alloc(100_000, 'bytes')

test('what comes in pieces is hashed and counted whole', async () => {
  expect(await takeIn(asBody(bytes, 777), file, usualUploadLimits)).toEqual({
    sha256: sha256Of(bytes),
    bytes: bytes.length,
  })
})

test('a byte too many stops it there, without reading on', async () => {
  let asked = 0
  const endless = (async function* () {
    for (;;) {
      asked++
      yield bytes
    }
  })()
  const limits = { ...usualUploadLimits, maxBytes: 3.5 * bytes.length }
  await expect(takeIn(endless, file, limits)).rejects.toMatchObject({ code: 'photo-too-large' })
  expect(asked).toBe(4)
})

test('a sender who falls silent is not waited for', async () => {
  const silent = (async function* () {
    yield bytes
    await new Promise(() => undefined)
  })()
  const limits = { ...usualUploadLimits, silenceMillis: 50 }
  await expect(takeIn(silent, file, limits)).rejects.toMatchObject({ code: 'upload-broken' })
})

test('a sender who dribbles is given up after some patience', async () => {
  const dribbling = (async function* () {
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, 10))
      yield bytes.subarray(0, 1)
    }
  })()
  const limits = { ...usualUploadLimits, patienceMillis: 100 }
  await expect(takeIn(dribbling, file, limits)).rejects.toMatchObject({ code: 'upload-broken' })
})

test('a line that breaks is the upload’s fault, not ours', async () => {
  const broken = (async function* () {
    yield bytes
    throw new Error('aborted')
  })()
  await expect(takeIn(broken, file, usualUploadLimits)).rejects.toMatchObject({ code: 'upload-broken' })
})
