import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Context } from 'hono'
import { holdsAlready } from '../http/held-copy.ts'
import { Problem } from '../http/problem.ts'
import { archiveName } from './base-map-folder.ts'
import { byteRange } from './byte-range.ts'

const mediaType = 'application/vnd.pmtiles'
const pieceBytes = 256 * 1024

const opened = async (folder: string, sha256: string): Promise<FileHandle> => {
  try {
    return await open(join(folder, archiveName(sha256)))
  } catch {
    throw new Problem('not-there')
  }
}

/** So many bytes from a place on, piece by piece as they are taken; the file is let go at the end or when nobody listens. */
const stream = (file: FileHandle, from: number, until: number): ReadableStream<Uint8Array> => {
  let at = from
  return new ReadableStream({
    pull: async (controller) => {
      const piece = new Uint8Array(Math.min(pieceBytes, until - at + 1))
      const { bytesRead } = await file.read(piece, 0, piece.byteLength, at)
      at += bytesRead
      if (bytesRead > 0) controller.enqueue(piece.subarray(0, bytesRead))
      if (bytesRead > 0 && at <= until) return
      await file.close()
      controller.close()
    },
    cancel: () => file.close(),
  })
}

/** A whole archive or the part of it that is asked for; its tag is its content's hash, so a client may keep it for ever. */
export const answerArchive = async (c: Context, folder: string, sha256: string): Promise<Response> => {
  const file = await opened(folder, sha256)
  try {
    const { size } = await file.stat()
    const tag = `"${sha256}"`
    const headers: Record<string, string> = {
      ...{ ETag: tag, 'Cache-Control': 'private, max-age=31536000, immutable', 'Accept-Ranges': 'bytes' },
    }
    if (holdsAlready(c, tag)) {
      await file.close()
      return c.body(null, 304, headers)
    }
    const condition = c.req.header('If-Range')
    const isSame = condition === undefined || condition.trim() === tag
    const range = isSame ? byteRange(c.req.header('Range'), size) : null
    if (range === 'nowhere') {
      await file.close()
      return c.body(null, 416, { ...headers, 'Content-Range': `bytes */${size}` })
    }
    const { from, until } = range ?? { from: 0, until: size - 1 }
    headers['Content-Type'] = mediaType
    headers['Content-Length'] = String(until - from + 1)
    if (range !== null) headers['Content-Range'] = `bytes ${from}-${until}/${size}`
    return c.body(stream(file, from, until), range === null ? 200 : 206, headers)
  } catch (fault) {
    await file.close()
    throw fault
  }
}
