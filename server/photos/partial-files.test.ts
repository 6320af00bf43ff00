import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Ceiling, makeRoom, partialName } from './partial-files.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luqing-partials-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const roomy: Ceiling = { mostFiles: 100, mostBytes: 1e9, leastFreeBytes: 0, leastFreeShare: 0 }
const nobodyWrites = () => false

/** Lies there since so many seconds after 1970. */
const lay = async (owner: string, photo: string, bytes: number, since: number): Promise<string> => {
  const name = partialName({ owner, sha256: photo.padEnd(64, '0') })
  await writeFile(join(folder, name), Buffer.alloc(bytes))
  await utimes(join(folder, name), since, since)
  return name
}
const left = async () => (await readdir(folder)).sort()

test('all broken uploads together are bounded in number: whoever’s lay idle longest goes first', async () => {
  const [young, old] = [await lay('squad1', 'a', 10, 20), await lay('squad2', 'b', 10, 10)]
  expect(await makeRoom(folder, 'chief1', nobodyWrites, { ...roomy, mostFiles: 3 })).toBe(true)
  expect(await left()).toEqual([young, old].sort())
  expect(await makeRoom(folder, 'chief1', nobodyWrites, { ...roomy, mostFiles: 2 })).toBe(true)
  expect(await left()).toEqual([young])
})

test('and in bytes, over all accounts; what somebody is writing stays', async () => {
  const [first, second, third] = [
    await lay('squad1', 'a', 400, 10),
    await lay('squad2', 'b', 400, 20),
    await lay('chief1', 'c', 400, 30),
  ]
  const tight = { ...roomy, mostBytes: 900 }
  expect(await makeRoom(folder, 'chief2', (name) => name === first, tight)).toBe(true)
  expect(await left()).toEqual([first, third].sort())
  const live = (name: string) => name === first || name === third
  expect(await makeRoom(folder, 'chief2', live, { ...roomy, mostBytes: 700 })).toBe(false)
  expect(await left()).not.toContain(second)
})

test('a disk that is nearly full keeps nothing of what breaks off, and nothing but broken uploads is removed for it', async () => {
  await lay('squad1', 'a', 400, 10)
  await writeFile(join(folder, 'on-its-way'), 'whole')
  const full = { ...roomy, leastFreeBytes: Number.MAX_SAFE_INTEGER, leastFreeShare: 1 }
  expect(await makeRoom(folder, 'squad1', nobodyWrites, full)).toBe(false)
  expect(await left()).toEqual(['on-its-way'])
})
