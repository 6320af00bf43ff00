import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const house = join(import.meta.dirname, '..')

const suite = `
import { test, expect } from 'vitest'
test('passes', () => {})
test('fails', () => expect(1).toBe(2))
test('waits', ({ skip }) => skip('no server given'))
test.skip('sleeps', () => {})
`

test('the tally counts passed, failed and skipped tests and broken files, names what failed and gives the reason of each skip', () => {
  const folder = mkdtempSync(join(tmpdir(), 'luqing-tally-'))
  symlinkSync(join(house, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'some.test.ts'), suite)
  writeFileSync(join(folder, 'broken.test.ts'), "import './not-there.ts'")
  const reporter = join(import.meta.dirname, 'tally-tests.ts')
  const ran = spawnSync(
    process.execPath,
    [join(house, 'node_modules/vitest/vitest.mjs'), 'run', '--root', folder, '--reporter', reporter],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, LUQING_TALLY: join(folder, 'tally.json') } },
  )
  expect(JSON.parse(readFileSync(join(folder, 'tally.json'), 'utf8'))).toEqual({
    ...{ passed: 1, failed: 2, skipped: 2 },
    failures: [
      'some.test.ts > fails: expected 1 to be 2 // Object.is equality',
      expect.stringMatching(/^broken\.test\.ts > the file itself: .*not-there/),
    ],
  })
  expect(ran.stdout).toContain('skipped: waits (no server given)')
  expect(ran.stdout).toContain('skipped: sleeps (no reason given, in some.test.ts)')
  expect(ran.status).toBe(1)
  rmSync(folder, { recursive: true })
})
