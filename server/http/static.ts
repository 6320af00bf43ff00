import { readFile, stat } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'
import type { Context, Handler } from 'hono'
import type { Env } from './env.ts'
import { holdsAlready } from './held-copy.ts'
import { Problem } from './problem.ts'

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

const codings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const

/** Vite puts a hash of the content into the names under assets/, so those may be kept for ever. */
const cacheControl = (path: string): string =>
  path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'

/** Changes whenever the file does; null where there is no such file. */
const tagOf = async (file: string): Promise<string | null> => {
  try {
    const found = await stat(file)
    return found.isFile() ? `"${found.size.toString(36)}-${Math.floor(found.mtimeMs).toString(36)}"` : null
  } catch {
    return null
  }
}

const accepts = (c: Context, coding: string): boolean =>
  (c.req.header('Accept-Encoding') ?? '').split(',').some((part) => {
    const [name, ...settings] = part.trim().split(';')
    return name?.toLowerCase() === coding && !settings.some((setting) => /^\s*q=0(\.0*)?$/.test(setting))
  })

const inside = (folder: string, path: string): string | null => {
  try {
    const file = resolve(join(folder, decodeURIComponent(path)))
    return file.startsWith(folder + sep) ? file : null
  } catch {
    throw new Problem('malformed')
  }
}

const answerFile = async (c: Context, file: string, path: string): Promise<Response | null> => {
  const plain = await tagOf(file)
  if (plain === null) return null
  c.header('Content-Type', mediaTypes[extname(file)] ?? 'application/octet-stream')
  c.header('Cache-Control', cacheControl(path))
  c.header('Vary', 'Accept-Encoding')
  let chosen = { file, tag: plain }
  for (const [coding, ending] of codings) {
    const packed = accepts(c, coding) ? await tagOf(file + ending) : null
    if (packed === null) continue
    c.header('Content-Encoding', coding)
    chosen = { file: file + ending, tag: packed }
    break
  }
  c.header('ETag', chosen.tag)
  if (holdsAlready(c, chosen.tag)) return c.body(null, 304)
  return c.body(await readFile(chosen.file))
}

const notBuilt = `<!doctype html><meta charset="utf-8"><title>路清</title>
<p>网页尚未构建：请在项目目录运行 <code>npm start</code>，或先构建网页再启动服务。</p>
<p lang="en">The web app has not been built: run <code>npm start</code> in the project folder.</p>`

/** The built web app. Addresses without a file of their own are pages of the app: they get index.html. */
export const webFiles = (webFolder: string): Handler<Env> => {
  const folder = resolve(webFolder)
  return async (c) => {
    const { path } = c.req
    if (path.startsWith('/api/')) return c.notFound()
    const file = inside(folder, path)
    const own = file === null ? null : await answerFile(c, file, path)
    if (own) return own
    if (extname(path) !== '') throw new Problem('not-there')
    const index = await answerFile(c, join(folder, 'index.html'), '/index.html')
    return index ?? c.html(notBuilt, 503)
  }
}
