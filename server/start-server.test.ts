import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pino from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSqlite } from '../db/open.ts'
import { readConfig } from './config.ts'
import { CannotStart, holdDataFolder } from './hold-data-folder.ts'
import { createFirstAdministrator } from './people/create-first-administrator.ts'
import { startServer } from './start-server.ts'

const onSqlite = (process.env['LUQING_TEST_ENGINE'] ?? 'sqlite') === 'sqlite'
const sameOnEither = 'what a process does with its folder and its signals is the same on either engine'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luqing-start-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const log = pino({ level: 'silent' })
const config = () => readConfig({ LUQING_DATA: folder, LUQING_PORT: '0' })
const admin = { account: 'root', name: '张三', password: 'not so easy to guess' }

const found = async (countyCode: string): Promise<void> => {
  const db = await openSqlite(join(folder, 'luqing.db'))
  const world = { db, now: () => new Date().toISOString(), newId: () => crypto.randomUUID() }
  await createFirstAdministrator(world, { countyCode, countyName: '修水县', ...admin })
  await db.close()
}

const sentence = async (work: () => unknown): Promise<string> => {
  try {
    await work()
    return 'it started'
  } catch (error) {
    return error instanceof CannotStart ? error.message : String(error)
  }
}

test('a server answers, keeps its sessions over a restart, and lets its folder go', async () => {
  await found('360424')
  const one = await startServer(config(), log)
  const headers = { 'Content-Type': 'application/json', Origin: one.url }
  const body = JSON.stringify({ ...{ account: 'root', password: admin.password }, staySignedIn: true })
  const entered = await fetch(`${one.url}/api/session`, { method: 'POST', headers, body })
  const [cookie = ''] = entered.headers.getSetCookie()[0]?.split(';') ?? []
  expect(entered.status).toBe(201)
  await one.stop()
  const two = await startServer(config(), log)
  const again = await fetch(`${two.url}/api/session`, { headers: { Cookie: cookie } })
  expect(again.status).toBe(200)
  await two.stop()
})

test('without a county, with several and none named, or with a port that is taken it says so and leaves nothing held', async () => {
  expect(await sentence(() => startServer(config(), log))).toContain('npm start')
  await found('360424')
  const running = await startServer(config(), log)
  const port = new URL(running.url).port
  const other = await mkdtemp(join(tmpdir(), 'luqing-start-'))
  const database = join(folder, 'luqing.db')
  const beside = { LUQING_DATA: other, LUQING_DATABASE: database, LUQING_PORT: port }
  expect(await sentence(() => startServer(readConfig(beside), log))).toContain('LUQING_PORT')
  await running.stop()
  await found('360425')
  expect(await sentence(() => startServer(config(), log))).toContain('360424 360425')
  const named = await startServer({ ...config(), county: '360425' }, log)
  await named.stop()
  await rm(other, { recursive: true })
})

test('a second server on the same folder is refused and told by whom; a dead one’s traces hold nobody up', async () => {
  const letGo = holdDataFolder(folder)
  expect(await sentence(() => holdDataFolder(folder))).toContain(`（${process.pid}）`)
  letGo()
  await writeFile(join(folder, 'luqing.pid'), '1')
  holdDataFolder(folder)()
})

test('requests under way are answered before the server stops, and no new ones are taken', async () => {
  await found('360424')
  const server = await startServer(config(), log)
  const body = JSON.stringify({ account: 'root', password: admin.password })
  const headers = { 'Content-Type': 'application/json', 'Content-Length': body.length, Origin: server.url }
  const sending = request(`${server.url}/api/session`, { method: 'POST', headers })
  const status = new Promise((resolve, reject) => {
    sending.on('response', (answer) => resolve(answer.statusCode)).on('error', reject)
  })
  sending.write(body.slice(0, 10))
  await wait(300)
  const stopped = server.stop()
  await wait(100)
  sending.end(body.slice(10))
  expect(await status).toBe(201)
  const begun = performance.now()
  await stopped
  expect(performance.now() - begun).toBeLessThan(5000)
  await expect(fetch(`${server.url}/api/door`)).rejects.toThrow()
})

const main = fileURLToPath(new URL('./main.ts', import.meta.url))
const loadQuickly = new URL('../scripts/load-quickly.mjs', import.meta.url).href
const running = new Set<ChildProcess>()
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
  running.clear()
})

interface Run {
  readonly child: ChildProcess
  readonly said: () => string
  readonly ended: Promise<number | null>
}

const run = (env: Readonly<Record<string, string>> = {}): Run => {
  const settings = { LUQING_DATA: folder, LUQING_PORT: '0', LUQING_LOG: 'silent', ...env }
  const child = spawn(process.execPath, ['--import', loadQuickly, main], { env: { ...process.env, ...settings } })
  running.add(child)
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (text += String(piece)))
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  return { child, said: () => text, ended }
}

const ready = async ({ child, said }: Run): Promise<void> => {
  while (!said().includes('ready: http://127.0.0.1:')) {
    if (child.exitCode !== null) throw new Error(`it ended instead: ${said()}`)
    await wait(50)
  }
}

const aProcess = { timeout: 120_000 }

test('as a process it says when it is ready, and ends quietly when told to', aProcess, async ({ skip }) => {
  skip(!onSqlite, sameOnEither)
  await found('360424')
  const server = run()
  await ready(server)
  server.child.kill('SIGTERM')
  expect(await server.ended).toBe(0)
})

test(
  'a second process is refused while the first lives; killed without warning it holds nobody up',
  aProcess,
  async ({ skip }) => {
    skip(!onSqlite, sameOnEither)
    await found('360424')
    const first = run()
    await ready(first)
    const second = run()
    expect(await second.ended).toBe(1)
    expect(second.said()).toContain(`（${first.child.pid}）`)
    first.child.kill('SIGKILL')
    await first.ended
    holdDataFolder(folder)()
  },
)

test('a wrong setting ends the start with its name', aProcess, async ({ skip }) => {
  skip(!onSqlite, sameOnEither)
  const server = run({ LUQING_PORT: 'eighty' })
  expect(await server.ended).toBe(1)
  expect(server.said()).toMatch(/^LUQING_PORT：/)
})
