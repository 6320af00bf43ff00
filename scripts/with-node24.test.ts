import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, globSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { adviceOnFailure } from './install-dependencies.mjs'

const house = join(import.meta.dirname, '..')
let copy = ''

/** A copy of the scripts beside the installed packages, at a path with spaces. */
beforeAll(() => {
  copy = join(mkdtempSync(join(tmpdir(), 'luqing-')), "path with 'quotes' $HOME")
  mkdirSync(join(copy, 'scripts'), { recursive: true })
  for (const name of globSync('*.mjs', { cwd: import.meta.dirname }))
    cpSync(join(import.meta.dirname, name), join(copy, 'scripts', name))
  cpSync(join(house, 'package-lock.json'), join(copy, 'package-lock.json'))
  symlinkSync(join(house, 'node_modules'), join(copy, 'node_modules'))
})
afterAll(() => rmSync(join(copy, '..'), { recursive: true }))

const heard = (child: ChildProcess): (() => string) => {
  let words = ''
  child.stdout?.on('data', (piece) => {
    words += piece
  })
  return () => words
}

/** Runs code through with-node24.mjs, called from another folder. */
const running = (code: string, ...args: string[]) => {
  const script = `scripts/${Math.random()}.ts`
  writeFileSync(join(copy, script), code)
  const child = spawn('node', [join(copy, 'scripts/with-node24.mjs'), script, ...args], {
    cwd: tmpdir(),
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  const words = heard(child)
  const ended = new Promise<{ code: number | null; signal: string | null; words: string }>((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal, words: words() })),
  )
  const says = async (word: string): Promise<void> => {
    while (!words().includes(word)) await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return { child, ended, says }
}

const countsSignals = `
  let count = 0
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {
    count += 1
    setTimeout(() => { console.log(signal, count); process.exit(7) }, 300)
  })
  setInterval(() => {}, 1000)
  console.log('up')
`

test('runs the script on Node 24 in the root of the project, with its arguments as they were and its exit code', async () => {
  const code =
    'const n: string = process.version; console.log(JSON.stringify([n.slice(0, 4), process.cwd(), ...process.argv.slice(2)])); process.exit(5)'
  const { ended } = running(code, 'a b', '$(id)', "it's", '')
  const { code: exitCode, words } = await ended
  expect(JSON.parse(words)).toEqual(['v24.', copy, 'a b', '$(id)', "it's", ''])
  expect(exitCode).toBe(5)
})

test('a signal to it reaches the script exactly once, and so does Ctrl-C, which the whole group gets', async () => {
  const one = running(countsSignals)
  await one.says('up')
  one.child.kill('SIGTERM')
  expect(await one.ended).toEqual({ code: 7, signal: null, words: 'up\nSIGTERM 1\n' })

  const group = running(countsSignals)
  await group.says('up')
  process.kill(-(group.child.pid ?? 0), 'SIGINT')
  group.child.kill('SIGINT') // as npm does beside the terminal
  expect(await group.ended).toEqual({ code: 7, signal: null, words: 'up\nSIGINT 1\n' })
})

test('when it is killed outright, the script is asked to stop', async () => {
  const stop = JSON.stringify(join(import.meta.dirname, 'stop-with-parent.ts'))
  const { child, ended, says } = running(`import { stopWithParent } from ${stop}\nstopWithParent()\n${countsSignals}`)
  await says('up')
  child.kill('SIGKILL')
  expect((await ended).words).toBe('up\nSIGTERM 1\n')
})

test('a script that dies by a signal ends it by the same signal', async () => {
  const { ended } = running("process.kill(process.pid, 'SIGTERM'); setInterval(() => {}, 1000)")
  expect(await ended).toMatchObject({ code: null, signal: 'SIGTERM' })
})

test('a failed install says what to do, by the code that npm gave', () => {
  const advice = (complaint: string) => adviceOnFailure(1, complaint)[1]
  expect(advice('npm ERR! code ENOTFOUND')).toContain('network')
  expect(advice('npm error code E403')).toContain('registry')
  expect(advice('npm error code EUSAGE')).toContain('npm install')
  expect(advice('npm error code EACCES')).toContain('owns')
  expect(advice('npm error code EWHATEVER')).toContain('above')
  expect(adviceOnFailure('no npm', '')[1]).toContain('apt-get install npm')
})
