import { type Context, Hono } from 'hono'
import type { Outside } from '../hooks/outside.ts'
import { describe } from '../http/describe.ts'
import type { Env } from '../http/env.ts'
import { valid } from '../http/valid.ts'
import { etag, ifMatch } from '../http/version.ts'
import type { World } from '../world.ts'
import { changeSignTexts } from './change-sign-texts.ts'
import { makeSign, type SignEnding } from './make-sign.ts'
import { readSignTexts } from './read-sign-texts.ts'
import { SignTexts, SignTextsBody } from './sign-wire.ts'
import { ZoneParam } from './wire.ts'

const tag = '路长 road chiefs'
const media: Readonly<Record<SignEnding, string>> = {
  svg: 'image/svg+xml',
  map: 'image/svg+xml',
  pdf: 'application/pdf',
}

const answerFile = (c: Context, { bytes, fileName }: { bytes: Uint8Array; fileName: string }, ending: SignEnding) => {
  const name = encodeURIComponent(fileName).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`)
  c.header('Content-Type', media[ending])
  c.header(
    'Content-Disposition',
    `inline; filename="sign.${ending === 'pdf' ? 'pdf' : 'svg'}"; filename*=UTF-8''${name}`,
  )
  c.header('Cache-Control', 'private, no-cache')
  return c.body(new Uint8Array(bytes))
}

/** Road chiefs' signs (公示牌), and what stands on every one of them. */
export const signRoutes = (world: World, { publicUrl }: Pick<Outside, 'publicUrl'>) =>
  new Hono<Env>()
    .get(
      '/zones/:id/sign.svg',
      describe({
        ...{ summary: '公示牌（SVG）', english: 'The sign as a drawing of 1200 by 800 mm, words as text', tag },
        ...{ responds: { 200: { media: media.svg } }, problems: ['not-there'] },
      }),
      valid('param', ZoneParam),
      async (c) => answerFile(c, await makeSign(world, c.var.actor, c.req.valid('param').id, 'svg', publicUrl), 'svg'),
    )
    .get(
      '/zones/:id/map.svg',
      describe({
        ...{ summary: '责任区示意图（SVG）', english: 'The map of the sign alone', tag },
        ...{ responds: { 200: { media: media.map } }, problems: ['not-there'] },
      }),
      valid('param', ZoneParam),
      async (c) => answerFile(c, await makeSign(world, c.var.actor, c.req.valid('param').id, 'map', publicUrl), 'map'),
    )
    .get(
      '/zones/:id/sign.pdf',
      describe({
        ...{ summary: '公示牌（PDF）', english: 'The sign as a PDF of 1200 by 800 mm, fonts inside', tag },
        ...{ responds: { 200: { media: media.pdf } }, problems: ['not-there'] },
      }),
      valid('param', ZoneParam),
      async (c) => answerFile(c, await makeSign(world, c.var.actor, c.req.valid('param').id, 'pdf', publicUrl), 'pdf'),
    )
    .get(
      '/sign-texts',
      describe({ summary: '公示牌通用内容', english: 'Hotline and duties on every sign', tag, responds: SignTexts }),
      async (c) => {
        const texts = await readSignTexts(world, c.var.actor, publicUrl !== null)
        c.header('ETag', etag(texts.version))
        return c.json(texts)
      },
    )
    .put(
      '/sign-texts',
      describe({
        ...{ summary: '修改公示牌通用内容', english: 'Word the signs anew', tag, responds: SignTexts },
        problems: ['not-yours', 'changed-meanwhile', 'version-missing', 'other-content', 'invalid'],
      }),
      valid('json', SignTextsBody),
      async (c) =>
        c.json(await changeSignTexts(world, c.var.actor, ifMatch(c), c.req.valid('json'), publicUrl !== null)),
    )
