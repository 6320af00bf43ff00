import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { noFacts } from '../domain/message-facts.ts'
import { asSent, mustBeTaken, type Outgoing } from './formats.ts'
import { HookFault } from './hook-fault.ts'

const out: Outgoing = {
  ...{ id: 'd-1', kind: 'task-assigned', hazardId: 'h-1', link: 'https://luqing.example/hazards/h-1' },
  ...{ at: '2026-11-18T01:00:00.000Z', now: '2026-11-18T01:00:05.123Z' },
  facts: { ...noFacts, label: '修2026-0001', what: '支路缺减速带', unit: '义宁镇政府', dueOn: '2026-12-03' },
}
const text =
  '【新的整改任务】修2026-0001“支路缺减速带”：交义宁镇政府整改，限 12 月 3 日前完成。\nhttps://luqing.example/hazards/h-1'
const hook = { url: 'https://robot.example/send?key=k', secret: 'SEC0123456789abcdef' }

test('a plain receiver can prove who sent it and when, and knows a resend by its id', () => {
  const { headers, body } = asSent(out, { ...hook, kind: 'plain' })
  const [, t, v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['Luqing-Signature'])) ?? []
  expect(t).toBe('1794963605')
  expect(v1).toBe(createHmac('sha256', hook.secret).update(`${t}.${body}`).digest('hex'))
  expect(headers['Luqing-Delivery']).toBe('d-1')
  expect(JSON.parse(String(body))).toMatchObject({
    ...{ id: 'd-1', kind: 'task-assigned', link: out.link, at: out.at },
    ...{ hazard: { id: 'h-1', label: '修2026-0001', dueOn: '2026-12-03' } },
  })
})

test('企业微信 gets its own format', () => {
  expect(JSON.parse(String(asSent(out, { ...hook, kind: 'wecom' }).body))).toEqual({
    ...{ msgtype: 'text', text: { content: text } },
  })
})

test('钉钉 gets time and signature in the address', () => {
  const { url, body } = asSent(out, { ...hook, kind: 'dingtalk' })
  const sent = new URL(url).searchParams
  const at = String(Date.parse(out.now))
  expect([sent.get('key'), sent.get('timestamp')]).toEqual(['k', at])
  expect(sent.get('sign')).toBe(createHmac('sha256', hook.secret).update(`${at}\n${hook.secret}`).digest('base64'))
  expect(JSON.parse(String(body))).toEqual({ msgtype: 'text', text: { content: text } })
})

test('飞书 gets time and signature in the body', () => {
  const { url, body } = asSent(out, { ...hook, kind: 'feishu' })
  expect(url).toBe(hook.url)
  const sign = createHmac('sha256', `1794963605\n${hook.secret}`).update('').digest('base64')
  expect(JSON.parse(String(body))).toEqual({
    ...{ timestamp: '1794963605', sign, msg_type: 'text', content: { text } },
  })
})

test('a robot without a secret gets no signature', () => {
  expect(asSent(out, { ...hook, secret: '', kind: 'dingtalk' }).url).toBe(hook.url)
  expect(JSON.parse(String(asSent(out, { ...hook, secret: '', kind: 'feishu' }).body))).not.toHaveProperty('sign')
})

const faultOf = (kind: 'plain' | 'wecom' | 'dingtalk' | 'feishu', status: number, said: string): string => {
  try {
    mustBeTaken(kind, { status, text: said })
    return 'taken'
  } catch (error) {
    return error instanceof HookFault ? error.kept : 'broken'
  }
}

test('a robot that answers 200 and an error within has not taken the message', () => {
  expect(faultOf('wecom', 200, '{"errcode":93000,"errmsg":"invalid webhook url"}')).toBe(
    'refused 93000 invalid webhook url',
  )
  expect(faultOf('dingtalk', 200, '{"errcode":310000,"errmsg":"sign not match"}')).toBe('refused 310000 sign not match')
  expect(faultOf('feishu', 200, '{"code":19021,"msg":"sign match fail"}')).toBe('refused 19021 sign match fail')
})

test('a robot that answers 200 with something else altogether has not taken it either', () => {
  for (const said of ['', 'ok', '<html>', '[]', 'null', '{}', '{"errcode":"0"}'])
    expect(faultOf('wecom', 200, said), said).toMatch(/^bad-answer/)
})

test('each house says yes in its own way', () => {
  expect(faultOf('wecom', 200, '{"errcode":0,"errmsg":"ok"}')).toBe('taken')
  expect(faultOf('feishu', 200, '{"code":0,"msg":"success"}')).toBe('taken')
  expect(faultOf('feishu', 200, '{"StatusCode":0,"StatusMessage":"success"}')).toBe('taken')
  expect(faultOf('plain', 204, '')).toBe('taken')
  expect(faultOf('plain', 500, 'oops')).toBe('bad-status 500 oops')
})
