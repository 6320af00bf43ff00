import { type Context, Hono } from 'hono'
import type { PhotoFormat } from '../../db/vocabulary.ts'
import { describe } from '../http/describe.ts'
import type { Env } from '../http/env.ts'
import { valid } from '../http/valid.ts'
import type { World } from '../world.ts'
import { lookAtOriginal, lookAtPhoto, lookAtPhotoOrOffset, lookAtVariant } from './look-at-photo.ts'
import { receivePhoto } from './receive-photo.ts'
import { PhotoFacts, PhotoParam, photoOnWire, RestHeader, VariantParam } from './wire.ts'

const tag = '照片 photos'
const media: Record<PhotoFormat, string> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  heic: 'image/heic',
}
const ending: Record<PhotoFormat, string> = { jpeg: 'jpg', png: 'png', webp: 'webp', heic: 'heic' }

/** A year, for one reader's own cache: the address is the content, so it never changes. */
const forEver = 'private, max-age=31536000, immutable'

/** Nothing is opened before the first byte is wanted, so a HEAD leaves no file open. */
const streamOf = (pieces: AsyncIterable<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array<ArrayBuffer>> => {
  const reading = pieces[Symbol.asyncIterator]()
  return new ReadableStream(
    {
      pull: async (controller) => {
        const { done, value } = await reading.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      cancel: async () => {
        await reading.return?.()
      },
    },
    { highWaterMark: 0 },
  )
}

const sentBy = (c: Context) => {
  const declared = Number(c.req.header('Content-Length') ?? Number.NaN)
  return {
    body: c.req.raw.body ?? new Blob().stream(),
    declaredBytes: Number.isSafeInteger(declared) ? declared : null,
  }
}

export const photoRoutes = (world: World) =>
  new Hono<Env>()
    .put(
      '/photos/:sha256',
      describe({
        summary: '发送照片',
        english: 'Send a photo to the SHA-256 of its bytes; sending it again answers the same',
        tag,
        responds: { 200: PhotoFacts, 201: PhotoFacts },
        problems: [
          ...(['not-yours', 'upload-broken', 'photo-too-large', 'not-a-photo', 'damaged-photo'] as const),
          ...(['hash-mismatch', 'invalid', 'try-again', 'disk-full'] as const),
        ],
      }),
      valid('param', PhotoParam),
      async (c) => {
        const sent = { ...sentBy(c), sha256: c.req.valid('param').sha256 }
        const { photo, isNew } = await receivePhoto(world, c.var.actor, sent)
        return c.json(photoOnWire(photo), isNew ? 201 : 200)
      },
    )
    .patch(
      '/photos/:sha256',
      describe({
        summary: '续传照片（Upload-Offset 之后的全部字节）',
        english: 'Go on with a photo that broke off: all bytes behind Upload-Offset, which HEAD tells',
        tag,
        responds: { 200: PhotoFacts, 201: PhotoFacts },
        problems: [
          ...(['not-yours', 'upload-broken', 'photo-too-large', 'not-a-photo', 'damaged-photo'] as const),
          ...(['hash-mismatch', 'offset-mismatch', 'invalid', 'try-again', 'disk-full'] as const),
        ],
      }),
      valid('param', PhotoParam),
      valid('header', RestHeader),
      async (c) => {
        const { 'upload-offset': offset } = c.req.valid('header')
        const sent = { ...sentBy(c), sha256: c.req.valid('param').sha256, offset }
        const { photo, isNew } = await receivePhoto(world, c.var.actor, sent)
        return c.json(photoOnWire(photo), isNew ? 201 : 200)
      },
    )
    .get(
      '/photos/:sha256',
      describe({
        summary: '照片是否已送达（HEAD 同）',
        english: 'What is known of a photo; HEAD asks only whether it is here, or at which Upload-Offset it goes on',
        tag,
        responds: PhotoFacts,
        problems: ['not-there', 'invalid'],
      }),
      valid('param', PhotoParam),
      async (c) => {
        const { sha256 } = c.req.valid('param')
        if (c.req.method !== 'HEAD') return c.json(photoOnWire(await lookAtPhoto(world, c.var.actor, sha256)))
        return c.json(photoOnWire(await lookAtPhotoOrOffset(world, c.var.actor, sha256)))
      },
    )
    .get(
      '/photos/:sha256/original',
      describe({
        summary: '下载原图',
        english: 'The bytes as received, as a download only',
        tag,
        responds: { media: 'image/*' },
        problems: ['not-there', 'invalid'],
      }),
      valid('param', PhotoParam),
      async (c) => {
        const { sha256 } = c.req.valid('param')
        const { photo, original } = await lookAtOriginal(world, c.var.actor, sha256)
        // whatever else these bytes may be read as, no page of ours runs or shows them
        c.header('Content-Disposition', `attachment; filename="${sha256.slice(0, 8)}.${ending[photo.format]}"`)
        c.header('Content-Security-Policy', 'sandbox')
        c.header('X-Content-Type-Options', 'nosniff')
        c.header('Cache-Control', 'private, no-cache')
        c.header('Content-Type', media[photo.format])
        c.header('Content-Length', String(original.bytes))
        return c.body(streamOf(original.pieces))
      },
    )
    .get(
      '/photos/:sha256/:size',
      describe({
        summary: '查看照片（large 1600 像素，small 400 像素）',
        english: 'A smaller copy without metadata: long side 1600 or 400 pixels',
        tag,
        responds: { 200: { media: 'image/webp' }, 304: null },
        problems: ['not-there', 'invalid', 'damaged-photo', 'try-again'],
      }),
      valid('param', VariantParam),
      async (c) => {
        const { sha256, size } = c.req.valid('param')
        const tagOfVariant = `"${sha256.slice(0, 32)}-${size}"`
        const alreadyThere = c.req.header('If-None-Match')?.includes(tagOfVariant) ?? false
        const picture = await lookAtVariant(world, c.var.actor, { sha256, size }, alreadyThere)
        c.header('ETag', tagOfVariant)
        c.header('Cache-Control', forEver)
        if (!picture) return c.body(null, 304)
        c.header('Content-Type', 'image/webp')
        c.header('X-Content-Type-Options', 'nosniff')
        return c.body(new Uint8Array(picture))
      },
    )
