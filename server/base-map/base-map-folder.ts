import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const Archive = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().positive(),
  tiles: z.int(),
  minZoom: z.int(),
  maxZoom: z.int(),
})
/** What is in use, and whose work it stands on. */
export const BaseMapInUse = z.strictObject({
  county: z.string(),
  ground: Archive,
  heights: Archive.nullable(),
  /** Whether OpenStreetMap's data went into it: its contributors are named wherever it is shown. */
  openStreetMap: z.boolean(),
  bounds: z.strictObject({ west: z.number(), south: z.number(), east: z.number(), north: z.number() }),
})
export type BaseMapInUse = z.infer<typeof BaseMapInUse>
export type ArchiveInUse = z.infer<typeof Archive>

const inUseName = 'in-use.json'
const formerName = 'former.json'

export const archiveName = (sha256: string): string => `${sha256}.pmtiles`

const readNote = async (folder: string, name: string): Promise<BaseMapInUse | null> => {
  try {
    const read = BaseMapInUse.safeParse(JSON.parse(await readFile(join(folder, name), 'utf8')))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

/** The base map in use; null where none has been made, or only one for another county. */
export const baseMapInUse = async (folder: string, county: string): Promise<BaseMapInUse | null> => {
  const found = await readNote(folder, inUseName)
  return found?.county === county ? found : null
}

/** From now on this one is drawn. The former stays for pages that are still open; what is older goes. */
export const putIntoUse = async (folder: string, made: BaseMapInUse): Promise<void> => {
  const now = await readNote(folder, inUseName)
  const isNew =
    now !== null && (now.ground.sha256 !== made.ground.sha256 || now.heights?.sha256 !== made.heights?.sha256)
  if (isNew) await put(folder, formerName, now)
  await put(folder, inUseName, made)
  const kept = [made, await readNote(folder, formerName)].flatMap((each) =>
    each === null
      ? []
      : [each.ground, ...(each.heights ? [each.heights] : [])].map(({ sha256 }) => archiveName(sha256)),
  )
  for (const name of await readdir(folder))
    if (name.endsWith('.pmtiles') && !kept.includes(name)) await rm(join(folder, name), { force: true })
}

const put = async (folder: string, name: string, note: BaseMapInUse): Promise<void> => {
  await writeFile(join(folder, `${name}.part`), `${JSON.stringify(note, null, 2)}\n`)
  await rename(join(folder, `${name}.part`), join(folder, name))
}
