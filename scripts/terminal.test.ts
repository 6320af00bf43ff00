import { PassThrough } from 'node:stream'
import { expect, test, vi } from 'vitest'
import { aligned, progressTo } from './terminal.ts'

test('columns line up though Chinese characters are twice as wide', () => {
  expect(
    aligned([
      ['账号', 'role'],
      ['chief', '路长'],
    ]),
  ).toEqual(['账号   role', 'chief  路长'])
})

test('off a terminal, progress takes a line every five seconds and one at the end', () => {
  const stream = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY: false })
  const clock = vi.spyOn(performance, 'now')
  const tell = progressTo(stream)
  for (const [at, done] of [
    [10_000, 1],
    [11_000, 2],
    [14_999, 3],
    [15_001, 4],
    [15_002, 5],
  ] as const) {
    clock.mockReturnValue(at)
    tell(done, 5, 'acts')
  }
  clock.mockRestore()
  expect(stream.read()).toBe('luqing: acts 1/5\nluqing: acts 4/5\nluqing: acts 5/5\n')
})
