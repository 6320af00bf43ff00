import { afterAll, beforeAll, expect, test } from 'vitest'
import { documentNumberOf } from '../domain/notice-kinds.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
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

const numbersUpTo = (count: number) =>
  Array.from({ length: count }, (_, at) => documentNumberOf('修', 'rectification', 2026, at + 1))

test('a hundred issued at once bear a hundred consecutive numbers; those refused in between leave no gap', {
  timeout: 90_000,
}, async () => {
  const hazard = await walk.registered()
  const lead = await walk.report('squad1')
  const issuing = Array.from({ length: 100 }, (_, at) =>
    notices.tryIssue(at % 2 ? 'reviewer' : 'squad1', noticeBody([hazard.id], { replyDueOn: null })),
  )
  const refused = Array.from({ length: 20 }, (_, at) =>
    notices.tryIssue('reviewer', noticeBody(at % 2 ? [hazard.id, lead.id] : [newId()])),
  )
  const numbers = (await Promise.all(issuing)).map((answer) => answer.at('documentNumber'))
  expect(numbers.sort()).toEqual(numbersUpTo(100).sort())
  expect(new Set((await Promise.all(refused)).map(({ status }) => status))).toEqual(new Set([404, 409]))
  const next = await notices.issue('reviewer', noticeBody([hazard.id]))
  expect(next.documentNumber).toBe('修公交隐改〔2026〕101号')
})

test('one act sent ten times at once is one document', async () => {
  const hazard = await walk.registered()
  const [id, body] = [newId(), plainNotice('risk-alert', [hazard.id])]
  const answers = await Promise.all(Array.from({ length: 10 }, () => notices.tryIssue('reviewer', body, id)))
  expect(answers.map(({ status }) => status).sort()).toEqual([...Array(9).fill(200), 201])
  expect(new Set(answers.map((answer) => answer.at('documentNumber')))).toEqual(
    new Set(['修公交风险提示〔2026〕001号']),
  )
})

test('kinds count apart, and a number taken back is not given again', async () => {
  const hazard = await walk.registered()
  const first = await notices.issue('reviewer', plainNotice('copy', [hazard.id]))
  const report = await notices.issue('reviewer', plainNotice('government-report', [hazard.id]))
  expect([first.documentNumber, report.documentNumber]).toEqual(['修公交抄告〔2026〕001号', '修公交报告〔2026〕001号'])
  await notices.act('reviewer', first.id, 'withdraw')
  const next = await notices.issue('reviewer', plainNotice('copy', [hazard.id]))
  expect(next.documentNumber).toBe('修公交抄告〔2026〕002号')
})

test('years count apart, and the year turns at midnight on the county’s clock', async () => {
  const hazard = await walk.registered()
  const issued = async () =>
    (await notices.issue('reviewer', plainNotice('supervision', [hazard.id], { cureDueOn: '2027-02-01' })))
      .documentNumber
  county.clock.set('2026-12-31T15:59:00.000Z')
  walk.later({})
  expect(await issued()).toBe('修公交督办〔2026〕001号')
  walk.later({ minutes: 1 })
  expect(await issued()).toBe('修公交督办〔2027〕001号')
  expect(await issued()).toBe('修公交督办〔2027〕002号')
})
