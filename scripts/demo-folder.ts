import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { makeInPlace } from './make-in-place.ts'
import { root, runChild } from './run-child.ts'
import { giveUp, say } from './say.mjs'
import { aligned } from './terminal.ts'

/** Makes the demo county, in a process of its own so that the memory it takes goes with it. */
export const makeDemoFolder = async (dataFolder: string): Promise<void> => {
  say('首次启动：正在生成演示县 · first start: making the demo county')
  const startedAt = performance.now()
  try {
    await makeInPlace(dataFolder, async (making) => {
      const { ok } = await runChild([process.execPath, ...process.execArgv, join(root, 'scripts/make-demo.ts'), making])
      if (!ok) giveUp('演示县没有生成，原因见上。', 'The demo county was not made; the reason is above.')
    })
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault)
    giveUp(
      `无法建立数据文件夹 ${dataFolder}（${reason}）。请用 LUQING_DATA 指定一个可写文件夹里尚不存在的子文件夹。`,
      `The data folder ${dataFolder} could not be made (${reason}). Name by LUQING_DATA a folder that does not exist yet, inside one that can be written.`,
    )
  }
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0)
  say(`演示县已生成 · demo county made in ${seconds} s: ${dataFolder}`)
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
  console.log('\n演示账号，人和地点均为虚构 · demo sign-ins; the people and places are invented\n')
  for (const line of lines) console.log(`  ${line}`)
  console.log()
}
