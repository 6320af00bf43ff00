import { afterAll, beforeAll, expect, test } from 'vitest'
import { tableOfNotices } from '../domain/notice-kinds.ts'
import { type TestAnswer, type TestCounty, testCounty } from '../test-county.ts'
import { type NoticeWalk, noticeBody, noticesIn, plainNotice, textsOf } from '../test-notices.ts'
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
const fault = (answer: TestAnswer) => [
  answer.status,
  answer.at('fields', 0, 'pointer'),
  answer.at('fields', 0, 'fault'),
]

test('one notice over three hazards: numbered, addressed, its words fixed on the day', async () => {
  const hazards = [await walk.registered(), await walk.registered(), await walk.registered()]
  const ids = hazards.map(({ id }) => id)
  const notice = await notices.issue(
    'reviewer',
    noticeBody(ids, { copyUnitIds: ['unit-roads'], copies: ['邻县交警大队'] }),
  )
  expect(notice).toMatchObject({
    ...{ kind: 'rectification', state: 'issued', documentNumber: '修公交隐改〔2026〕001号' },
    ...{ addressee: '义宁镇政府', issuer: { id: 'unit-county' }, hazardCount: 3, receiptsOwed: 2, receiptsGiven: 0 },
    content: {
      ...{
        documentNumber: '修公交隐改〔2026〕001号',
        addressee: '义宁镇政府',
        issuerUnit: '县道安办',
        issuerPerson: '龚主任',
      },
      ...{ copies: ['县公路事务中心', '邻县交警大队'], issuedOnText: '2026年11月18日', cureDueText: '2026年12月1日前' },
      receipt: null,
    },
    receipts: [
      { unit: { id: 'unit-town1', name: '义宁镇政府' }, as: 'addressee', signedAt: null },
      { unit: { id: 'unit-roads' }, as: 'copy', signedAt: null },
    ],
  })
  expect(notice.hazards.map(({ id }) => id)).toEqual(ids)
  expect(notice.content.hazards).toMatchObject([
    {
      ...{ index: 1, registerNumber: hazards[0]?.registerNumber, township: '义宁镇', code: 'A05', severity: '一般' },
      ...{ description: '支路缺减速带', measures: '减速带16米', unit: '义宁镇政府', dueText: '2026年12月3日' },
      photos: [{ caption: '整改前 2026年11月18日' }],
    },
    { index: 2 },
    { index: 3 },
  ])
  const told = (await walk.look('reviewer', ids[1] ?? '')).timeline.at(-1)
  expect(told).toMatchObject({ kind: 'notice-issued', body: { noticeId: notice.id, number: notice.documentNumber } })
})

test('what a notice says does not change when the hazard does', async () => {
  const hazard = await walk.registered()
  const { id } = await notices.issue('reviewer', noticeBody([hazard.id]))
  const before = (await notices.look('reviewer', id)).content
  await walk.step('reviewer', hazard, walk.onTask(hazard, 'reassign'), { unitId: 'unit-roads', because: '改派' })
  expect((await notices.look('reviewer', id)).content).toEqual(before)
})

test('sent again it is answered again; other content under the same id is refused', async () => {
  const hazard = await walk.registered()
  const [id, body] = [newId(), noticeBody([hazard.id])]
  const first = await notices.tryIssue('reviewer', body, id)
  const again = await notices.tryIssue('reviewer', body, id)
  expect([first.status, again.status]).toEqual([201, 200])
  expect(again.at('documentNumber')).toBe(first.at('documentNumber'))
  const other = await notices.tryIssue('reviewer', noticeBody([hazard.id], { cureDueOn: '2026-12-09' }), id)
  expect([other.status, other.at('code')]).toEqual([409, 'other-content'])
  const another = await notices.tryIssue('reviewer2', body, id)
  expect([another.status, another.at('code')]).toEqual([409, 'other-content'])
})

test('each kind is issued by those whose it is, and by nobody else', async () => {
  const hazard = await walk.registered()
  const who = { squad1: 'squad', chief1: 'road-chief', dept1: 'department', reviewer: 'county-reviewer' } as const
  for (const [kind, { by }] of Object.entries(tableOfNotices)) {
    for (const [account, role] of Object.entries(who)) {
      if (by.some((one) => one === role)) continue
      const answer = await notices.tryIssue(account, plainNotice(kind, [hazard.id]))
      expect([account, kind, ...shut(answer), answer.at('who')]).toEqual([account, kind, 403, 'not-your-kind', by])
    }
    for (const account of ['leader', 'reporter', 'admin'])
      expect(shut(await notices.tryIssue(account, plainNotice(kind, [hazard.id])))).toEqual([403, 'not-your-kind'])
  }
})

test('a squad issues a notice on the spot, about hazards of its own area only', async () => {
  const hazard = await walk.registered()
  expect((await notices.issue('squad1', noticeBody([hazard.id]))).issuer).toMatchObject({ id: 'unit-squad1' })
  const elsewhere = await notices.tryIssue('squad2', noticeBody([hazard.id]))
  const nowhere = await notices.tryIssue('squad2', noticeBody([newId()]))
  expect(fault(elsewhere)).toEqual([404, '/hazards/0', 'not-there'])
  expect(fault(nowhere)).toEqual(fault(elsewhere))
})

test('a unit applies for closing and for more time, to the county’s office, about tasks of its own', async () => {
  const open = await walk.registered()
  const done = await walk.submitted()
  const toOffice = { addresseeUnitId: 'unit-county' }
  const applied = await notices.issue('chief1', plainNotice('closing-application', [done.id], toOffice))
  expect(applied.documentNumber).toBe('修隐患销号〔2026〕001号')
  expect(applied.content.hazards[0]).toMatchObject({ result: '已实施：减速带16米。已完成', afterPhotos: [{}] })
  const asked = plainNotice('extension', [open.id], { ...toOffice, cureDueOn: '2026-12-30' })
  expect((await notices.issue('chief1', asked)).documentNumber).toBe('修隐患延期〔2026〕001号')
  const elsewhere = { ...asked, addresseeUnitId: 'unit-roads' }
  expect(fault(await notices.tryIssue('chief1', elsewhere))).toEqual([422, '/addresseeUnitId', 'not-the-county-office'])
  const early = await notices.tryIssue('chief1', plainNotice('closing-application', [open.id], toOffice))
  expect([...shut(early), ...fault(early)]).toEqual([
    409,
    'another-task-state',
    409,
    '/hazards/0',
    'another-task-state',
  ])
  const roads = await walk.registered({ units: ['unit-roads'] })
  const others = await notices.tryIssue('chief1', { ...asked, hazards: [open.id, roads.id] })
  expect([...shut(others), ...fault(others)]).toEqual([409, 'another-unit', 409, '/hazards/1', 'another-unit'])
})

test('documents are about hazards on the register: a lead, a void one or one already cleared is refused by name', async () => {
  const open = await walk.registered()
  const lead = await walk.report('squad1')
  const mixed = await notices.tryIssue('reviewer', noticeBody([open.id, lead.id]))
  expect([...shut(mixed), ...fault(mixed)]).toEqual([
    409,
    'not-on-the-register',
    409,
    '/hazards/1',
    'not-on-the-register',
  ])
  const cleared = await walk.cleared()
  expect(shut(await notices.tryIssue('reviewer', noticeBody([cleared.id])))).toEqual([409, 'another-stage'])
  expect((await notices.issue('reviewer', plainNotice('acceptance', [cleared.id]))).kind).toBe('acceptance')
  expect(shut(await notices.tryIssue('reviewer', plainNotice('acceptance', [open.id])))).toEqual([
    409,
    'nothing-submitted',
  ])
  const empty = await walk.step('reviewer', open, 'void', { because: '重复' })
  expect(shut(await notices.tryIssue('reviewer', noticeBody([empty.id])))).toEqual([409, 'void'])
})

test('a document has an addressee, the days of its kind and the words it cannot be without', async () => {
  const { id } = await walk.registered()
  const trying = async (given: Record<string, unknown>, base = noticeBody([id])) =>
    fault(await notices.tryIssue('reviewer', { ...base, ...given }))
  expect(await trying({ addresseeUnitId: null })).toEqual([422, '/addresseeUnitId', 'required'])
  expect(await trying({ addresseeUnitId: 'nobody' })).toEqual([422, '/addresseeUnitId', 'unknown'])
  expect(await trying({ addressee: '省厅' })).toEqual([422, '/addressee', 'one-or-the-other'])
  expect(await trying({ copyUnitIds: ['unit-town1'] })).toEqual([422, '/copyUnitIds', 'repeated'])
  expect(await trying({ cureDueOn: null })).toEqual([422, '/cureDueOn', 'required'])
  expect(await trying({ cureDueOn: '2026-11-17' })).toEqual([422, '/cureDueOn', 'in-the-past'])
  expect(await trying({ hazards: [id, id] })).toEqual([422, '/hazards', 'repeated'])
  expect(await trying({ hazards: [] })).toEqual([422, '/hazards', 'too-few'])
  expect(await trying({ texts: textsOf({ demand: '' }) })).toEqual([422, '/texts/demand', 'required'])
  expect(await trying({ texts: textsOf({ title: ' ' }) })).toEqual([422, '/texts/title', 'too-short'])
  const alert = plainNotice('risk-alert', [id])
  expect(await trying({ cureDueOn: '2026-12-01' }, alert)).toEqual([422, '/cureDueOn', 'not-in-this-kind'])
  const outside = await notices.issue('reviewer', { ...alert, addresseeUnitId: null, addressee: '湖南省平江县道安办' })
  expect(outside).toMatchObject({ addressee: '湖南省平江县道安办', receipts: [], receiptsOwed: 0 })
})

test('a draft offers words, addressee and days, keeps nothing and uses no number', async () => {
  const hazard = await walk.registered({ units: ['unit-roads'] })
  const lead = await walk.report('squad1')
  const client = await walk.as('reviewer')
  const ask = (hazards: string, kind = 'rectification') =>
    client.get(`/api/notice-drafts?kind=${kind}&hazards=${hazards}`)
  const draft = await ask(`${hazard.id},${lead.id}`)
  expect(draft.body).toMatchObject({
    ...{
      addresseeUnitId: 'unit-roads',
      numberBegins: '修公交隐改〔2026〕',
      issuerUnit: '县道安办',
      cureDueOn: '2026-12-03',
    },
    texts: { title: '道路交通安全隐患整改通知书', demand: expect.stringContaining('减速带16米') },
    hazards: [
      { id: hazard.id, because: null, line: { measures: '减速带16米' } },
      { id: lead.id, because: 'not-on-the-register' },
    ],
  })
  expect((await ask(newId())).status).toBe(404)
  expect(
    (await (await walk.as('squad2')).get(`/api/notice-drafts?kind=rectification&hazards=${hazard.id}`)).status,
  ).toBe(404)
  expect(shut(await ask(hazard.id, 'extension'))).toEqual([403, 'not-your-kind'])
})
