import { createHash } from 'node:crypto'
import { promises as files } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const worker = 'sw.js'
const place = /(["'`])__SHELL_FILES__\1/

interface ShellFile {
  readonly url: string
  /** Null where the name itself changes with the content. */
  readonly revision: string | null
}

/** Everything in the built folder that the app is made of, in a fixed order; packed copies and the worker are not. */
export const shellFilesIn = async (folder: string): Promise<ShellFile[]> => {
  const entries = await files.readdir(folder, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile() && !/\.(?:br|gz|map)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((name) => name !== worker)
    .sort()
  return Promise.all(
    names.map(async (name) => ({
      url: `/${name}`,
      revision: name.startsWith('assets/') ? null : hashOf(await files.readFile(join(folder, name))),
    })),
  )
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 16)

/** The worker with the list written into it. Error where it has no place for one, or could not run as it is. */
export const withShellFiles = (source: string, list: readonly ShellFile[]): string => {
  if (!place.test(source)) throw new Error(`${worker} has no place for the list of the app's files`)
  if (/(?:^|[;}\s])(?:import\s*[\w{*"'`]|export\s*[{*])/.test(source))
    throw new Error(`${worker} shares code with the pages, and a browser would not start it`)
  return source.replace(place, () => JSON.stringify(JSON.stringify(list)))
}

/** Tells the service worker which files the app is made of, so that all of them are there without a connection. */
export const shellFiles = (): Plugin => ({
  name: 'shell-files',
  apply: 'build',
  async writeBundle({ dir }) {
    if (dir === undefined) return
    const file = join(dir, worker)
    await files.writeFile(file, withShellFiles(await files.readFile(file, 'utf8'), await shellFilesIn(dir)))
  },
})
