import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import { note } from '../journal/note.ts'
import { type TestCounty, testCounty, testCountyCode } from '../test-county.ts'
import { findPerson } from './people-store.ts'
import { actorOf } from './who-is-asking.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county.close())

const actor = async (id: string, at = county.clock.now()): Promise<Actor> => {
  const person = await findPerson(county.world.db, testCountyCode, id)
  if (!person) throw new Error(`nobody is called ${id}`)
  return actorOf(county.world.db, person, at)
}

const appoint = (id: string, personId: string, heldFrom: string, heldUntil: string | null): Promise<void> =>
  inTransaction(county.world.db, async (tx) => {
    const post = { county: testCountyCode, id, zoneId: 'zone-360424101', personId, level: 'township' as const }
    await tx.q.insert(tx.t.zonePosts).values({ ...post, heldFrom, heldUntil })
    const entry = { county: testCountyCode, at: county.clock.now(), actorId: 'system', subjectId: 'furnishing' }
    await note(tx, { ...entry, kind: 'county-furnished' })
  })

test('a squad’s rights come from its unit’s area, a chief’s from the posts held', async () => {
  expect(await actor('squad1')).toMatchObject({ role: 'squad', areaCodes: ['360424100', '360424101'], zoneIds: [] })
  expect(await actor('chief1')).toMatchObject({ zoneIds: ['zone-360424100'], zonePlaceCodes: ['360424100'] })
})

test('a segment gives its zone but no place: a road is not the town it runs through', async () => {
  expect(await actor('county-chief')).toMatchObject({ zoneIds: ['zone-x001'], zonePlaceCodes: [] })
})

test('a post is held from its first day to its last, by the county’s calendar and not by UTC', async () => {
  await appoint('post-a', 'chief2', '2026-12-01', '2026-12-31')
  const held = async (at: string): Promise<boolean> => (await actor('chief2', at)).zoneIds.includes('zone-360424101')
  expect(await held('2026-11-30T15:59:59.999Z')).toBe(false)
  expect(await held('2026-11-30T16:00:00.000Z')).toBe(true)
  expect(await held('2026-12-31T15:59:59.999Z')).toBe(true)
  expect(await held('2026-12-31T16:00:00.000Z')).toBe(false)
})

test('a post without a last day is held on', async () => {
  await appoint('post-b', 'county-chief', '2026-11-18', null)
  expect((await actor('county-chief')).zonePlaceCodes).toEqual(['360424101'])
  expect((await actor('county-chief', '2030-01-01T00:00:00.000Z')).zonePlaceCodes).toEqual(['360424101'])
})

test('the county tells who holds which post today', async () => {
  const { body } = await (await county.as('reporter')).get('/api/county')
  expect(body).toMatchObject({
    posts: expect.arrayContaining([
      { zoneId: 'zone-360424100', level: 'township', personId: 'chief1', name: '陈镇长', phone: null },
    ]),
  })
})
