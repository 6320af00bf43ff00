import { appendFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestCounty, testCounty } from '../test-county.ts'
import { receivePhoto } from './receive-photo.ts'
import { actorOf, asBody, jpeg, sha256Of } from './test-pictures.ts'
import { verifyPhotos } from './verify-photos.ts'

let county: TestCounty

beforeEach(async () => {
  county = await testCounty()
})

afterEach(() => county.close())

const keep = async (seed: number): Promise<string> => {
  const bytes = await jpeg(64, 48, seed)
  const sent = { sha256: sha256Of(bytes), body: asBody(bytes), declaredBytes: bytes.length }
  return (await receivePhoto(county.world, actorOf('squad1'), sent)).photo.sha256
}

const pathOf = (sha256: string) =>
  join(county.folder, 'photos', 'originals', sha256.slice(0, 2), sha256.slice(2, 4), sha256)

const findings = async () => {
  const found: Record<string, string> = {}
  for await (const { sha256, finding } of verifyPhotos(county.world)) found[sha256] = finding
  return found
}

test('each photo is named with what is wrong with it: one byte changed, a file lost, a file that nothing names', async () => {
  const [whole, changed, missing] = [await keep(1), await keep(2), await keep(3)]
  expect(await findings()).toEqual({ [whole]: 'whole', [changed]: 'whole', [missing]: 'whole' })
  await appendFile(pathOf(changed), '!')
  await rm(pathOf(missing))
  const unnamed = sha256Of(Buffer.from('nobody'))
  const file = await county.world.photos.startIncoming()
  await file.write(Buffer.from('nobody'))
  await file.adopt(unnamed)
  expect(await findings()).toEqual({
    ...{ [whole]: 'whole', [changed]: 'changed' },
    ...{ [missing]: 'missing', [unnamed]: 'unnamed' },
  })
})
