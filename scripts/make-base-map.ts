import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '../db/open.ts'
import { NotElevation, readElevation } from '../server/base-map/elevation.ts'
import { makeBaseMap, NothingToDraw } from '../server/base-map/make-base-map.ts'
import { readConfig } from '../server/config.ts'
import { Unreadable } from '../server/imports/read-shape.ts'
import { allCounties } from '../server/people/county-store.ts'
import { giveUp, say } from './say.mjs'
import { progressTo } from './terminal.ts'

const help = `路清 Luqing：制作底图 · make the base map

  npm run make-base-map                        用本县自己的图层 · from the county's own layers
    -- --osm FILE.osm.pbf                      加上 OpenStreetMap 提取文件（按县界外扩裁切）· and an extract, clipped to the county
    -- --elevation FILE.hgt | FOLDER           加上地形晕渲：SRTM .hgt，可重复 · and hillshade from SRTM .hgt files, may be repeated
    -- --margin-km 5                           县外多画多少千米 · how far beyond the county

写入数据文件夹的 base-map；服务不必重启。Written into base-map in the data folder; the server need not be restarted.
`

const optionsFrom = (args: string[]) => {
  try {
    return parseArgs({
      args,
      options: {
        help: { type: 'boolean', short: 'h' },
        osm: { type: 'string' },
        elevation: { type: 'string', multiple: true },
        'margin-km': { type: 'string', default: '5' },
      },
    }).values
  } catch (fault) {
    return giveUp('参数有误，见 --help', `${fault instanceof Error ? fault.message : fault}; see --help`)
  }
}

const { help: wantsHelp, osm = null, elevation = [], 'margin-km': margin } = optionsFrom(process.argv.slice(2))
if (wantsHelp) {
  console.log(help)
  process.exit(0)
}
const marginMetres = Number(margin) * 1000
if (!(marginMetres >= 0 && marginMetres <= 100_000)) giveUp('--margin-km 应为 0–100', '--margin-km must be 0 to 100')
for (const file of [...elevation, ...(osm === null ? [] : [osm])])
  if (!(await stat(file).catch(() => null))) giveUp(`没有这个文件：${file}`, `There is no such file: ${file}`)

const { database, dataFolder, county: asked } = readConfig(process.env)
const db = await openDatabase(database)
try {
  const counties = (await allCounties(db)).filter(({ county }) => asked === null || county === asked)
  const [only, another] = counties
  if (!only || another) giveUp('请用 LUQING_COUNTY 指明县。', 'Name the county by LUQING_COUNTY.')
  else {
    const startedAt = performance.now()
    const made = await makeBaseMap(
      { db, county: only.county },
      {
        ...{ folder: join(dataFolder, 'base-map'), osm, marginMetres, progress: progressTo(process.stdout) },
        elevation: elevation.length === 0 ? null : await readElevation(elevation),
      },
    )
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
    for (const [what, file] of [
      ['矢量 ground', made.ground],
      ['高程 heights', made.heights],
    ] as const)
      if (file)
        say(`${what}: ${file.tiles} 块瓦片 tiles, ${(file.bytes / 1e6).toFixed(2)} MB, ${file.sha256.slice(0, 12)}`)
    say(`底图已启用 · base map in use, made in ${seconds} s`)
  }
} catch (fault) {
  if (fault instanceof NothingToDraw)
    giveUp('本县还没有任何图层，请先导入。', 'The county has no layers yet; import them first.')
  if (fault instanceof NotElevation)
    giveUp(`不是可用的 SRTM .hgt 文件：${fault.message}`, `Not a usable SRTM .hgt file: ${fault.message}`)
  if (fault instanceof Unreadable)
    giveUp('读不出 OpenStreetMap 提取文件。', `The extract cannot be read: ${fault.message}`)
  throw fault
} finally {
  await db.close()
}
