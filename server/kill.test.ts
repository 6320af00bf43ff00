import { type ChildProcess, spawn } from 'node:child_process'
import { createHash, randomInt } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSqlite } from '../db/open.ts'
import { uuidV7 } from './domain/uuid-v7.ts'
import { verifyJournal } from './journal/verify-journal.ts'
import { partialsKeptMillis } from './photos/partial-files.ts'
import { clientOf, type TestClient } from './test-client.ts'
import { fillTestCounty } from './test-county.ts'
import { testPassword } from './test-people.ts'
import { trialSize } from './test-trial-size.ts'

const kills = trialSize(50, 8)
const here = new URL('.', import.meta.url)
const quickly = new URL('../scripts/load-quickly.mjs', import.meta.url).href
const newId = () => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
const onSqlite = (process.env['LUQING_TEST_ENGINE'] ?? 'sqlite') === 'sqlite'

let folder = ''
let port = 0
let running: ChildProcess | null = null

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port was free')
  return address.port
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luqing-kill-'))
  port = await freePort()
  const db = await openSqlite(join(folder, 'luqing.db'))
  await fillTestCounty(db)
  await db.close()
})

afterAll(async () => {
  // a test that failed midway leaves its server running, and the suite would wait for it
  running?.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

const startServer = async (): Promise<ChildProcess> => {
  const child = spawn(process.execPath, ['--import', quickly, new URL('main.ts', here).pathname], {
    env: { ...process.env, LUQING_DATA: folder, LUQING_PORT: String(port), LUQING_LOG: 'silent' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  running = child
  for (let attempt = 0; attempt < 1200; attempt++) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    const answer = await fetch(`http://127.0.0.1:${port}/api/session`).catch(() => null)
    if (answer) return child
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('the server did not start')
}

/** The same client as elsewhere, over a real socket; a lost connection is an answer of status 0. */
const overSocket = (): TestClient =>
  clientOf({
    request: (path, init) => {
      const headers = new Headers(init.headers)
      headers.set('Origin', `http://127.0.0.1:${port}`)
      return fetch(`http://127.0.0.1:${port}${path}`, { ...init, headers }).catch(() => Response.error())
    },
  })

const signedIn = async (): Promise<TestClient> => {
  const client = overSocket()
  const { status } = await client.post('/api/session', {
    account: 'squad1',
    password: testPassword,
    staySignedIn: true,
  })
  expect(status).toBe(201)
  return client
}

const someonesPhoto = (): Promise<Buffer> => {
  const [r, g, b] = [randomInt(256), randomInt(256), randomInt(256)]
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 }
  return sharp({ create: { width: 320, height: 240, channels: 3, background: { r, g, b }, noise } })
    .jpeg()
    .toBuffer()
}

interface Acknowledged {
  photos: string[]
  hazards: string[]
}

/** Sends photos and reports without pause until the connection breaks; keeps what the server has said yes to. */
const reportUntilCut = async (client: TestClient, acknowledged: Acknowledged): Promise<void> => {
  for (;;) {
    const bytes = await someonesPhoto()
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const sent = await client.put(`/api/photos/${sha256}`, new Uint8Array(bytes))
    if (sent.status === 0) return
    if (sent.status !== 201) throw new Error(`the photo was answered with ${sent.status}`)
    acknowledged.photos.push(sha256)
    const id = newId()
    const at = new Date().toISOString()
    const position = { longitude: 114.55, latitude: 29.05, accuracyMetres: 8, source: 'device', at }
    const photo = { id: newId(), sha256, capturedAt: at, position }
    const body = { code: 'A05', source: 'patrol', position, capturedAt: at, photos: [photo], sceneComplete: true }
    const reported = await client.put(`/api/hazards/${id}`, body)
    if (reported.status === 0) return
    if (reported.status !== 201) throw new Error(`the report was answered with ${reported.status}`)
    acknowledged.hazards.push(id)
  }
}

const filesBelow = async (path: string): Promise<string[]> => {
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

test(`after ${kills} kills at random instants every acknowledged act is there and no orphan file stays`, {
  timeout: 280_000,
}, async ({ skip }) => {
  skip(!onSqlite, 'a kill of ours is no crash of PostgreSQL, whose own log keeps what it has acknowledged')
  const acknowledged: Acknowledged = { photos: [], hazards: [] }
  for (let kill = 0; kill < kills; kill++) {
    const child = await startServer()
    const client = await signedIn()
    const working = [reportUntilCut(client, acknowledged), reportUntilCut(client, acknowledged)]
    // every other one comes amid work for certain, the rest whenever they come
    const before = acknowledged.hazards.length
    if (kill % 2 === 1) await expect.poll(() => acknowledged.hazards.length, { interval: 5 }).toBeGreaterThan(before)
    await new Promise((resolve) => setTimeout(resolve, randomInt(20, kill % 2 === 1 ? 100 : 1000)))
    child.kill('SIGKILL')
    await once(child, 'exit')
    await Promise.all(working)
  }
  console.log(
    `${kills} kills: ${acknowledged.photos.length} photos, ${acknowledged.hazards.length} reports said yes to`,
  )
  // the kills came in the midst of work, not before it
  expect(acknowledged.photos.length + acknowledged.hazards.length).toBeGreaterThanOrEqual(kills)

  // for every file on the disk so much time passes that the next start no longer waits for what broke off
  const longAgo = new Date(Date.now() - partialsKeptMillis - 60_000)
  for (const path of await filesBelow(join(folder, 'photos'))) await utimes(path, longAgo, longAgo)
  const child = await startServer()
  const client = await signedIn()
  for (const id of acknowledged.hazards) expect((await client.get(`/api/hazards/${id}`)).status, id).toBe(200)
  for (const sha256 of acknowledged.photos) {
    const original = await client.get(`/api/photos/${sha256}/original`)
    expect(createHash('sha256').update(original.bytes).digest('hex')).toBe(sha256)
  }
  await sweptClean()
  child.kill('SIGTERM')
  await once(child, 'exit')

  const db = await openSqlite(join(folder, 'luqing.db'))
  expect((await verifyJournal(db, '360424')).faults).toEqual([])
  await db.close()
})

/** Waits for the sweep that follows a start, then holds every file against the rows. */
const sweptClean = async (): Promise<void> => {
  const db = await openSqlite(join(folder, 'luqing.db'))
  const rows = await db.q.select({ sha256: db.t.photos.sha256 }).from(db.t.photos)
  const named = new Set(rows.map(({ sha256 }) => sha256))
  const orphans = async () => {
    const originals = await filesBelow(join(folder, 'photos', 'originals'))
    const leftovers = await filesBelow(join(folder, 'photos', 'incoming'))
    return [...originals.filter((path) => !named.has(path.split('/').at(-1) ?? '')), ...leftovers]
  }
  await expect.poll(orphans, { timeout: 20_000, interval: 250 }).toEqual([])
  await db.close()
}
