import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { describe } from '../http/describe.ts'
import type { Env } from '../http/env.ts'
import { valid } from '../http/valid.ts'
import type { World } from '../world.ts'
import { dropUpload } from './drop-upload.ts'
import { listImports } from './list-imports.ts'
import { lookAgain } from './look-again.ts'
import { receiveUpload } from './receive-upload.ts'
import { showImport } from './show-import.ts'
import { takeInImport } from './take-in-import.ts'
import { ImportList, ImportLook, ImportParam, ImportWhole, OpenChoices, TakeIn, UploadName } from './wire.ts'

const tag = '导入数据 imports'

export const importRoutes = (world: World) =>
  new Hono<Env>()
    .get(
      '/imports',
      describe({
        summary: '已导入的文件',
        english: 'Files of the county’s own data that were brought in, the latest first',
        tag,
        responds: ImportList,
        problems: ['not-yours'],
      }),
      async (c) => c.json(await listImports(world, c.var.actor)),
    )
    .get(
      '/imports/:id',
      describe({
        summary: '一次导入及其报告',
        english: 'One of them with its report: what was guessed and chosen, what was skipped and why',
        tag,
        responds: ImportWhole,
        problems: ['not-yours', 'not-there', 'invalid'],
      }),
      compress(),
      valid('param', ImportParam),
      async (c) => c.json(await showImport(world, c.var.actor, c.req.valid('param').id)),
    )
    .put(
      '/imports/:id/file',
      describe({
        summary: '上传文件并试读（正文为文件；不写入任何数据）',
        english:
          'A file as the body, kept for an hour under an id of the sender’s; answers the dry run, writes nothing',
        tag,
        responds: ImportLook,
        problems: ['not-yours', 'too-big', 'unreadable-file', 'other-content', 'invalid'],
      }),
      compress(),
      valid('param', ImportParam),
      valid('query', UploadName),
      async (c) => {
        const named = { id: c.req.valid('param').id, fileName: c.req.valid('query').fileName }
        return c.json(await receiveUpload(world, c.var.actor, named, c.req.raw.body))
      },
    )
    .post(
      '/imports/:id/look',
      describe({
        summary: '换一种读法再试读',
        english: 'The dry run once more, read as chosen',
        tag,
        responds: ImportLook,
        problems: ['not-yours', 'not-there', 'unreadable-file', 'invalid'],
      }),
      compress(),
      valid('param', ImportParam),
      valid('json', OpenChoices),
      async (c) => c.json(await lookAgain(world, c.var.actor, c.req.valid('param').id, c.req.valid('json'))),
    )
    .put(
      '/imports/:id',
      describe({
        summary: '写入试读过的文件，全部写入或全不写入',
        english: 'Writes what the dry run of this fingerprint showed, all of it or nothing; once more changes nothing',
        tag,
        responds: ImportWhole,
        problems: ['not-yours', 'not-there', 'unreadable-file', 'changed-meanwhile', 'other-content', 'invalid'],
      }),
      compress(),
      valid('param', ImportParam),
      valid('json', TakeIn),
      async (c) => c.json(await takeInImport(world, c.var.actor, c.req.valid('param').id, c.req.valid('json'))),
    )
    .delete(
      '/imports/:id/file',
      describe({
        summary: '放弃已上传的文件',
        english: 'Lets an uploaded file go before its hour is over',
        tag,
        responds: null,
        problems: ['not-yours', 'not-there', 'invalid'],
      }),
      valid('param', ImportParam),
      async (c) => {
        await dropUpload(world, c.var.actor, c.req.valid('param').id)
        return c.body(null, 204)
      },
    )
