import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'

/** A sentence for whoever starts the server, instead of a stack. */
export class CannotStart extends Error {}

const holderOf = (file: string): string => {
  try {
    return /^\d{1,10}$/.exec(readFileSync(file, 'utf8').trim())?.[0] ?? '?'
  } catch {
    return '?'
  }
}

/**
 * One process per data folder. The lock is the operating system's own, taken through SQLite, so it ends with the
 * process however that ends: there is no stale lock, and a process number used twice misleads nobody.
 * Returns what lets the folder go.
 */
export const holdDataFolder = (folder: string): (() => void) => {
  mkdirSync(folder, { recursive: true })
  const holder = join(folder, 'luqing.pid')
  const lock = new BetterSqlite3(join(folder, 'luqing.lock'), { timeout: 0 })
  try {
    // in this mode the lock that the first write takes is kept until the connection closes
    lock.pragma('locking_mode = EXCLUSIVE')
    lock.pragma('journal_mode = OFF')
    lock.pragma(`user_version = ${process.pid}`)
  } catch (error) {
    lock.close()
    if (!(error instanceof BetterSqlite3.SqliteError) || error.code !== 'SQLITE_BUSY') throw error
    throw new CannotStart(
      `数据文件夹 ${folder} 正由另一个路清进程（${holderOf(holder)}）使用，请先停止它，或用 LUQING_DATA 另指文件夹。\n` +
        `The data folder is in use by another Luqing process (${holderOf(holder)}). Stop it, or name another by LUQING_DATA.`,
    )
  }
  writeFileSync(holder, String(process.pid))
  return () => {
    rmSync(holder, { force: true })
    lock.close()
  }
}
