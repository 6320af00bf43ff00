import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestAnswer, type TestCounty, testCounty } from '../test-county.ts'
import { type NoticeWalk, noticeBody, noticesIn, plainNotice } from '../test-notices.ts'
import { newId, type Walk, walkIn } from '../test-walk.ts'

let county: TestCounty
let walk: Walk
let notices: NoticeWalk

beforeAll(async () => {
  county = await testCounty()
  walk = walkIn(county)
  notices = noticesIn(walk)
})
afterAll(() => county.close())

const shut = (answer: TestAnswer) => [answer.status, answer.at('because', 'reason')]
const line = [
  [0, 500],
  [500, 100],
  [1000, 900],
]

test('a notice is read by its issuer’s unit, those it was sent to, reviewers and leaders; nobody else knows of it', async () => {
  const hazard = await walk.registered()
  const { id } = await notices.issue('squad1', noticeBody([hazard.id], { copyUnitIds: ['unit-roads'] }))
  for (const account of ['squad1', 'squad1b', 'chief1', 'dept1', 'reviewer', 'reviewer2', 'leader'])
    expect((await notices.look(account, id)).id).toBe(id)
  const nothing = await (await walk.as('chief2')).get(`/api/notices/${newId()}`)
  for (const account of ['chief2', 'squad2', 'county-chief', 'reporter', 'admin']) {
    const answer = await (await walk.as(account)).get(`/api/notices/${id}`)
    expect([account, answer.status, answer.at('code')]).toEqual([account, 404, nothing.at('code')])
    for (const act of ['sign', 'replies', 'withdraw'] as const)
      expect((await notices.tryAct(account, id, act)).status).toBe(404)
  }
})

test('a tap signs for the unit, once; the receipt names who and when', async () => {
  const hazard = await walk.registered()
  const { id } = await notices.issue('reviewer', noticeBody([hazard.id]))
  county.clock.advance({ minutes: 5 })
  const signed = await notices.act('chief1', id, 'sign')
  const receipt = { signedAt: county.clock.now(), signer: '陈镇长', way: 'tap', strokes: null }
  expect(signed).toMatchObject({ receiptsGiven: 1, ownUnitSigned: true, receipts: [receipt] })
  expect(signed.doors).toContainEqual({ act: 'sign', ok: false, because: 'already-signed' })
  expect(shut(await notices.tryAct('chief1', id, 'sign'))).toEqual([409, 'already-signed'])
})

test('a signature drawn on the screen is kept as it was drawn, and none is drawn with a tap', async () => {
  const hazard = await walk.registered()
  const { id } = await notices.issue('reviewer', noticeBody([hazard.id]))
  expect((await notices.tryAct('chief1', id, 'sign', { way: 'drawn' })).status).toBe(422)
  expect((await notices.tryAct('chief1', id, 'sign', { way: 'tap', strokes: [line] })).status).toBe(422)
  expect((await notices.tryAct('chief1', id, 'sign', { way: 'drawn', strokes: [[[0, 1001]]] })).status).toBe(422)
  const signed = await notices.act('chief1', id, 'sign', { way: 'drawn', strokes: [line] })
  expect(signed.receipts[0]).toMatchObject({ way: 'drawn', strokes: [line] })
})

test('of two who sign for one unit at the same moment one is told that it is done; a resend is answered again', async () => {
  const hazard = await walk.registered()
  const { id } = await notices.issue(
    'squad1',
    plainNotice('acceptance', [(await walk.submitted()).id], { addresseeUnitId: 'unit-county' }),
  )
  const both = await Promise.all([notices.tryAct('reviewer', id, 'sign'), notices.tryAct('reviewer2', id, 'sign')])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  const other = await notices.issue('reviewer', noticeBody([hazard.id]))
  const act = { actId: newId(), way: 'tap' }
  const twice = [
    await notices.tryAct('chief1', other.id, 'sign', act),
    await notices.tryAct('chief1', other.id, 'sign', act),
  ]
  expect(twice.map(({ status }) => status)).toEqual([200, 200])
})

test('signing a rectification notice accepts the unit’s own waiting tasks on its hazards, each with its own entry', async () => {
  const waiting = await walk.registered({ units: ['unit-town1', 'unit-roads'] })
  const planned = await walk.registered()
  await walk.step('chief1', planned, walk.onTask(planned, 'plan'), { year: 2027, because: '缺资金' })
  const notice = await notices.issue('reviewer', noticeBody([waiting.id, planned.id]))
  await notices.act('chief1', notice.id, 'sign')
  const after = await walk.look('reviewer', waiting.id)
  expect(after.tasks).toMatchObject([
    { state: 'accepted', person: { id: 'chief1' }, acceptedAt: county.clock.now() },
    { state: 'assigned', person: null },
  ])
  expect(after.version).toBe(waiting.version + 1)
  expect(after.timeline.at(-1)).toMatchObject({
    kind: 'task-accepted',
    body: { taskId: waiting.tasks[0]?.id, noticeId: notice.id, number: notice.documentNumber },
  })
  expect((await walk.look('reviewer', planned.id)).tasks).toMatchObject([{ state: 'planned' }])
})

test('a letter of another kind accepts nothing, and neither does a copy sent for information', async () => {
  const hazard = await walk.registered({ units: ['unit-town1', 'unit-roads'] })
  const alert = await notices.issue('reviewer', plainNotice('risk-alert', [hazard.id]))
  await notices.act('chief1', alert.id, 'sign')
  const notice = await notices.issue('reviewer', noticeBody([hazard.id], { copyUnitIds: ['unit-roads'] }))
  await notices.act('dept1', notice.id, 'sign')
  const states = (await walk.look('reviewer', hazard.id)).tasks.map(({ state }) => state)
  expect(states).toEqual(['assigned', 'assigned'])
})

test('a reply comes after the signature, from a unit it was sent to; several are kept', async () => {
  const hazard = await walk.registered()
  const { id } = await notices.issue('reviewer', noticeBody([hazard.id]))
  expect(shut(await notices.tryAct('chief1', id, 'replies'))).toEqual([409, 'not-signed-yet'])
  expect(shut(await notices.tryAct('reviewer', id, 'replies'))).toEqual([403, 'not-the-addressee'])
  expect(shut(await notices.tryAct('reviewer', id, 'sign'))).toEqual([403, 'not-the-addressee'])
  await notices.act('chief1', id, 'sign')
  await notices.act('chief1', id, 'replies')
  county.clock.advance({ minutes: 1 })
  const replied = await notices.act('chief1', id, 'replies', { words: '已完工' })
  expect(replied.replyList).toMatchObject([
    { unitName: '义宁镇政府', personName: '陈镇长', words: '已安排施工' },
    { words: '已完工' },
  ])
})

test('withdrawn by its issuer’s unit or the county, with the reason; never deleted, and then nobody signs or replies', async () => {
  const hazard = await walk.registered()
  const { id } = await notices.issue('squad1', noticeBody([hazard.id]))
  expect(shut(await notices.tryAct('chief1', id, 'withdraw'))).toEqual([403, 'another-issuer'])
  expect(shut(await notices.tryAct('leader', id, 'withdraw'))).toEqual([403, 'another-issuer'])
  expect((await notices.tryAct('squad1b', id, 'withdraw', { because: ' ' })).status).toBe(422)
  const withdrawn = await notices.act('squad1b', id, 'withdraw')
  expect(withdrawn).toMatchObject({ state: 'withdrawn', withdrawn: { by: '卢队员', because: '内容有误' } })
  for (const act of ['sign', 'replies'] as const)
    expect(shut(await notices.tryAct('chief1', id, act))).toEqual([409, 'already-withdrawn'])
  expect(shut(await notices.tryAct('reviewer', id, 'withdraw'))).toEqual([409, 'already-withdrawn'])
  expect((await notices.look('chief1', id)).content).toEqual(withdrawn.content)
  expect((await walk.look('chief1', hazard.id)).timeline.at(-1)).toMatchObject({ kind: 'notice-withdrawn' })
  const another = await notices.issue('squad1', noticeBody([hazard.id]))
  expect((await notices.act('reviewer', another.id, 'withdraw')).state).toBe('withdrawn')
})

test('the doors shown are the doors found', async () => {
  const hazard = await walk.registered()
  const { id } = await notices.issue('squad1', noticeBody([hazard.id]))
  const acts = { sign: 'sign', reply: 'replies', withdraw: 'withdraw' } as const
  for (const account of ['leader', 'chief1', 'squad1b'])
    for (const { act, ok, because } of (await notices.look(account, id)).doors) {
      if (ok) continue
      expect([account, act, ...shut(await notices.tryAct(account, id, acts[act])).slice(1)]).toEqual([
        account,
        act,
        because,
      ])
    }
  expect((await notices.look('chief1', id)).doors.map(({ ok }) => ok)).toEqual([true, false, false])
})
