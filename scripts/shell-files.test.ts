import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { shellFilesIn, withShellFiles } from './shell-files.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luqing-shell-'))
  await mkdir(join(folder, 'assets'))
  for (const name of ['index.html', 'index.html.br', 'sw.js', 'assets/map-1a.js', 'assets/map-1a.js.gz'])
    await writeFile(join(folder, name), name)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('the app is every file of the build but the packed copies and the worker itself', async () => {
  expect(await shellFilesIn(folder)).toEqual([
    { url: '/assets/map-1a.js', revision: null },
    { url: '/index.html', revision: expect.stringMatching(/^[0-9a-f]{16}$/) },
  ])
})

test('a page that changed has another revision, so that the app is known to be another', async () => {
  const before = await shellFilesIn(folder)
  await writeFile(join(folder, 'index.html'), 'changed')
  expect((await shellFilesIn(folder))[1]?.revision).not.toBe(before[1]?.revision)
})

test('the list stands in the worker as it was, whatever quotes the build chose', () => {
  const list = [{ url: '/a.js', revision: null }]
  for (const quote of ['"', "'", '`']) {
    const source = withShellFiles(`var f=JSON.parse(${quote}__SHELL_FILES__${quote});`, list)
    expect(source).toBe(`var f=JSON.parse(${JSON.stringify(JSON.stringify(list))});`)
  }
})

test('a worker that could not start stops the build', () => {
  expect(() => withShellFiles('var f=1', [])).toThrow('no place')
  expect(() => withShellFiles('import{a}from"./b.js";f("__SHELL_FILES__")', [])).toThrow('shares code')
})
