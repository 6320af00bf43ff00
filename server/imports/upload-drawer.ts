import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { addHours, type Instant } from '../domain/county-calendar.ts'
import { Problem } from '../http/problem.ts'
import { unlessMissing } from '../photos/unless-missing.ts'

export const mostUploadBytes = 64 * 1024 * 1024
const keptHours = 1

const UploadFacts = z.strictObject({
  id: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  by: z.string(),
  at: z.string(),
})
/** Who sent a file, and when; the file lies at `path`. */
export type Upload = z.infer<typeof UploadFacts> & { readonly path: string; readonly keptUntil: Instant }

/** Files on their way in: kept for an hour at most, so that the confirming request needs only their name. */
export interface UploadDrawer {
  /** Puts a whole file there or none. The same id again with the same bytes changes nothing; other bytes are refused. */
  keep(
    given: { readonly id: string; readonly fileName: string; readonly by: string; readonly at: Instant },
    body: ReadableStream<Uint8Array> | null,
  ): Promise<Upload>
  find(id: string, now: Instant): Promise<Upload | null>
  drop(id: string): Promise<void>
  /** Lets go of whatever is older than an hour, and of what was cut off. */
  sweep(now: Instant): Promise<void>
}

const endings = ['upload', 'json'] as const

export const uploadDrawer = (where: string): UploadDrawer => {
  const folder = resolve(where)
  const at = (id: string, ending: (typeof endings)[number]): string => {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error('not the id of an upload')
    return join(folder, `${id}.${ending}`)
  }
  const whole = (facts: z.infer<typeof UploadFacts>): Upload => ({
    ...facts,
    path: at(facts.id, 'upload'),
    keptUntil: addHours(facts.at, keptHours),
  })
  const drop = async (id: string): Promise<void> => {
    for (const ending of endings) await rm(at(id, ending), { force: true })
  }
  const read = async (id: string): Promise<Upload | null> => {
    const text = await unlessMissing(readFile(at(id, 'json'), 'utf8'))
    return text === null ? null : whole(UploadFacts.parse(JSON.parse(text)))
  }
  const find = async (id: string, now: Instant): Promise<Upload | null> => {
    const found = await read(id)
    if (found === null || now < found.keptUntil) return found
    await drop(id)
    return null
  }
  const writeWhole = async (target: string, write: (part: string) => Promise<void>): Promise<void> => {
    const part = `${target}.${randomUUID()}.part`
    try {
      await write(part)
      await rename(part, target)
    } catch (error) {
      await rm(part, { force: true })
      throw error
    }
  }
  return {
    find,
    drop,
    keep: async (given, body) => {
      await mkdir(folder, { recursive: true })
      const before = await find(given.id, given.at)
      const aside = `${at(given.id, 'upload')}.${randomUUID()}.part`
      try {
        const { sha256, bytes } = await receive(body, aside)
        if (before !== null && (before.sha256 !== sha256 || before.by !== given.by)) throw new Problem('other-content')
        if (before !== null) return before
        const facts = { ...given, sha256, bytes }
        await rename(aside, at(given.id, 'upload'))
        await writeWhole(at(given.id, 'json'), async (part) => {
          const handle = await open(part, 'wx')
          await handle.writeFile(JSON.stringify(facts)).finally(() => handle.close())
        })
        return whole(facts)
      } finally {
        await rm(aside, { force: true })
      }
    },
    sweep: async (now) => {
      const names = (await unlessMissing(readdir(folder))) ?? []
      for (const name of names) {
        const [, id] = /^([0-9a-f-]{36})\.json$/.exec(name) ?? []
        if (id !== undefined) await find(id, now)
      }
      const left = new Set((await unlessMissing(readdir(folder))) ?? [])
      for (const name of left) {
        const [, id, isPart] = /^([0-9a-f-]{36})\.(?:upload|json)(\..+\.part)?$/.exec(name) ?? []
        // what has no facts beside it was cut off, unless it is being written now
        if (id === undefined || (isPart === undefined && left.has(`${id}.json`))) continue
        const file = join(folder, name)
        const writtenAt = (await unlessMissing(stat(file)))?.mtime.toISOString() ?? now
        if (writtenAt < addHours(now, -keptHours)) await rm(file, { force: true })
      }
    },
  }
}

const receive = async (
  body: ReadableStream<Uint8Array> | null,
  path: string,
): Promise<{ readonly sha256: string; readonly bytes: number }> => {
  const hash = createHash('sha256')
  let bytes = 0
  const handle = await open(path, 'wx')
  try {
    const reader = body?.getReader()
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
      bytes += next.value.length
      if (bytes > mostUploadBytes) throw new Problem('too-big')
      hash.update(next.value)
      for (let done = 0; done < next.value.length; ) done += (await handle.write(next.value, done)).bytesWritten
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { sha256: hash.digest('hex'), bytes }
}
