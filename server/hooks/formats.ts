import { createHmac } from 'node:crypto'
import type { Row } from '../../db/schema/tables.ts'
import type { Instant } from '../domain/county-calendar.ts'
import type { MessageFacts } from '../domain/message-facts.ts'
import { messageText } from '../domain/message-words.ts'
import type { Received, Sending } from './guarded-fetch.ts'
import { HookFault } from './hook-fault.ts'

export interface Outgoing {
  /** Travels with every try of the same message, so that a receiver can drop what it has. */
  readonly id: string
  readonly kind: Row<'deliveries'>['kind'] | 'test'
  readonly facts: MessageFacts
  readonly hazardId: string | null
  readonly link: string | null
  /** When the message was written. */
  readonly at: Instant
  /** When this try is made: signatures hold the time. */
  readonly now: Instant
}

type Receiver = Pick<Row<'hooks'>, 'kind' | 'url' | 'secret'>

const json = { 'Content-Type': 'application/json; charset=utf-8', 'User-Agent': 'Luqing' }
const base64Hmac = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('base64')

/** Robots of all three houses take some 2 KB; a sentence with a long reason may not exceed it. */
const longestText = 600

const testText = {
  zh: { title: '测试', sentence: '路清的通知可以发到这里。' },
  en: { title: 'Test', sentence: 'Messages of Luqing arrive here.' },
} as const

const textOf = ({ kind, facts }: Outgoing, language: 'zh' | 'en') =>
  kind === 'test' ? testText[language] : messageText(kind, facts, language)

const plainText = (out: Outgoing): string => {
  const { link } = out
  const { title, sentence } = textOf(out, 'zh')
  const said = Array.from(`【${title}】${sentence}`).slice(0, longestText).join('')
  return link === null ? said : `${said}\n${link}`
}

const hazardOf = ({ hazardId, facts }: Outgoing) =>
  hazardId === null
    ? null
    : {
        ...{ id: hazardId, label: facts.label, severity: facts.severity, code: facts.code },
        ...{ description: facts.what, place: facts.where, unit: facts.unit, dueOn: facts.dueOn },
      }

/** Ours: `v1` is the HMAC-SHA256, in hexadecimal, of `t`, a full stop and the body exactly as sent. */
const plain = (out: Outgoing, { url, secret }: Receiver): Sending => {
  const { id, kind, link, at } = out
  const { sentence: text } = textOf(out, 'zh')
  const { sentence: textEn } = textOf(out, 'en')
  const body = JSON.stringify({ id, kind, text, textEn, link, at, hazard: hazardOf(out) })
  const seconds = Math.floor(Date.parse(out.now) / 1000)
  const signature = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')
  return {
    url,
    headers: { ...json, 'Luqing-Delivery': id, 'Luqing-Signature': `t=${seconds},v1=${signature}` },
    body,
  }
}

/** 企业微信群机器人: the key is in the address, there is nothing to sign. */
const wecom = (out: Outgoing, { url }: Receiver): Sending => ({
  ...{ url, headers: json },
  body: JSON.stringify({ msgtype: 'text', text: { content: plainText(out) } }),
})

/** 钉钉自定义机器人: time and signature go into the address (加签); without a secret the robot goes by keyword. */
const dingtalk = (out: Outgoing, { url, secret }: Receiver): Sending => {
  const signed = new URL(url)
  if (secret !== '') {
    const milliseconds = Date.parse(out.now)
    signed.searchParams.set('timestamp', String(milliseconds))
    signed.searchParams.set('sign', base64Hmac(secret, `${milliseconds}\n${secret}`))
  }
  return {
    ...{ url: signed.href, headers: json },
    body: JSON.stringify({ msgtype: 'text', text: { content: plainText(out) } }),
  }
}

/** 飞书自定义机器人: time and signature go into the body; the key is time and secret, and what is signed is empty. */
const feishu = (out: Outgoing, { url, secret }: Receiver): Sending => {
  const seconds = String(Math.floor(Date.parse(out.now) / 1000))
  const signed = secret === '' ? {} : { timestamp: seconds, sign: base64Hmac(`${seconds}\n${secret}`, '') }
  return {
    ...{ url, headers: json },
    body: JSON.stringify({ ...signed, msg_type: 'text', content: { text: plainText(out) } }),
  }
}

const formats = { plain, wecom, dingtalk, feishu } as const

/** The same news in the receiver's own message format. */
export const asSent = (out: Outgoing, hook: Receiver): Sending => formats[hook.kind](out, hook)

/** Robots answer 200 whatever happened; what counts is the code within: errcode (WeCom, DingTalk), code (Feishu). */
const codeNames = { wecom: ['errcode'], dingtalk: ['errcode'], feishu: ['code', 'StatusCode'] } as const
const wordNames = ['errmsg', 'msg', 'StatusMessage'] as const

const fieldsOf = (text: string): ReadonlyMap<string, unknown> | null => {
  try {
    const parsed: unknown = JSON.parse(text)
    return typeof parsed === 'object' && parsed !== null ? new Map(Object.entries(parsed)) : null
  } catch {
    return null
  }
}

/** Throws HookFault unless the receiver says in its own way that it has the message. */
export const mustBeTaken = (kind: Receiver['kind'], { status, text }: Received): void => {
  if (status < 200 || status > 299) throw new HookFault('bad-status', `${status} ${text.slice(0, 200)}`.trim())
  if (kind === 'plain') return
  const fields = fieldsOf(text)
  const code = codeNames[kind].map((name) => fields?.get(name)).find((value) => value !== undefined)
  if (typeof code !== 'number') throw new HookFault('bad-answer', text.slice(0, 200))
  if (code === 0) return
  const word = wordNames.map((name) => fields?.get(name)).find((value) => typeof value === 'string')
  throw new HookFault('refused', `${code} ${typeof word === 'string' ? word : ''}`.trim())
}
