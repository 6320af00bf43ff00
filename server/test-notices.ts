import { NoticeWhole } from './notices/answers.ts'
import type { TestAnswer } from './test-county.ts'
import { newId, type Walk } from './test-walk.ts'

type Fields = Readonly<Record<string, unknown>>

export const textsOf = (given: Fields = {}) => ({
  ...{ title: '道路交通安全隐患整改通知书', demand: '加装减速带16米。', level: '县级督办', causes: '材料未到' },
  ...{ suggestions: '加强巡查', body: '现通知如下。', conclusion: '验收合格。' },
  ...given,
})

/** What a client sends to issue a document about these hazards. */
export const noticeBody = (hazards: readonly string[], given: Fields = {}): Fields => ({
  ...{ kind: 'rectification', addresseeUnitId: 'unit-town1', hazards, texts: textsOf() },
  ...{ cureDueOn: '2026-12-01', replyDueOn: '2026-12-05' },
  ...given,
})

/** The same for a kind that has neither of the two days. */
export const plainNotice = (kind: string, hazards: readonly string[], given: Fields = {}): Fields =>
  noticeBody(hazards, { kind, cureDueOn: null, replyDueOn: null, ...given })

export interface NoticeWalk {
  tryIssue(account: string, body: Fields, id?: string): Promise<TestAnswer>
  issue(account: string, body: Fields): Promise<NoticeWhole>
  look(account: string, id: string): Promise<NoticeWhole>
  tryAct(account: string, id: string, act: 'sign' | 'replies' | 'withdraw', body?: Fields): Promise<TestAnswer>
  act(account: string, id: string, act: 'sign' | 'replies' | 'withdraw', body?: Fields): Promise<NoticeWhole>
}

const usual: Readonly<Record<'sign' | 'replies' | 'withdraw', Fields>> = {
  sign: { way: 'tap' },
  replies: { words: '已安排施工' },
  withdraw: { because: '内容有误' },
}

/** Carries documents through the front door. */
export const noticesIn = (walk: Walk): NoticeWalk => {
  const must = (answer: TestAnswer, what: string): NoticeWhole => {
    if (answer.status > 201) throw new Error(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return NoticeWhole.parse(answer.body)
  }
  const tryIssue: NoticeWalk['tryIssue'] = async (account, body, id = newId()) =>
    (await walk.as(account)).put(`/api/notices/${id}`, body)
  const tryAct: NoticeWalk['tryAct'] = async (account, id, act, body = {}) =>
    (await walk.as(account)).post(`/api/notices/${id}/${act}`, { actId: newId(), ...usual[act], ...body })
  return {
    tryIssue,
    tryAct,
    issue: async (account, body) => must(await tryIssue(account, body), `${account} issues`),
    look: async (account, id) => must(await (await walk.as(account)).get(`/api/notices/${id}`), `${account} looks`),
    act: async (account, id, act, body) => must(await tryAct(account, id, act, body), `${account} takes ${act}`),
  }
}
