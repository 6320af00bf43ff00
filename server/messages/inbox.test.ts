import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestCounty, testCounty } from '../test-county.ts'
import { newId, type Walk, walkIn } from '../test-walk.ts'
import { MessageList, type MessageOnWire } from './wire.ts'

let county: TestCounty
let walk: Walk
beforeEach(async () => {
  county = await testCounty()
  walk = walkIn(county)
})
afterEach(() => county.close())

const inbox = async (account: string, query = ''): Promise<MessageList> =>
  MessageList.parse((await (await walk.as(account)).get(`/api/messages${query}`)).body)
const kindsOf = ({ messages }: MessageList): MessageOnWire['kind'][] => messages.map(({ kind }) => kind)

test('a unit is told of its new task: what, where and by when; nobody else is', async () => {
  const hazard = await walk.registered()
  const { messages, unread } = await inbox('chief1')
  expect(unread).toBe(1)
  expect(messages).toMatchObject([
    {
      kind: 'task-assigned',
      hazardId: hazard.id,
      readAt: null,
      facts: { label: hazard.registerNumber, unit: '义宁镇政府', dueOn: hazard.dueOn, by: '一中队 余队员' },
    },
  ])
  for (const other of ['squad1', 'chief2', 'dept1', 'reporter', 'leader', 'admin'])
    expect((await inbox(other)).messages, other).toEqual([])
})

test('a returned task says the reason itself, and the author of an act is never told of it', async () => {
  const hazard = await walk.submitted({ severity: 'serious' })
  expect(kindsOf(await inbox('reviewer'))).toContain('task-submitted')
  const because = '减速带没有反光标识'
  await walk.step('reviewer', hazard, walk.onTask(hazard, 'return'), { because })
  const [told] = (await inbox('chief1')).messages
  expect(told).toMatchObject({ kind: 'task-returned', facts: { because, by: '县道安办 龚主任' } })
  expect(kindsOf(await inbox('reviewer'))).not.toContain('task-returned')
})

test('an act that is refused tells nobody, and a resent one tells once', async () => {
  const hazard = await walk.registered()
  const refused = await walk.tryStep('dept1', hazard, walk.onTask(hazard, 'refuse'), {
    ...{ because: '不归我管', ownerUnitId: 'unit-roads' },
  })
  expect(refused.status).toBe(404)
  expect((await inbox('reviewer')).unread).toBe(0)
  const body = { actId: newId(), because: '归公路中心', ownerUnitId: 'unit-roads' }
  for (let n = 0; n < 2; n++) await walk.tryStep('chief1', hazard, walk.onTask(hazard, 'refuse'), body)
  expect((await inbox('reviewer')).messages).toMatchObject([{ kind: 'task-refused', facts: { because: '归公路中心' } }])
})

test('whoever has left the service is not told', async () => {
  const admin = await walk.as('admin')
  const person = { account: 'chief1', name: '陈镇长', phone: null, role: 'road-chief', unitId: 'unit-town1' }
  await admin.put('/api/people/chief1', { ...person, active: false }, { 'If-Match': '"1"' })
  await walk.registered()
  await admin.put('/api/people/chief1', { ...person, active: true }, { 'If-Match': '"2"' })
  expect((await inbox('chief1')).messages).toEqual([])
})

test('the inbox is read page by page, the newest first, and what is read stays read', async () => {
  for (let n = 0; n < 5; n++) await walk.registered()
  const first = await inbox('chief1', '?size=2')
  expect(first).toMatchObject({ unread: 5, next: first.messages[1]?.seq })
  const second = await inbox('chief1', `?size=2&before=${first.next}`)
  const third = await inbox('chief1', `?size=2&before=${second.next}`)
  expect(third.next).toBeNull()
  const seqs = [first, second, third].flatMap(({ messages }) => messages.map(({ seq }) => seq))
  expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => b - a))
  expect(seqs).toHaveLength(5)

  const chief = await walk.as('chief1')
  const [newest = 0, , middle = 0] = seqs
  expect((await chief.post('/api/messages/read', { seqs: [newest] })).body).toEqual({ unread: 4 })
  expect((await chief.post('/api/messages/read', { upTo: middle })).body).toEqual({ unread: 1 })
  expect((await inbox('chief1', '?unread=yes')).messages.map(({ seq }) => seq)).toEqual([seqs[1]])
})

test('nobody marks another’s message as read', async () => {
  await walk.registered()
  const [message] = (await inbox('chief1')).messages
  await (await walk.as('chief2')).post('/api/messages/read', { seqs: [message?.seq] })
  expect((await inbox('chief1')).unread).toBe(1)
})

test('choices are each person’s own, and quiet hours have both ends', async () => {
  const chief = await walk.as('chief1')
  expect((await chief.get('/api/messages/choices')).body).toEqual({ silent: [], quietFrom: null, quietUntil: null })
  const chosen = { silent: ['commented', 'task-verified'], quietFrom: 22, quietUntil: 7 }
  expect((await chief.put('/api/messages/choices', chosen)).body).toMatchObject({ quietFrom: 22, quietUntil: 7 })
  expect((await chief.get('/api/messages/choices')).at('silent')).toEqual(['task-verified', 'commented'])
  expect((await (await walk.as('chief2')).get('/api/messages/choices')).at('silent')).toEqual([])
  expect((await chief.put('/api/messages/choices', { ...chosen, quietUntil: null })).status).toBe(422)
})

test('whoever has done what they were told of need not read it any more; what others were told stays unread', async () => {
  const hazard = await walk.registered()
  expect((await inbox('chief1')).unread).toBe(1)
  const accepted = await walk.step('chief1', hazard, walk.onTask(hazard, 'accept'))
  expect((await inbox('chief1')).unread).toBe(0)
  await walk.step('chief1', accepted, walk.onTask(accepted, 'submit'), await walk.submission(accepted))
  expect((await inbox('squad1')).unread).toBe(1)
})
