import { and, desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CountySettings } from '../../db/schema/counties.ts'
import { defaultSettings } from '../people/county-store.ts'
import { CountyOnWire } from '../people/wire.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import { newId, type Walk, walkIn } from '../test-walk.ts'

let county: TestCounty
let walk: Walk
beforeAll(async () => {
  county = await testCounty()
  walk = walkIn(county)
})
afterAll(() => county.close())

const present = async () => CountyOnWire.parse((await (await county.as('squad1')).get('/api/county')).body)
const change = async (account: string, given: Partial<Record<keyof CountySettings, unknown>>, version?: number) => {
  const { settings, version: now } = await present()
  const body = { actId: newId(), ...settings, ...given }
  const headers = { 'If-Match': `"${version ?? now}"` }
  return (await county.as(account)).put('/api/county/settings', body, headers)
}
const lastNote = async (kind: 'settings-changed') => {
  const { journal } = county.world.db.t
  const rows = await county.world.db.q
    .select()
    .from(journal)
    .where(and(eq(journal.county, '360424'), eq(journal.kind, kind)))
    .orderBy(desc(journal.seq))
  return { count: rows.length, last: rows[0] && { ...rows[0], body: JSON.parse(rows[0].body) } }
}

test('a county begins with every setting on its default, version 1 and no holidays', async () => {
  expect(await present()).toMatchObject({ version: 1, settings: defaultSettings, holidays: [] })
})

test('the administrator and the county’s reviewers change settings; the journal keeps what changed, before and after', async () => {
  const answer = await change('admin', { minorDays: 10, revisitAfterDays: [60, 14] })
  expect([answer.status, answer.at('version'), answer.at('settings', 'minorDays')]).toEqual([200, 2, 10])
  const { last } = await lastNote('settings-changed')
  expect(last).toMatchObject({ actorId: 'admin', subjectId: '360424' })
  expect(last?.body).toEqual({
    before: { minorDays: 15, revisitAfterDays: [30, 90] },
    after: { minorDays: 10, revisitAfterDays: [14, 60] },
  })
  expect((await change('reviewer', { minorDays: 15, revisitAfterDays: [30, 90] })).at('version')).toBe(3)
})

test('nobody else changes them, and is told who could', async () => {
  for (const account of ['squad1', 'chief1', 'dept1', 'leader', 'reporter']) {
    const answer = await change(account, { minorDays: 5 })
    expect([answer.status, answer.at('who')]).toEqual([403, ['administrator', 'county-reviewer']])
  }
  expect((await present()).settings.minorDays).toBe(15)
})

test('a change never moves a deadline that runs already; the next hazard gets the new one', async () => {
  const before = await walk.registered({ severity: 'serious' })
  expect((await change('reviewer', { seriousDays: 5 })).status).toBe(200)
  const after = await walk.look('reviewer', before.id)
  expect([after.dueOn, after.firstDueOn, after.version]).toEqual(['2026-12-18', '2026-12-18', before.version])
  expect((await walk.registered({ severity: 'serious' })).dueOn).toBe('2026-11-23')
})

test('whoever changes an older version is shown the present one, and nothing is lost', async () => {
  const { version, settings } = await present()
  const answer = await change('reviewer', { acceptWithinDays: 9 }, version - 1)
  expect(answer.status).toBe(412)
  expect(answer.at('present')).toEqual({ version, settings })
  const admin = await county.as('admin')
  expect((await admin.put('/api/county/settings', { ...settings, actId: newId() })).status).toBe(428)
})

test('of two who change the same version at once, one wins and the other is told', async () => {
  const answers = await Promise.all([change('admin', { majorDays: 61 }), change('reviewer', { majorDays: 62 })])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
})

test('the same act sent again is answered again and done once; nothing changed is nothing noted', async () => {
  const { version, settings } = await present()
  const body = { actId: newId(), ...settings, watchDays: 120 }
  const client = await county.as('admin')
  const headers = { 'If-Match': `"${version}"` }
  const answers = [
    await client.put('/api/county/settings', body, headers),
    await client.put('/api/county/settings', body, headers),
  ]
  expect(answers.map((answer) => [answer.status, answer.at('version')])).toEqual([
    [200, version + 1],
    [200, version + 1],
  ])
  const { count } = await lastNote('settings-changed')
  expect((await change('admin', {})).at('version')).toBe(version + 1)
  expect((await lastNote('settings-changed')).count).toBe(count)
})

test.each([
  ['minorDays', 0, 'too-small'],
  ['majorDays', 100_000, 'too-big'],
  ['countedIn', 'lunar', 'not-in-list'],
  ['revisitAfterDays', [], 'too-few'],
  ['revisitAfterDays', [30, 30], 'repeated'],
  ['revisitAfterDays', [400], 'beyond-the-watch'],
  ['remindBeforeDays', [1, 2, 3, 4, 5, 6, 7, 8, 9], 'too-many'],
  ['spotSharePercent', 101, 'too-big'],
  ['checkRadiusMetres', 1.5, 'wrong-type'],
] as const)('%s of %j is refused by name: %s', async (field, value, fault) => {
  const answer = await change('admin', { [field]: value })
  expect([answer.status, answer.at('fields', 0)]).toEqual([422, { pointer: `/${field}`, fault }])
})
