import { expect, test } from 'vitest'
import { ApiProblem, NoAnswer } from '../api-problem.ts'
import { sentenceOf } from './sentence-of.ts'

const told = { because: null, who: [], fields: [], present: null, retryAfterSeconds: null }

test('a lost connection says that nothing is lost', () => {
  expect(sentenceOf(new NoAnswer(true, null), 'zh')).toBe('手机没有网络。内容没有丢，联网后再试一次。')
  expect(sentenceOf(new NoAnswer(false, null), 'zh')).toContain('没有丢')
})

test('a refusal is told in the server’s own words, with how long to wait', () => {
  const often = { ...told, code: 'too-often', status: 429, sentence: '操作过于频繁，请稍后再试。' }
  expect(sentenceOf(new ApiProblem({ ...often, retryAfterSeconds: 60 }), 'zh')).toBe(
    '操作过于频繁，请稍后再试。 请等 60 秒再试。',
  )
  expect(sentenceOf(new ApiProblem({ ...often, retryAfterSeconds: 600 }), 'zh')).toContain('请等 10 分钟再试。')
})

test('a step that is not one’s own names who could take it', () => {
  const shut = new ApiProblem({
    ...told,
    code: 'not-yours',
    status: 403,
    sentence: '较大、重大隐患由县级验收。',
    who: ['squad', 'county-reviewer'],
  })
  expect(sentenceOf(shut, 'zh')).toBe('较大、重大隐患由县级验收。 可由中队队员、县道安办办理。')
})

test('what is no answer of our server, or a fault of the page, still gets a sentence', () => {
  expect(sentenceOf(new ApiProblem({ ...told, code: 'unreadable', status: 502, sentence: '' }), 'zh')).toBe(
    '服务器暂时答复不了，请稍后再试。',
  )
  expect(sentenceOf(new TypeError('x is not a function'), 'zh')).toBe('页面出错了。已保存的内容没有丢，请刷新页面。')
})
