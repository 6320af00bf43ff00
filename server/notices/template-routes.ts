import { Hono } from 'hono'
import { describe } from '../http/describe.ts'
import type { Env } from '../http/env.ts'
import { fileBody } from '../http/file-body.ts'
import { valid } from '../http/valid.ts'
import type { World } from '../world.ts'
import { TemplateList } from './answers.ts'
import { changeTemplate } from './change-template.ts'
import { dropTemplate } from './drop-template.ts'
import { listTemplates } from './list-templates.ts'
import { readTemplate } from './read-template.ts'
import { TemplateName, TemplateParam } from './wire.ts'

const tag = '文书模板 notice templates'
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const maxTemplateBytes = 5 * 1024 * 1024

export const templateRoutes = (world: World) =>
  new Hono<Env>()
    .get(
      '/notice-templates',
      describe({
        summary: '文书模板',
        english: 'Which template is in force for each kind of document',
        tag,
        responds: TemplateList,
        problems: ['not-yours'],
      }),
      async (c) => c.json(await listTemplates(world, c.var.actor)),
    )
    .get(
      '/notice-templates/:kind/docx',
      describe({
        summary: '下载模板',
        english: 'The template in force, or the one that came with the product',
        tag,
        responds: { media: docx },
        problems: ['not-yours', 'invalid'],
      }),
      valid('param', TemplateParam),
      async (c) => {
        const { kind } = c.req.valid('param')
        const bytes = await readTemplate(world, c.var.actor, kind)
        c.header('Content-Disposition', `attachment; filename="${kind}.docx"`)
        c.header('Content-Type', docx)
        return c.body(new Uint8Array(bytes))
      },
    )
    .put(
      '/notice-templates/:kind',
      describe({
        summary: '更换模板（正文为 .docx 文件）',
        english: 'A template of the county’s own: the body is the .docx; refused with every fault found in it',
        tag,
        responds: TemplateList,
        problems: ['not-yours', 'too-big', 'invalid'],
      }),
      valid('param', TemplateParam),
      valid('query', TemplateName),
      fileBody(maxTemplateBytes),
      async (c) => {
        const file = { docx: Buffer.from(await c.req.arrayBuffer()), fileName: c.req.valid('query').fileName }
        await changeTemplate(world, c.var.actor, c.req.valid('param').kind, file)
        return c.json(await listTemplates(world, c.var.actor))
      },
    )
    .delete(
      '/notice-templates/:kind',
      describe({
        summary: '恢复自带模板',
        english: 'Back to the template that came with the product',
        tag,
        responds: TemplateList,
        problems: ['not-yours', 'invalid'],
      }),
      valid('param', TemplateParam),
      async (c) => {
        await dropTemplate(world, c.var.actor, c.req.valid('param').kind)
        return c.json(await listTemplates(world, c.var.actor))
      },
    )
