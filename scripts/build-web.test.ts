import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { fingerprintOf, sourcesOf } from './build-web.ts'
import { houseOf, readTree } from './check/house.ts'

test('the web app is built again after an edit to what it is made of, and after no other', () => {
  const house = mkdtempSync(join(tmpdir(), 'luqing-house-'))
  const write = (path: string, text: string): string => {
    mkdirSync(join(house, dirname(path)), { recursive: true })
    writeFileSync(join(house, path), text)
    return fingerprintOf(house)
  }
  let before = write('web/map/map.tsx', 'one')
  for (const path of ['web/main.css', 'server/domain/morton.ts', 'server/teams/wire.ts', 'db/vocabulary.ts']) {
    const after = write(path, 'one')
    expect(after, path).not.toBe(before)
    before = after
  }
  for (const path of ['web/map/map.test.tsx', 'web/e2e/spine.ts', 'server/teams/store.ts', 'db/open.ts'])
    expect(write(path, 'one'), path).toBe(before)

  const sameSize = write('web/map/map.tsx', 'two')
  utimesSync(join(house, 'web/map/map.tsx'), 1, 1)
  expect(fingerprintOf(house)).not.toBe(sameSize)
  rmSync(house, { recursive: true })
})

test('everything that the web app needs at run time counts as its source', () => {
  const root = join(import.meta.dirname, '..')
  const { sources, rooms } = houseOf(readTree(root))
  const counted = new Set(sourcesOf(root))
  const needed = new Set([...sources.keys()].filter((path) => rooms.get(path) === 'web' && !/\.d\.ts$/.test(path)))
  for (const path of needed)
    for (const { to, typesOnly } of sources.get(path)?.imports ?? [])
      if (to !== null && !typesOnly && sources.has(to)) needed.add(to)
  expect([...needed].filter((path) => !counted.has(path))).toEqual([])
})
