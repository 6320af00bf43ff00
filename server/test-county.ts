import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { inTransaction, type OpenDatabase } from '../db/unit-of-work.ts'
import { makeApp } from './app.ts'
import { addHours, type Instant } from './domain/county-calendar.ts'
import { uuidV7 } from './domain/uuid-v7.ts'
import { nothingAllowed, readAllowList } from './hooks/allow-list.ts'
import { uploadDrawer } from './imports/upload-drawer.ts'
import { note } from './journal/note.ts'
import { documentShelf } from './notices/document-shelf.ts'
import { insertCounty } from './people/county-store.ts'
import { openPhotoStore } from './photos/photo-store-disk.ts'
import { clientOf, type TestClient } from './test-client.ts'
import { openTestDatabase } from './test-database.ts'
import { fillTestPeople, testPassword, testPasswordHash } from './test-people.ts'
import { fillTestPlaces, testBounds } from './test-places.ts'
import type { World } from './world.ts'

export type { TestAnswer, TestClient } from './test-client.ts'
export { testPassword } from './test-people.ts'

export interface TestClock {
  now: () => Instant
  set(instant: Instant): void
  advance(by: { days?: number; hours?: number; minutes?: number }): void
}

export interface TestCounty {
  readonly world: World
  readonly app: ReturnType<typeof makeApp>
  readonly clock: TestClock
  /** Where this county's photos lie. */
  readonly folder: string
  /** Signs in by account and password, once per account, and sends what a browser of ours would send. */
  as(account: string): Promise<TestClient>
  /** Somebody who has not signed in. */
  stranger(): TestClient
  close(): Promise<void>
}

export const testCountyCode = '360424'
/** A Wednesday morning in the county. */
const startsAt: Instant = '2026-11-18T01:00:00.000Z'

const makeClock = (): TestClock => {
  let now = startsAt
  return {
    now: () => now,
    set: (instant) => {
      now = instant
    },
    advance: ({ days = 0, hours = 0, minutes = 0 }) => {
      now = addHours(now, days * 24 + hours + minutes / 60)
    },
  }
}

export const fillTestCounty = async (db: OpenDatabase): Promise<void> => {
  const hash = await testPasswordHash()
  const founding = { name: '修水县', nameEn: 'Xiushui', bounds: testBounds, invented: true }
  await inTransaction(db, async (tx) => {
    const entry = { county: testCountyCode, at: startsAt, actorId: 'system', subjectId: testCountyCode }
    await insertCounty(tx, testCountyCode, startsAt, founding)
    await note(tx, { ...entry, kind: 'county-founded' })
    await fillTestPeople(tx, testCountyCode, startsAt, hash)
    await fillTestPlaces(tx, testCountyCode)
    await note(tx, { ...entry, kind: 'county-furnished', subjectId: 'furnishing' })
  })
}

/** A county of its own for one test: real database and photo folder, real front door; only clock and ids are ours. */
export const testCounty = async (): Promise<TestCounty> => {
  const folder = await mkdtemp(join(tmpdir(), 'luqing-test-'))
  const clock = makeClock()
  const db = await openTestDatabase(folder, fillTestCounty)
  const photos = await openPhotoStore(join(folder, 'photos'))
  const world: World = {
    ...{ db, photos, county: testCountyCode, now: clock.now },
    documents: documentShelf(join(folder, 'documents')),
    uploads: uploadDrawer(join(folder, 'imports')),
    newId: () => uuidV7(Date.parse(clock.now()), crypto.getRandomValues(new Uint8Array(10))),
  }
  const log = pino({ level: process.env['LUQING_TEST_LOG'] ?? 'silent' })
  const hookAllow = readAllowList('127.0.0.1') ?? nothingAllowed
  const baseMap = { folder: join(folder, 'base-map'), tianditu: null }
  const app = makeApp(world, {
    publicUrl: null,
    trustProxy: [],
    log,
    webFolder: join(folder, 'web'),
    hookAllow,
    baseMap,
  })
  const signedIn = new Map<string, Promise<TestClient>>()
  const enter = async (account: string): Promise<TestClient> => {
    const client = clientOf(app)
    const answer = await client.post('/api/session', { account, password: testPassword })
    if (answer.status !== 201) throw new Error(`${account} could not sign in: ${JSON.stringify(answer.body)}`)
    return client
  }
  return {
    ...{ world, app, clock, folder },
    as: (account) => {
      const client = signedIn.get(account) ?? enter(account)
      signedIn.set(account, client)
      return client
    },
    stranger: () => clientOf(app),
    close: async () => {
      await photos.close()
      await db.close()
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    },
  }
}
