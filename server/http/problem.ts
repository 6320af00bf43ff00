import type { Role } from '../../db/vocabulary.ts'
import type { Reason } from '../domain/reasons.ts'

/** The closed catalogue of what can go wrong (RFC 9457). `type` on the wire is `/problems/<code>`. */
export const problems = {
  malformed: { status: 400, zh: '请求格式不对。', en: 'The request is malformed.' },
  'not-signed-in': { status: 401, zh: '请先登录。', en: 'Please sign in first.' },
  'wrong-sign-in': { status: 401, zh: '账号或密码不对。', en: 'Account or password is wrong.' },
  'not-yours': { status: 403, zh: '这一步不由您办理。', en: 'This step is not yours to take.' },
  'wrong-origin': {
    status: 403,
    zh: '请求来自别的网站，已拒绝。',
    en: 'The request came from another site and was refused.',
  },
  'must-change-password': { status: 403, zh: '请先修改初始密码。', en: 'Change your first password before going on.' },
  'upload-broken': {
    status: 408,
    zh: '照片没有传完，请重新发送。',
    en: 'The photo stopped before its end; send it again.',
  },
  'not-there': {
    status: 404,
    zh: '没有这一项，或不在您的范围内。',
    en: 'There is no such item, or it is outside your scope.',
  },
  'wrong-method': { status: 405, zh: '此地址不支持这种操作。', en: 'This address does not support that method.' },
  'does-not-fit': { status: 409, zh: '这一步现在办不了。', en: 'This step does not fit now.' },
  'other-content': {
    status: 409,
    zh: '同一编号已存有不同内容。',
    en: 'Different content is already stored under this id.',
  },
  'offset-mismatch': {
    status: 409,
    zh: '续传的起点与已收到的不符，请按服务器告知的位置续传。',
    en: 'The upload goes on from another place than what is kept; go on from the offset told.',
  },
  'changed-meanwhile': {
    status: 412,
    zh: '刚才有人改动过，请看最新情况再办。',
    en: 'It was changed meanwhile; look at the present state.',
  },
  'too-big': { status: 413, zh: '内容过大。', en: 'The content is too big.' },
  'not-a-photo': {
    status: 415,
    zh: '这不是可用的照片（支持 JPEG、PNG、WebP、HEIC）。',
    en: 'This is not a usable photo (JPEG, PNG, WebP or HEIC).',
  },
  'damaged-photo': {
    status: 422,
    zh: '照片已损坏，请重新发送或重拍。',
    en: 'The photo is damaged; send it again or take another.',
  },
  'hash-mismatch': {
    status: 422,
    zh: '收到的照片与声明的指纹不符，请重新发送。',
    en: 'The bytes received do not match the declared hash; send again.',
  },
  'photo-too-large': { status: 413, zh: '照片尺寸过大。', en: 'The photo has too many pixels or bytes.' },
  'unreadable-file': {
    status: 422,
    zh: '这个文件读不出来，没有写入任何数据。',
    en: 'This file cannot be read; nothing was written.',
  },
  invalid: { status: 422, zh: '填写内容有误。', en: 'Something in the content is wrong.' },
  'no-such-photo': {
    status: 422,
    zh: '照片还没有送达，请先发送照片。',
    en: 'A named photo has not arrived yet; send it first.',
  },
  'impossible-position': {
    status: 422,
    zh: '位置不可能：请检查经纬度是否颠倒。',
    en: 'Impossible position: check that latitude and longitude are not swapped.',
  },
  'version-missing': {
    status: 428,
    zh: '请带上所依据的版本（If-Match）。',
    en: 'Send the version you decided on (If-Match).',
  },
  'photos-owed': {
    status: 429,
    zh: '您还有太多照片没有送达。请让手机先把照片传完，其余的会自动接着发送。',
    en: 'Too many of your photos have not arrived yet. Let the phone send them first; the rest follows by itself.',
  },
  'too-often': { status: 429, zh: '操作过于频繁，请稍后再试。', en: 'Too often; try again a little later.' },
  internal: {
    status: 500,
    zh: '系统出错，未做任何改动，请稍后再试。',
    en: 'Something broke here; nothing was changed. Try again later.',
  },
  'try-again': { status: 503, zh: '系统正忙，请稍后再试。', en: 'Busy; try again in a moment.' },
  'disk-full': {
    status: 507,
    zh: '服务器存储已满，照片仍在您的设备上。',
    en: 'The server is full; your photo is still on your device.',
  },
} as const satisfies Record<string, { status: number; zh: string; en: string }>

export type ProblemCode = keyof typeof problems

export interface ProblemDetails {
  /** Why a door is shut, from the closed list of reasons. */
  because?: Reason
  who?: readonly Role[]
  /** Faults of single fields: JSON pointer and a short code. */
  fields?: readonly { pointer: string; fault: string }[]
  retryAfterSeconds?: number
  /** How many bytes of an upload are kept: where it goes on. */
  uploadOffset?: number
  /** The present state, where somebody else changed it meanwhile. */
  present?: unknown
}

/** Thrown anywhere below the routes; http/answer-problem.ts turns it into application/problem+json. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly details: ProblemDetails

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(details.because ? `${code}: ${details.because}` : code)
    this.name = 'Problem'
    this.code = code
    this.details = details
  }
}
