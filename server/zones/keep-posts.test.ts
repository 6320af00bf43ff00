import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestCounty, testCounty } from '../test-county.ts'
import { newId } from '../test-walk.ts'
import { furnishCounty } from './furnish-county.ts'
import { ZoneWhole } from './whole-wire.ts'

/** Today is 2026-11-18. */
let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county.close())

const township = '/api/zones/zone-360424100'
const village = '/api/zones/zone-360424100201'
const whole = async (zone: string) => {
  const answer = await (await county.as('reviewer')).get(`${zone}/whole`)
  expect(answer.status).toBe(200)
  return ZoneWhole.parse(answer.body)
}
type Body = Readonly<Record<string, unknown>>
const act = async (account: string, zone: string, way: 'put' | 'post', path: string, body: Body, version?: number) => {
  const client = await county.as(account)
  const on = version ?? (await whole(zone)).version
  return client[way](`${zone}/${path}`, { actId: newId(), ...body }, { 'If-Match': `"${on}"` })
}
const chiefOn = async (day: string): Promise<readonly string[]> =>
  (await whole(township)).posts
    .filter(({ heldFrom, heldUntil }) => heldFrom <= day && (heldUntil === null || day <= heldUntil))
    .map(({ name }) => name)

test('a chief’s term is ended and the next begins the day after; who was chief on a day stays answerable', async () => {
  expect((await act('admin', township, 'post', 'posts/post-chief1/end', { heldUntil: '2026-11-30' })).status).toBe(200)
  const next = { personId: 'county-chief', level: 'township', heldFrom: '2026-12-01', because: '换届' }
  const given = await act('admin', township, 'put', `posts/${newId()}`, next)
  expect(given.status).toBe(200)
  expect(await chiefOn('2026-11-30')).toEqual(['陈镇长'])
  expect(await chiefOn('2026-12-01')).toEqual(['冷副县长'])
  const { chiefs, posts } = await whole(township)
  expect(chiefs.map(({ name }) => name)).toEqual(['陈镇长'])
  expect(posts.map(({ name, when }) => [name, when])).toEqual([
    ['冷副县长', 'ahead'],
    ['陈镇长', 'now'],
  ])
})

test('of one level no two are chief of a zone on one day', async () => {
  const asked = { personId: 'chief2', level: 'township', heldFrom: '2026-06-01', heldUntil: '2026-11-30' }
  const refused = await act('admin', township, 'put', `posts/${newId()}`, asked)
  expect(refused.status).toBe(422)
  expect(refused.at('fields', 0)).toEqual({ pointer: '/heldFrom', fault: 'term-overlaps' })
  const before = { ...asked, heldFrom: '2025-01-01', heldUntil: '2025-12-31' }
  expect((await act('admin', township, 'put', `posts/${newId()}`, before)).status).toBe(200)
  const another = { ...asked, personId: 'county-chief', level: 'county' }
  expect((await act('admin', township, 'put', `posts/${newId()}`, another)).status).toBe(200)
})

test('a zone has the levels of chief that fit what it is: the chief of all roads is the whole county’s alone', async () => {
  const segment = '/api/zones/zone-x001'
  const cases: readonly [string, string][] = [
    [village, 'total'],
    [village, 'county'],
    [township, 'total'],
    [township, 'village'],
    [segment, 'total'],
  ]
  for (const [zone, level] of cases) {
    const before = await whole(zone)
    const asked = { personId: 'leader', level, heldFrom: '2030-01-01' }
    const refused = await act('reviewer', zone, 'put', `posts/${newId()}`, asked)
    expect([refused.status, refused.at('fields', 0)], `${level} ${zone}`).toEqual([
      422,
      { pointer: '/level', fault: 'not-a-level-here' },
    ])
    expect((await whole(zone)).posts).toEqual(before.posts)
  }
  const id = newId()
  const inTown = { personId: 'leader', level: 'township', heldFrom: '2030-01-01' }
  expect((await act('reviewer', village, 'put', `posts/${id}`, inTown)).status).toBe(200)
  const raised = await act('reviewer', village, 'post', `posts/${id}/correct`, {
    ...{ ...inTown, level: 'total', because: '升一级' },
  })
  expect(raised.at('fields', 0)).toEqual({ pointer: '/level', fault: 'not-a-level-here' })
  expect((await act('reviewer', village, 'post', `posts/${id}/strike`, { because: '试录' })).status).toBe(200)
})

test('a term that stands at a level its zone should not have is put right or ended, and never handed on', async () => {
  const post = { id: 'post-misplaced', zoneId: 'zone-360424100201', level: 'total', personId: 'chief2' } as const
  await furnishCounty(county.world, 'system', {
    ...{ places: [], zones: [], roads: [] },
    posts: [{ ...post, heldFrom: '2026-01-01', heldUntil: null }],
  })
  const corrected = await act('admin', village, 'post', `posts/${post.id}/correct`, {
    ...{ personId: 'chief2', level: 'total', heldFrom: '2026-02-01', because: '起始日录错' },
  })
  expect([corrected.status, corrected.at('posts', 0, 'heldFrom')]).toEqual([200, '2026-02-01'])
  const asked = { postId: post.id, toPersonId: 'chief1', fromOn: '2026-11-18' }
  const onward = await (await county.as('reviewer')).get(`${village}/hand-over?${new URLSearchParams(asked)}`)
  expect([onward.status, onward.at('fields', 0)]).toEqual([422, { pointer: '/postId', fault: 'not-a-level-here' }])
  const ended = await act('admin', village, 'post', `posts/${post.id}/end`, { heldUntil: '2026-11-17' })
  expect([ended.status, ended.at('posts', 0, 'when')]).toEqual([200, 'past'])
  expect((await act('admin', village, 'post', `posts/${post.id}/strike`, { because: '录错' })).status).toBe(200)
})

test('whoever gives a post is told of each person whether their unit lies in another township', async () => {
  const elsewhere = async (zone: string) =>
    new Map((await whole(zone)).candidates.map(({ id, elsewhere }) => [id, elsewhere]))
  const here = await elsewhere(village)
  expect(['chief1', 'chief2', 'county-chief'].map((id) => here.get(id))).toEqual([false, true, false])
  expect((await elsewhere('/api/zones/zone-x001')).get('chief2')).toBe(false)
})

test('what cannot be is refused by its field, and nothing is written', async () => {
  const before = await whole(village)
  const give = { personId: 'chief1', level: 'village', heldFrom: '2026-11-18' }
  const faults: [Body, string, string][] = [
    [{ ...give, personId: 'nobody' }, '/personId', 'unknown'],
    [{ ...give, personId: 'squad1' }, '/personId', 'cannot-be-chief'],
    [{ ...give, heldUntil: '2026-11-17' }, '/heldUntil', 'before-its-beginning'],
  ]
  for (const [body, pointer, fault] of faults) {
    const refused = await act('admin', village, 'put', `posts/${newId()}`, body)
    expect([refused.status, refused.at('fields', 0)]).toEqual([422, { pointer, fault }])
  }
  const early = await act('admin', township, 'post', 'posts/post-chief1/end', { heldUntil: '2025-12-31' })
  expect(early.at('fields', 0, 'fault')).toBe('before-its-beginning')
  expect(await whole(village)).toEqual({ ...before, asOf: expect.anything() })
})

test('a mistake is put right under a reason, and the journal keeps what stood there', async () => {
  const id = newId()
  const wrong = { personId: 'chief2', level: 'village', heldFrom: '2026-02-01' }
  expect((await act('admin', village, 'put', `posts/${id}`, wrong)).status).toBe(200)
  const right = { ...wrong, personId: 'chief1', heldFrom: '2026-03-01' }
  expect((await act('admin', village, 'post', `posts/${id}/correct`, { ...right, because: '' })).status).toBe(422)
  const corrected = await act('admin', village, 'post', `posts/${id}/correct`, { ...right, because: '录错了人' })
  expect(corrected.at('posts', 0, 'name')).toBe('陈镇长')
  expect(corrected.at('entries', 0)).toMatchObject({ kind: 'post-corrected', person: '陈镇长', because: '录错了人' })
  const { q, t } = county.world.db
  const bodies = (await q.select({ kind: t.journal.kind, body: t.journal.body }).from(t.journal)).filter(
    ({ kind }) => kind === 'post-corrected',
  )
  expect(bodies.at(-1)?.body).toContain(
    '"before":{"heldFrom":"2026-02-01","heldUntil":null,"level":"village","personId":"chief2"}',
  )
  const struck = await act('admin', village, 'post', `posts/${id}/strike`, { because: '从未到任' })
  expect(struck.at('posts')).toEqual([])
  expect(struck.at('entries', 0)).toMatchObject({ kind: 'post-struck', heldFrom: '2026-03-01', because: '从未到任' })
})

test('posts are given by the administrator and the county alone; to everybody else the door says who', async () => {
  for (const account of ['chief1', 'chief2', 'squad1', 'dept1', 'leader', 'reporter']) {
    const refused = await act(account, village, 'put', `posts/${newId()}`, {
      ...{ personId: 'chief1', level: 'village', heldFrom: '2026-11-18' },
    })
    expect([refused.status, refused.at('who')], account).toEqual([403, ['administrator', 'county-reviewer']])
  }
  const seen = await (await county.as('chief2')).get(`${village}/whole`)
  expect(seen.at('doors')).toEqual({ posts: 'another-role', handOver: 'another-role', helpers: 'another-zone' })
  expect(seen.at('candidates')).toEqual([])
})

test('helpers are kept by the zone’s own chief too, and by nobody else’s', async () => {
  const helper = {
    ...{ kind: 'persuader', name: '桂桂花', phone: '138 0792 0001', stationKind: 'persuasion-post' },
    ...{ station: '城北村劝导站', heldFrom: '2026-01-01' },
  }
  const id = newId()
  expect((await act('chief2', village, 'put', `helpers/${id}`, helper)).status).toBe(403)
  // chief of the township around the village
  const entered = await act('chief1', village, 'put', `helpers/${id}`, helper)
  expect(entered.status).toBe(200)
  expect(entered.at('helpers', 0)).toMatchObject({ name: '桂桂花', station: '城北村劝导站', own: true })
  const ended = await act('chief1', village, 'post', `helpers/${id}`, { ...helper, heldUntil: '2026-11-17' })
  expect([ended.at('helpers'), ended.at('allHelpers', 0, 'when')]).toEqual([[], 'past'])
  expect((await act('chief2', village, 'post', `helpers/${id}/strike`, { because: '乱来' })).status).toBe(403)
  expect((await act('chief1', village, 'put', `helpers/${newId()}`, { ...helper, phone: '不知道' })).status).toBe(422)
})

test('a zone has one leader in charge a day, shown on the zones below as well', async () => {
  const leader = { kind: 'leader-in-charge', name: '黄县长', title: '副县长', heldFrom: '2026-01-01' }
  expect((await act('reviewer', township, 'put', `helpers/${newId()}`, leader)).status).toBe(200)
  const second = await act('reviewer', township, 'put', `helpers/${newId()}`, { ...leader, name: '别人' })
  expect(second.at('fields', 0, 'fault')).toBe('leader-overlaps')
  const card = await (await county.as('squad1')).get(village)
  expect(card.at('leaders', 0)).toMatchObject({ name: '黄县长', title: '副县长', zoneName: '义宁镇', own: false })
})

test('of two changes decided on the same picture the second meets the conflict; a resend changes nothing', async () => {
  const zone = '/api/zones/zone-x001'
  const { version } = await whole(zone)
  const client = await county.as('admin')
  const end = { actId: newId(), heldUntil: '2026-12-31' }
  const [path, on] = [`${zone}/posts/post-county-chief/end`, { 'If-Match': `"${version}"` }]
  expect((await client.post(path, end, on)).status).toBe(200)
  expect((await client.post(path, end, on)).at('version')).toBe(version + 1)
  const second = await client.post(path, { ...end, actId: newId(), heldUntil: '2026-11-30' }, on)
  expect([second.status, second.at('code')]).toEqual([412, 'changed-meanwhile'])
  expect((await client.post(path, end)).status).toBe(428)
  expect((await whole(zone)).posts[0]?.heldUntil).toBe('2026-12-31')
})
