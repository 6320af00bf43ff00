import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestClient } from '../test-client.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import { PeopleList, PersonAdded } from './wire.ts'

let county: TestCounty
let admin: TestClient
beforeAll(async () => {
  county = await testCounty()
  admin = await county.as('admin')
})
afterAll(() => county.close())

const newcomer = {
  account: 'wu.min',
  name: '吴敏',
  phone: '138 0000 0000',
  role: 'squad',
  unitId: 'unit-squad1',
  active: true,
}
const id = '01a1d3c0-0000-7000-8000-000000000001'

const enter = async (account: string, password: string): Promise<TestClient> => {
  const client = county.stranger()
  expect((await client.post('/api/session', { account, password })).status).toBe(201)
  return client
}

test('an administrator adds a person and is told the first password once', async () => {
  const added = PersonAdded.parse((await admin.put(`/api/people/${id}`, newcomer)).body)
  expect(added.firstPassword).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){2}$/)
  const again = PersonAdded.parse((await admin.put(`/api/people/${id}`, newcomer)).body)
  expect(again).toEqual({ person: added.person, firstPassword: null })
  await enter(newcomer.account, added.firstPassword ?? '')
})

test('other content under the same id is refused', async () => {
  const answer = await admin.put(`/api/people/${id}`, { ...newcomer, name: '别人' })
  expect([answer.status, answer.at('code')]).toEqual([409, 'other-content'])
})

test('until the first password is changed every door is shut but that one, the way out, and “who am I”', async () => {
  const { firstPassword } = PersonAdded.parse((await admin.post(`/api/people/${id}/reset-password`)).body)
  const client = await enter(newcomer.account, firstPassword ?? '')
  for (const path of ['/api/people', '/api/county', '/api/sessions', '/api/hazards', '/api/feedback']) {
    const answer = await client.get(path)
    expect([path, answer.status, answer.at('code')]).toEqual([path, 403, 'must-change-password'])
  }
  expect((await client.get('/api/session')).at('mustChangePassword')).toBe(true)
  const change = { password: firstPassword, newPassword: 'a road that is clear' }
  const changed = await client.put('/api/session/password', change)
  expect([changed.status, changed.at('mustChangePassword')]).toEqual([200, false])
  expect((await client.get('/api/people')).status).toBe(200)
})

test('a new password must not be the old one, nor easy to guess, and the old one must be right', async () => {
  const client = await enter(newcomer.account, 'a road that is clear')
  const faultOf = async (password: string, newPassword: string): Promise<unknown> =>
    (await client.put('/api/session/password', { password, newPassword })).at('fields', 0)
  expect(await faultOf('wrong', 'another long one')).toEqual({ pointer: '/password', fault: 'wrong-password' })
  const old = 'a road that is clear'
  expect(await faultOf(old, old)).toEqual({ pointer: '/newPassword', fault: 'same-as-before' })
  expect(await faultOf(old, '12345678')).toEqual({ pointer: '/newPassword', fault: 'too-easy' })
  expect(await faultOf(old, 'Wu.Min2026')).toEqual({ pointer: '/newPassword', fault: 'too-easy' })
  expect(await faultOf(old, 'short')).toEqual({ pointer: '/newPassword', fault: 'too-short' })
})

test('changing the password ends every other session of that person and leaves this one', async () => {
  const [here, there] = [
    await enter(newcomer.account, 'a road that is clear'),
    await enter(newcomer.account, 'a road that is clear'),
  ]
  const change = { password: 'a road that is clear', newPassword: 'thirty junctions a day' }
  expect((await here.put('/api/session/password', change)).status).toBe(200)
  expect((await here.get('/api/session')).status).toBe(200)
  expect((await there.get('/api/session')).status).toBe(401)
})

test('a password reset opens the lock and ends every session', async () => {
  const client = await enter(newcomer.account, 'thirty junctions a day')
  for (let n = 0; n < 5; n++)
    await county.stranger().post('/api/session', { account: newcomer.account, password: 'no' })
  const { firstPassword } = PersonAdded.parse((await admin.post(`/api/people/${id}/reset-password`)).body)
  expect((await client.get('/api/session')).status).toBe(401)
  await enter(newcomer.account, firstPassword ?? '')
})

test('whoever is made inactive is signed out at once and cannot come back in', async () => {
  const client = await county.as('squad2')
  const left = { account: 'squad2', name: '樊队员', phone: null, role: 'squad', unitId: 'unit-squad2', active: false }
  expect((await admin.put('/api/people/squad2', left, { 'If-Match': '"1"' })).status).toBe(200)
  expect((await client.get('/api/session')).status).toBe(401)
  const back = await admin.put('/api/people/squad2', { ...left, active: true }, { 'If-Match': '"2"' })
  expect([back.status, back.headers.get('ETag')]).toEqual([200, '"3"'])
  expect((await client.get('/api/session')).status).toBe(401)
})

test('a change decided on an old version is refused and shows the present state', async () => {
  const change = { account: 'dept1', name: '朱工程师', phone: null, role: 'department', unitId: 'unit-roads' }
  expect((await admin.put('/api/people/dept1', change, { 'If-Match': '"1"' })).at('person', 'version')).toBe(2)
  const stale = await admin.put('/api/people/dept1', { ...change, name: '朱科长' }, { 'If-Match': '"1"' })
  expect([stale.status, stale.at('present', 'name'), stale.at('present', 'version')]).toEqual([412, '朱工程师', 2])
  const absent = await admin.put('/api/people/nobody', change, { 'If-Match': '"1"' })
  expect(absent.status).toBe(404)
})

test('the last administrator cannot shut the door behind himself', async () => {
  const self = { account: 'admin', name: '管理员', phone: null, role: 'administrator', unitId: null }
  for (const change of [{ active: false }, { role: 'leader' }]) {
    const answer = await admin.put('/api/people/admin', { ...self, ...change }, { 'If-Match': '"1"' })
    expect(answer.at('fields', 0)).toEqual({ pointer: '/role', fault: 'last-administrator' })
  }
})

test('an account that somebody has, a unit that is not there, a squad member without a squad are refused', async () => {
  const faultOf = async (change: Record<string, unknown>): Promise<unknown> =>
    (await admin.put('/api/people/other', { ...newcomer, account: 'other', ...change })).at('fields', 0)
  expect(await faultOf({ account: 'SQUAD1' })).toEqual({ pointer: '/account', fault: 'taken' })
  expect(await faultOf({ unitId: 'unit-nowhere' })).toEqual({ pointer: '/unitId', fault: 'not-there' })
  expect(await faultOf({ unitId: null })).toEqual({ pointer: '/unitId', fault: 'required' })
  expect(await faultOf({ role: 'king' })).toEqual({ pointer: '/role', fault: 'not-in-list' })
  expect(await faultOf({ version: 9 })).toEqual({ pointer: '/version', fault: 'unknown-field' })
})

test('only an administrator keeps people and units; everybody else is told who does', async () => {
  for (const account of ['squad1', 'chief1', 'dept1', 'reviewer', 'leader', 'reporter']) {
    const client = await county.as(account)
    const unit = { name: '三中队', kind: 'squad', phone: null, areaCodes: [] }
    const answers = [
      await client.put('/api/people/other', { ...newcomer, account: 'other' }),
      await client.put('/api/people/dept1', { ...newcomer, account: 'dept1' }, { 'If-Match': '"1"' }),
      await client.post('/api/people/admin/reset-password'),
      await client.put('/api/units/unit-squad3', unit),
    ]
    for (const answer of answers)
      expect([answer.status, answer.at('code'), answer.at('who')]).toEqual([403, 'not-yours', ['administrator']])
  }
})

test('everybody signed in sees names, units and duty telephones; accounts are for administrators, hashes for nobody', async () => {
  const seen = await (await county.as('reporter')).get('/api/people')
  const { people, units } = PeopleList.parse(seen.body)
  expect(people.find((person) => person.id === id)).toMatchObject({
    name: '吴敏',
    phone: '138 0000 0000',
    account: null,
  })
  expect(units.find((unit) => unit.id === 'unit-squad1')?.areaCodes).toEqual(['360424100', '360424101'])
  expect(JSON.stringify(seen.body)).not.toMatch(/argon2|password/i)
  const kept = PeopleList.parse((await admin.get('/api/people')).body)
  expect(kept.people.find((person) => person.id === id)?.account).toBe('wu.min')
})

test('a unit is added, changed and read; its area lies within the county and its name is its own', async () => {
  const unit = { name: '三中队', kind: 'squad', phone: '0792-7000000', areaCodes: ['360424201', '360424200'] }
  expect((await admin.put('/api/units/unit-squad3', unit)).status).toBe(200)
  expect((await admin.put('/api/units/unit-squad3', { ...unit, areaCodes: ['360424200'] })).status).toBe(200)
  const read = await (await county.as('leader')).get('/api/units/unit-squad3')
  expect(read.body).toEqual({ id: 'unit-squad3', ...unit, areaCodes: ['360424200'] })
  const elsewhere = await admin.put('/api/units/unit-squad4', { ...unit, name: '四中队', areaCodes: ['360423100'] })
  expect(elsewhere.at('fields', 0)).toEqual({ pointer: '/areaCodes', fault: 'outside-the-county' })
  const namesake = await admin.put('/api/units/unit-squad4', { ...unit, name: '一中队' })
  expect(namesake.at('fields', 0)).toEqual({ pointer: '/name', fault: 'taken' })
  expect((await admin.get('/api/units/unit-squad4')).status).toBe(404)
})

test('every act about people is in the journal, with its author and no password', async () => {
  const { q, t } = county.world.db
  const entries = await q.select().from(t.journal).orderBy(t.journal.seq)
  const kinds = entries.filter(({ actorId }) => actorId === 'admin').map(({ kind }) => kind)
  expect(kinds).toEqual(
    expect.arrayContaining(['person-added', 'person-changed', 'password-reset', 'unit-added', 'unit-changed']),
  )
  expect(JSON.stringify(entries)).not.toMatch(/argon2|thirty junctions|a road that is clear/)
})
