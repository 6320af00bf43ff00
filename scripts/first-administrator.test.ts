import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { seeToFirstAdministrator } from './first-administrator.ts'

test('without a terminal nobody becomes administrator by default: it says what to do and leaves nothing behind', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'luqing-first-'))
  const said: unknown[] = []
  vi.spyOn(process.stderr, 'write').mockImplementation((piece) => said.push(piece) > 0)
  const exit = vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`exit ${code}`)
  })
  await expect(seeToFirstAdministrator(join(folder, 'luqing.db'))).rejects.toThrow('exit 1')
  exit.mockRestore()
  vi.restoreAllMocks()
  expect(said.join('')).toContain('npm start -- --empty')
  expect(existsSync(join(folder, 'luqing.db'))).toBe(false)
  rmSync(folder, { recursive: true })
})
