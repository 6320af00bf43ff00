import { Hono } from 'hono'
import { describe } from '../http/describe.ts'
import type { Env } from '../http/env.ts'
import { valid } from '../http/valid.ts'
import type { World } from '../world.ts'
import { sharePhoto } from './share-photo.ts'
import { SharedPhotoParam } from './share-wire.ts'

export const shareRoutes = (world: World) =>
  new Hono<Env>().get(
    '/hazards/:id/photos/:photoId/shared',
    describe({
      summary: '可转发的照片（按本县设置加水印）',
      english:
        'A copy to be handed on: long side 1600 pixels, with time, place, number and unit if the county marks copies',
      tag: '照片 photos',
      responds: { 200: { media: 'image/jpeg' }, 304: null },
      problems: ['not-there', 'invalid', 'damaged-photo', 'try-again'],
    }),
    valid('param', SharedPhotoParam),
    async (c) => {
      const { id: hazardId, photoId } = c.req.valid('param')
      const alreadyHas = c.req.header('If-None-Match') ?? ''
      const { jpeg, tag } = await sharePhoto(world, c.var.actor, { hazardId, photoId, alreadyHas })
      c.header('ETag', tag)
      // number, place and setting may change: it is asked for anew each time, and answered in a word if they did not
      c.header('Cache-Control', 'private, no-cache')
      if (!jpeg) return c.body(null, 304)
      c.header('Content-Type', 'image/jpeg')
      c.header('X-Content-Type-Options', 'nosniff')
      return c.body(new Uint8Array(jpeg))
    },
  )
