import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestCounty, testCounty } from '../test-county.ts'
import { type NoticeWalk, noticeBody, noticesIn, plainNotice } from '../test-notices.ts'
import { type Walk, walkIn } from '../test-walk.ts'
import { type NoticeLine, NoticePage } from './answers.ts'

let county: TestCounty
let walk: Walk
let notices: NoticeWalk
/** Issued in this order, a minute apart. */
let asked: string, hinted: string, onTheSpot: string, told: string
let hazardId: string

beforeAll(async () => {
  county = await testCounty()
  walk = walkIn(county)
  notices = noticesIn(walk)
  const first = await walk.registered()
  const second = await walk.registered()
  hazardId = first.id
  const issue = async (account: string, body: Parameters<NoticeWalk['issue']>[1]) => {
    county.clock.advance({ minutes: 1 })
    return (await notices.issue(account, body)).id
  }
  asked = await issue('reviewer', noticeBody([first.id, second.id], { copyUnitIds: ['unit-roads'] }))
  hinted = await issue('reviewer', plainNotice('risk-alert', [second.id]))
  onTheSpot = await issue('squad1', noticeBody([second.id], { replyDueOn: '2026-11-20' }))
  told = await issue('reviewer', plainNotice('copy', [second.id], { addresseeUnitId: 'unit-roads' }))
})
afterAll(() => county.close())

const page = async (account: string, query = '') =>
  NoticePage.parse((await (await walk.as(account)).get(`/api/notices?${query}`)).body)
const list = async (account: string, query = ''): Promise<string[]> =>
  (await page(account, query)).notices.map(({ id }: NoticeLine) => id)

test('everybody finds what they may read, the newest first, and nothing else', async () => {
  expect(await list('leader')).toEqual([told, onTheSpot, hinted, asked])
  expect(await list('squad1')).toEqual([onTheSpot])
  expect(await list('chief2')).toEqual([])
  expect(await list('reporter')).toEqual([])
  expect((await page('dept1')).count).toBe(2)
})

test('what waits for the reader’s signature stands first, and leaves that place once signed', async () => {
  expect(await list('chief1', 'box=in')).toEqual([onTheSpot, hinted, asked])
  await notices.act('chief1', onTheSpot, 'sign')
  expect(await list('chief1', 'box=in')).toEqual([hinted, asked, onTheSpot])
  expect(await list('chief1', 'box=in&unsigned=yes')).toEqual([hinted, asked])
})

test('the out-box holds what one’s own unit sent', async () => {
  expect(await list('reviewer2', 'box=out')).toEqual([told, hinted, asked])
  expect(await list('chief1', 'box=out')).toEqual([])
})

test('a sender finds what has not been signed by all it went to', async () => {
  await notices.act('chief1', asked, 'sign')
  expect(await list('reviewer', 'unsigned=yes')).toEqual([told, hinted, asked])
  await notices.act('dept1', asked, 'sign')
  expect(await list('reviewer', 'unsigned=yes')).toEqual([told, hinted])
})

test('by kind, hazard, year and words; a word in the letter itself counts', async () => {
  expect(await list('reviewer', 'kind=rectification')).toEqual([onTheSpot, asked])
  expect(await list('reviewer', `hazard=${hazardId}`)).toEqual([asked])
  expect(await list('reviewer', 'year=2025')).toEqual([])
  expect(await list('reviewer', `q=${encodeURIComponent('风险提示〔2026〕001')}`)).toEqual([hinted])
  expect(await list('reviewer', `q=${encodeURIComponent('支路缺减速带')}`)).toHaveLength(4)
  expect(await list('reviewer', `q=${encodeURIComponent('%')}`)).toEqual([])
})

test('pages follow one another without a gap, also across those that wait for a signature', async () => {
  const seen: string[] = []
  let after = ''
  do {
    const { notices: lines, next } = await page('chief1', `limit=1${after}`)
    seen.push(...lines.map(({ id }) => id))
    after = next === null ? '' : `&after=${next}`
  } while (after !== '')
  expect(seen).toEqual(await list('chief1'))
  expect(seen).toHaveLength(3)
  expect((await (await walk.as('chief1')).get('/api/notices?after=zzzz')).status).toBe(400)
})

test('a reply that has not come is overdue the day after, until it comes or the letter is withdrawn', async () => {
  expect(await list('reviewer', 'overdue=yes')).toEqual([])
  county.clock.set('2026-11-20T15:59:59.999Z')
  walk.later({})
  expect(await list('squad1', 'overdue=yes')).toEqual([])
  county.clock.set('2026-11-20T16:00:00.000Z')
  expect(await list('squad1', 'overdue=yes')).toEqual([onTheSpot])
  expect((await page('squad1')).notices[0]?.replyDaysOverdue).toBe(1)
  expect(await list('reviewer', 'unreplied=yes')).toEqual([onTheSpot, asked])
  await notices.act('chief1', onTheSpot, 'replies')
  expect(await list('squad1', 'overdue=yes')).toEqual([])
  await notices.act('reviewer', asked, 'withdraw')
  expect(await list('reviewer', 'unreplied=yes')).toEqual([])
  expect(await list('reviewer', 'state=withdrawn')).toEqual([asked])
})
