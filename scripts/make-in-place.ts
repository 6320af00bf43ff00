import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

export const holdsNothing = (folder: string): boolean => !existsSync(folder) || readdirSync(folder).length === 0

/**
 * Fills a folder beside its place and renames it there when it is whole, so that whoever is killed halfway leaves
 * nothing that looks finished. What an earlier one did leave is cleared away first.
 */
export const makeInPlace = async (folder: string, fill: (making: string) => Promise<void>): Promise<void> => {
  const parent = dirname(folder)
  const prefix = `.${basename(folder)}.making-`
  const making = join(parent, prefix + process.pid)
  const clearAway = (): void => rmSync(making, { recursive: true, force: true })
  mkdirSync(parent, { recursive: true })
  for (const name of readdirSync(parent))
    if (name.startsWith(prefix) && !isRunning(Number(name.slice(prefix.length))))
      rmSync(join(parent, name), { recursive: true, force: true })
  process.on('exit', clearAway)
  try {
    mkdirSync(making)
    await fill(making)
    renameSync(making, folder)
  } finally {
    process.off('exit', clearAway)
    clearAway()
  }
}
