import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { holdsNothing, makeInPlace } from './make-in-place.ts'

let parent = ''
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'luqing in place '))
})
afterEach(() => rmSync(parent, { recursive: true }))

const writeOne = async (making: string): Promise<void> => writeFileSync(join(making, 'one'), 'whole')

test('a folder appears only when it is whole', async () => {
  const folder = join(parent, 'deep', 'data')
  await makeInPlace(folder, async (making) => {
    await writeOne(making)
    expect(existsSync(folder)).toBe(false)
  })
  expect(readFileSync(join(folder, 'one'), 'utf8')).toBe('whole')
  expect(readdirSync(join(parent, 'deep'))).toEqual(['data'])
})

test('what fails halfway leaves nothing', async () => {
  const failing = makeInPlace(join(parent, 'data'), async (making) => {
    await writeOne(making)
    throw new Error('halfway')
  })
  await expect(failing).rejects.toThrow('halfway')
  expect(readdirSync(parent)).toEqual([])
})

test('what somebody killed left behind is cleared away, and nothing else is', async () => {
  const gone = 2 ** 22 + 1 // above the highest process number
  mkdirSync(join(parent, `.data.making-${gone}`))
  mkdirSync(join(parent, `.data.making-${process.ppid}`))
  mkdirSync(join(parent, 'other'))
  await makeInPlace(join(parent, 'data'), writeOne)
  expect(readdirSync(parent).sort()).toEqual([`.data.making-${process.ppid}`, 'data', 'other'])
})

test('a folder that holds nothing may be filled; one that holds something is never replaced', async () => {
  const folder = join(parent, 'data')
  expect(holdsNothing(folder)).toBe(true)
  mkdirSync(folder)
  expect(holdsNothing(folder)).toBe(true)
  await makeInPlace(folder, writeOne)
  expect(holdsNothing(folder)).toBe(false)
  await expect(makeInPlace(folder, writeOne)).rejects.toThrow()
  expect(readdirSync(parent)).toEqual(['data'])
})
