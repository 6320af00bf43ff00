import { type Context, Hono } from 'hono'
import { describe } from '../http/describe.ts'
import type { Env } from '../http/env.ts'
import { holdsAlready } from '../http/held-copy.ts'
import type { ProblemCode } from '../http/problem.ts'
import { valid } from '../http/valid.ts'
import type { World } from '../world.ts'
import { NoticeDraft, NoticePage, NoticeWhole } from './answers.ts'
import { draftNotice } from './draft-notice.ts'
import { type DrawnDocument, drawDocument } from './draw-document.ts'
import { issueNotice } from './issue-notice.ts'
import { listNotices } from './list-notices.ts'
import { readNotice } from './notice-whole.ts'
import { replyToNotice } from './reply-to-notice.ts'
import { signNotice } from './sign-notice.ts'
import { DraftQuery, IssueNotice, NoticeParam, NoticeQuery, ReplyToNotice, SignNotice, WithdrawNotice } from './wire.ts'
import { withdrawNotice } from './withdraw-notice.ts'

const tag = '文书 notices'
const media = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const

const actProblems: readonly ProblemCode[] = ['not-yours', 'not-there', 'does-not-fit', 'other-content', 'invalid']

/** The file under its Chinese name (RFC 6266); a PDF opens in the browser, which prints it. */
const answerFile = (c: Context, { bytes, fileName, tag: etag }: DrawnDocument, ending: keyof typeof media) => {
  c.header('ETag', etag)
  c.header('Cache-Control', 'private, no-cache')
  if (holdsAlready(c, etag)) return c.body(null, 304)
  const way = ending === 'pdf' ? 'inline' : 'attachment'
  c.header('Content-Disposition', `${way}; filename="notice.${ending}"; filename*=UTF-8''${encodeName(fileName)}`)
  c.header('Content-Type', media[ending])
  return c.body(new Uint8Array(bytes))
}

/** Percent-encoded as RFC 8187 has it: encodeURIComponent leaves a few signs alone that it does not allow. */
const encodeName = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

export const noticeRoutes = (world: World) =>
  new Hono<Env>()
    .get(
      '/notices',
      describe({
        summary: '文书列表',
        english: 'Documents you may read: those that wait for your signature first, then the newest',
        tag,
        responds: NoticePage,
        problems: ['invalid', 'malformed'],
      }),
      valid('query', NoticeQuery),
      async (c) => c.json(await listNotices(world, c.var.actor, c.req.valid('query'))),
    )
    .get(
      '/notice-drafts',
      describe({
        summary: '拟文：按所选隐患给出默认内容',
        english: 'What a document about these hazards would say; nothing is kept and no number is used',
        tag,
        responds: NoticeDraft,
        problems: ['not-yours', 'not-there', 'invalid'],
      }),
      valid('query', DraftQuery),
      async (c) => c.json(await draftNotice(world, c.var.actor, c.req.valid('query'))),
    )
    .put(
      '/notices/:id',
      describe({
        summary: '签发文书',
        english: 'Issue a document under an id of your own making; sending it again answers the same',
        tag,
        responds: { 200: NoticeWhole, 201: NoticeWhole },
        problems: actProblems,
      }),
      valid('param', NoticeParam),
      valid('json', IssueNotice),
      async (c) => {
        const { isNew, notice } = await issueNotice(world, c.var.actor, c.req.valid('param').id, c.req.valid('json'))
        return c.json(notice, isNew ? 201 : 200)
      },
    )
    .get(
      '/notices/:id',
      describe({
        summary: '查看文书',
        english: 'A document whole: content, receipts owed and given, replies, and what you may do',
        tag,
        responds: NoticeWhole,
        problems: ['not-there', 'invalid'],
      }),
      valid('param', NoticeParam),
      async (c) => c.json(await readNotice(world, c.var.actor, c.req.valid('param').id)),
    )
    .get(
      '/notices/:id/document.docx',
      describe({
        summary: '下载 Word 文件',
        english: 'The document as a Word file',
        tag,
        responds: { 200: { media: media.docx }, 304: null },
        problems: ['not-there', 'invalid'],
      }),
      valid('param', NoticeParam),
      async (c) => answerFile(c, await drawDocument(world, c.var.actor, c.req.valid('param').id, 'docx'), 'docx'),
    )
    .get(
      '/notices/:id/document.pdf',
      describe({
        summary: '下载 PDF 文件',
        english: 'The document as a PDF',
        tag,
        responds: { 200: { media: media.pdf }, 304: null },
        problems: ['not-there', 'invalid'],
      }),
      valid('param', NoticeParam),
      async (c) => answerFile(c, await drawDocument(world, c.var.actor, c.req.valid('param').id, 'pdf'), 'pdf'),
    )
    .post(
      '/notices/:id/sign',
      describe({
        summary: '签收文书',
        english: 'Sign the receipt for your unit; under a rectification notice it accepts your tasks',
        tag,
        responds: NoticeWhole,
        problems: actProblems,
      }),
      valid('param', NoticeParam),
      valid('json', SignNotice),
      async (c) => c.json(await signNotice(world, c.var.actor, c.req.valid('param').id, c.req.valid('json'))),
    )
    .post(
      '/notices/:id/replies',
      describe({
        summary: '回复文书',
        english: 'Reply in writing, once your unit has signed',
        tag,
        responds: NoticeWhole,
        problems: actProblems,
      }),
      valid('param', NoticeParam),
      valid('json', ReplyToNotice),
      async (c) => c.json(await replyToNotice(world, c.var.actor, c.req.valid('param').id, c.req.valid('json'))),
    )
    .post(
      '/notices/:id/withdraw',
      describe({
        summary: '撤回文书',
        english: 'Withdraw a document; it stays readable as withdrawn and its number is never used again',
        tag,
        responds: NoticeWhole,
        problems: actProblems,
      }),
      valid('param', NoticeParam),
      valid('json', WithdrawNotice),
      async (c) => c.json(await withdrawNotice(world, c.var.actor, c.req.valid('param').id, c.req.valid('json'))),
    )
