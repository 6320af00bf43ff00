import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { root, runChild } from './run-child.ts'
import { giveUp, say } from './say.mjs'
import { aligned } from './terminal.ts'

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

export const holdsNothing = (folder: string): boolean => !existsSync(folder) || readdirSync(folder).length === 0

/**
 * Makes the demo county beside the data folder and renames it into place when it is whole: a start that is killed
 * leaves no half a county behind, and the next one clears away what it did leave.
 */
export const makeDemoFolder = async (dataFolder: string): Promise<void> => {
  const parent = dirname(dataFolder)
  const prefix = `.${basename(dataFolder)}.making-`
  const making = join(parent, prefix + process.pid)
  const clearAway = (): void => rmSync(making, { recursive: true, force: true })
  try {
    mkdirSync(parent, { recursive: true })
    for (const name of readdirSync(parent))
      if (name.startsWith(prefix) && !isRunning(Number(name.slice(prefix.length))))
        rmSync(join(parent, name), { recursive: true, force: true })
    mkdirSync(making)
    process.on('exit', clearAway)
    say(`首次启动：正在生成演示县（约一两分钟）· first start: making the demo county, a minute or two`)
    const { ok, seconds } = await runChild([process.execPath, join(root, 'scripts/make-demo.ts'), making])
    if (!ok) giveUp('演示县没有生成，原因见上。', 'The demo county was not made; the reason is above.')
    renameSync(making, dataFolder)
    say(`演示县已生成 · demo county made in ${seconds.toFixed(0)} s: ${dataFolder}`)
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault)
    giveUp(
      `无法建立数据文件夹 ${dataFolder}（${reason}）。请用 LUQING_DATA 指定一个可写文件夹里尚不存在的子文件夹。`,
      `The data folder ${dataFolder} could not be made (${reason}). Name by LUQING_DATA a folder that does not exist yet, inside one that can be written.`,
    )
  } finally {
    process.off('exit', clearAway)
    clearAway()
  }
}

const SignIns = z.object({
  signIns: z.array(
    z.object({ account: z.string(), password: z.string(), name: z.string(), roleZh: z.string(), roleEn: z.string() }),
  ),
})

export const isDemo = (dataFolder: string): boolean => existsSync(join(dataFolder, 'demo.json'))

/** The people of the demo and how to sign in as each. */
export const showSignIns = (dataFolder: string): void => {
  const { signIns } = SignIns.parse(JSON.parse(readFileSync(join(dataFolder, 'demo.json'), 'utf8')))
  const rows = signIns.map(({ account, password, name, roleZh, roleEn }) => [account, password, name, roleZh, roleEn])
  const lines = aligned([['账号 account', '密码 password', '姓名 name', '角色', 'role'], ...rows])
  console.log(`\n演示账号，人和地点均为虚构 · demo sign-ins; the people and places are invented\n`)
  for (const line of lines) console.log(`  ${line}`)
  console.log()
}
