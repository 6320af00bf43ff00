import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { openSqlite } from '../../db/open.ts'
import { makeApp } from '../../server/app.ts'
import { dayOf } from '../../server/domain/county-calendar.ts'
import { HazardWhole } from '../../server/hazards/answers.ts'
import { uploadDrawer } from '../../server/imports/upload-drawer.ts'
import { verifyJournal } from '../../server/journal/verify-journal.ts'
import { NoticePage } from '../../server/notices/answers.ts'
import { documentShelf } from '../../server/notices/document-shelf.ts'
import { openPhotoStore } from '../../server/photos/photo-store-disk.ts'
import { RegisterPage } from '../../server/register/wire.ts'
import { CountyFigures } from '../../server/statistics/wire.ts'
import { clientOf, type TestClient } from '../../server/test-client.ts'
import type { World } from '../../server/world.ts'
import { makeGeography } from './geography.ts'
import { demoPassword, makeDemoCounty, seed } from './make.ts'
import type { CutShort } from './play-all.ts'

// a county takes some seconds; a busy machine is given twenty times as much
vi.setConfig({ testTimeout: 60_000, hookTimeout: 300_000 })

const SignIns = z.object({ signIns: z.array(z.object({ account: z.string(), password: z.string() })) })

const openMade = async (folder: string, madeAt: string) => {
  const [db, photos] = [await openSqlite(join(folder, 'luqing.db')), await openPhotoStore(join(folder, 'photos'))]
  const world: World = {
    ...{ db, photos, county: '360424', now: () => madeAt, newId: () => crypto.randomUUID() },
    documents: documentShelf(join(folder, 'documents')),
    uploads: uploadDrawer(join(folder, 'imports')),
  }
  const log = pino({ level: 'silent' })
  const app = makeApp(world, { publicUrl: null, trustProxy: [], log, webFolder: join(folder, 'web') })
  const close = async (): Promise<void> => {
    await photos.close()
    await db.close()
  }
  return { db, app, close }
}

const every = async <T>(
  client: TestClient,
  path: string,
  read: (body: unknown) => { next: string | null; of: T[] },
) => {
  const all: T[] = []
  for (let after = ''; ; ) {
    const { next, of } = read((await client.get(`${path}limit=100${after}`)).body)
    all.push(...of)
    if (next === null) return all
    after = `&after=${next}`
  }
}

const geography = makeGeography(seed)

const hour = 3_600_000

/** Where a year begins, and where a month ends on a day more; the office does other things on each. */
const days = ['2027-01-01T00:30:00.000Z', '2028-02-29T15:50:00.000Z']

describe.each(days)('the county made at %s', (madeAt) => {
  let folder = ''
  let cutShort: readonly CutShort[] = []
  let made: Awaited<ReturnType<typeof openMade>>
  let reviewer: TestClient
  let hazards: HazardWhole[] = []

  const signIn = async (account: string, password: string): Promise<TestClient> => {
    const client = clientOf(made.app)
    expect([account, (await client.post('/api/session', { account, password })).status]).toEqual([account, 201])
    return client
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'luqing-demo-'))
    const quiet = { say: () => undefined, progress: () => undefined }
    const size = { hazards: 24, pictures: 'plain', baseMap: false, office: 'busy' } as const
    cutShort = await makeDemoCounty({ dataDir: folder, ...quiet, madeAt: Date.parse(madeAt), geography, size })
    made = await openMade(folder, madeAt)
    reviewer = await signIn('reviewer', demoPassword)
    const lines = await every(reviewer, '/api/hazards?', (body) => {
      const page = RegisterPage.parse(body)
      return { next: page.next, of: page.hazards }
    })
    hazards = []
    for (const { id } of lines) hazards.push(HazardWhole.parse((await reviewer.get(`/api/hazards/${id}`)).body))
  })
  afterAll(async () => {
    await made?.close()
    await rm(folder, { recursive: true, force: true })
  })

  test('every story goes as it was told: the server refuses none of its steps', () => {
    expect(cutShort).toEqual([])
    expect(hazards.length).toBeGreaterThan(20)
  })

  test('everybody on the list of sign-ins comes in, and is told what waits for them', async () => {
    const { signIns } = SignIns.parse(JSON.parse(await readFile(join(folder, 'demo.json'), 'utf8')))
    expect(signIns).toHaveLength(10)
    for (const { account, password } of signIns) {
      const client = await signIn(account, password)
      expect([account, (await client.get('/api/mine')).status]).toEqual([account, 200])
    }
  })

  test('every figure of the county opens just as many rows', async () => {
    const figures = CountyFigures.parse((await reviewer.get('/api/figures')).body)
    const rows = async (filter: string) => (await reviewer.get(`/api/hazards?registered=yes&${filter}`)).at('count')
    expect(figures.clearance.n).toBe(await rows('stage=cleared'))
    expect(figures.revisits.n).toBe(await rows('revisited=yes'))
    for (const name of ['open', 'overdue', 'planned', 'reopened'] as const)
      expect([name, await rows(`${name}=yes`)]).toEqual([name, figures[name]])
    expect(figures.clearance.d).toBe(figures.registered - figures.planned)
    expect(figures.clearance.value).toBeGreaterThan(0.5)
    expect(figures.clearance.value).toBeLessThan(1)
  })

  test('nothing lies in the future, and nothing of a hazard before its report', () => {
    for (const { reportedAt, timeline, photos } of hazards) {
      const times = [...timeline.map(({ at }) => at), ...photos.flatMap((one) => [one.attachedAt, one.capturedAt])]
      expect(times.filter((at) => at > madeAt)).toEqual([])
      expect(timeline.map(({ at }) => at).filter((at) => at < reportedAt)).toEqual([])
      expect(photos.filter(({ capturedAt, attachedAt }) => capturedAt > attachedAt)).toEqual([])
    }
  })

  test('nobody is out on the road or writes letters at night', () => {
    const hours = hazards.flatMap(({ timeline }) =>
      timeline.map(({ at }) => new Date(Date.parse(at) + 8 * hour).getUTCHours()),
    )
    expect(hours.filter((one) => one < 8 || one > 18)).toEqual([])
  })

  test('whoever reports from a township reports what lies in it', () => {
    for (const { reportedBy, townshipName } of hazards)
      if (reportedBy?.unitName?.endsWith('人民政府')) expect(reportedBy.unitName).toBe(`${townshipName}人民政府`)
  })

  test('nothing is left half: numbers, owners and deadlines on the register, photos of the cure where it is cleared', () => {
    for (const { stage, setAside, registerNumber, tasks, photos, reportedAt } of hazards) {
      if (setAside !== null) continue
      const isRegistered = stage === 'register' || stage === 'cleared'
      expect([stage, registerNumber !== null, tasks.length > 0]).toEqual([stage, isRegistered, isRegistered])
      if (isRegistered) expect(photos.some(({ role }) => role === 'scene')).toBe(true)
      for (const { firstDueOn } of tasks) expect(firstDueOn > dayOf(reportedAt, 'Asia/Shanghai')).toBe(true)
      if (stage !== 'cleared') continue
      expect([...new Set(tasks.map(({ state }) => state))]).toEqual(['verified'])
      expect(photos.some(({ role }) => role === 'after')).toBe(true)
    }
  })

  test('a township cures its own hazards only, and nobody verifies what they submitted', () => {
    for (const { tasks, placeCode } of hazards)
      for (const { unit, submittedBy, verifiedBy } of tasks) {
        if (unit?.id.startsWith('township-')) expect(placeCode).toContain(unit.id.slice('township-'.length))
        if (verifiedBy) expect(verifiedBy.id).not.toBe(submittedBy?.id)
      }
  })

  test('the county has written letters, and most were signed for', async () => {
    const notices = await every(reviewer, '/api/notices?', (body) => {
      const page = NoticePage.parse(body)
      return { next: page.next, of: page.notices }
    })
    const owed = notices.reduce((sum, one) => sum + one.receiptsOwed, 0)
    const given = notices.reduce((sum, one) => sum + one.receiptsGiven, 0)
    expect(notices.length).toBeGreaterThan(10)
    expect(given / owed).toBeGreaterThan(0.8)
    expect(notices.filter(({ issuedAt }) => issuedAt > madeAt)).toEqual([])
  })

  test('every photo is served with the bytes it is named for, and the journal holds together', async () => {
    const named = [...new Set(hazards.flatMap(({ photos }) => photos.map(({ sha256 }) => sha256)))]
    expect(named.length).toBeGreaterThan(50)
    for (const sha256 of named) {
      const { bytes } = await reviewer.get(`/api/photos/${sha256}/original`)
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
    }
    expect((await reviewer.get(`/api/photos/${named[0]}/small`)).status).toBe(200)
    expect((await verifyJournal(made.db, '360424')).faults).toEqual([])
  })
})
