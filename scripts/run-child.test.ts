import { expect, test, vi } from 'vitest'
import { runChild } from './run-child.ts'

const node = (code: string): string[] => [process.execPath, '-e', code]
const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** What a command says when it fails, which is when its words are let through. */
const wordsOf = async (command: readonly string[], terms: object = {}) => {
  const words: string[] = []
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation((piece) => words.push(String(piece)) > 0)
  const ended = await runChild(command, { show: 'when it fails', ...terms })
  spy.mockRestore()
  return { ...ended, words: words.join('') }
}

test('a command that succeeds can be quiet, and one that fails is heard', async () => {
  expect(await wordsOf(node('console.log("well")'))).toMatchObject({ ok: true, words: '' })
  expect(await wordsOf(node('console.log(process.env.WORD); process.exit(3)'), { env: { WORD: 'ill' } })).toMatchObject(
    {
      ok: false,
      timedOut: false,
      words: 'ill\n',
    },
  )
  expect(await wordsOf(['luqing-no-such-program'])).toMatchObject({ ok: false })
})

test('at its limit a command is killed together with what it started', async () => {
  const code = `
    const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    console.log(child.pid)
    setInterval(() => {}, 1000)`
  const { ok, timedOut, words } = await wordsOf(node(code), { limitSeconds: 1 })
  expect({ ok, timedOut }).toEqual({ ok: false, timedOut: true })
  await vi.waitFor(() => expect(isRunning(Number(words))).toBe(false), 2000)
})
