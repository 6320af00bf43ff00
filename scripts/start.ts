import { parseArgs } from 'node:util'
import { ConfigFaults, readConfig } from '../server/config.ts'
import { buildWeb } from './build-web.ts'
import { isDemo, makeDemoFolder, showSignIns } from './demo-folder.ts'
import { seeToFirstAdministrator } from './first-administrator.ts'
import { holdsNothing } from './make-in-place.ts'
import { giveUp } from './say.mjs'
import { stopWithParent } from './stop-with-parent.ts'

const help = `路清 Luqing

  npm start              首次启动生成演示县，以后打开原有数据 · makes the demo county at first, later opens what is there
  npm start -- --empty   为真实的县启动：在终端上设立第一位管理员 · for a real county: asks for the first administrator
  npm start -- --help    本页 · this page

环境变量 environment:

  LUQING_DATA         数据文件夹：数据库与照片 · data folder: database and photos (./data)
  LUQING_HOST         监听地址 · address to listen on (127.0.0.1)
  LUQING_PORT         端口 · port (7412)
  LUQING_PUBLIC_URL   人们输入的网址 · the origin people type, such as https://luqing.example.gov.cn
  LUQING_TRUST_PROXY  可信代理，以逗号分隔 · proxies to believe, by commas, or loopback
  LUQING_DATABASE     postgres://… 或 SQLite 文件 · postgres://... or a SQLite file (luqing.db in the data folder)
  LUQING_COUNTY       一个数据库含多县时指明 · the county, where one database holds several
  LUQING_TIANDITU_KEY 天地图服务器端密钥，设了才能选用天地图 · key for Tianditu, offered on the map where set
  LUQING_LOG          日志级别 · log level (info)
`

const optionsFrom = (args: string[]) => {
  try {
    const options = { help: { type: 'boolean', short: 'h' }, empty: { type: 'boolean' } } as const
    return parseArgs({ args, options }).values
  } catch (fault) {
    return giveUp(
      '参数有误，见 npm start -- --help',
      `${fault instanceof Error ? fault.message : fault}; see npm start -- --help`,
    )
  }
}

const configOrGiveUp = () => {
  try {
    return readConfig(process.env)
  } catch (fault) {
    if (!(fault instanceof ConfigFaults)) throw fault
    return giveUp('环境变量有误：', `the environment is at fault:\n${fault.message}`)
  }
}

stopWithParent()
const { help: wantsHelp, empty = false } = optionsFrom(process.argv.slice(2))
if (wantsHelp) {
  console.log(help)
  process.exit(0)
}
const { dataFolder, database } = configOrGiveUp()
if (empty && isDemo(dataFolder))
  giveUp(
    `${dataFolder} 里是演示县。真实的县请用 LUQING_DATA 另指文件夹。`,
    `${dataFolder} holds the demo county. For a real county name another folder by LUQING_DATA.`,
  )
if (!(await buildWeb())) giveUp('网页构建失败，原因见上。', 'The web app could not be built; the reason is above.')
const isOwnDatabase = (process.env['LUQING_DATABASE'] ?? '') !== ''
if (!empty && !isOwnDatabase && holdsNothing(dataFolder)) await makeDemoFolder(dataFolder)
await seeToFirstAdministrator(database)
await import('../server/main.ts')
if (process.exitCode === undefined && isDemo(dataFolder)) showSignIns(dataFolder)
