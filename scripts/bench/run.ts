import { testCounty } from '../../server/test-county.ts'
import { buildWeb } from '../build-web.ts'
import { giveUp } from '../say.mjs'
import { seeToBrowser } from '../see-to-browser.ts'
import { durableStep } from './durable-step.ts'
import { benchFirstScreen } from './first-screen.ts'
import { importSegments } from './import-segments.ts'
import { listPage } from './list-page.ts'
import { photoIngest } from './photo-ingest.ts'
import { type Contest, ratioOf } from './ratio.ts'
import { resolveZones } from './resolve-zones.ts'
import { benchSync } from './sync-captures.ts'
import { benchTiles } from './tiles.ts'

/**
 * `npm run bench`: what must be fast, each against a yardstick in the same run; some alone by `npm run bench -- sync`.
 * Absolute figures depend on the machine.
 */
process.env['LUQING_TEST_ENGINE'] ??= 'sqlite'

const inProcess = (prepare: (county: Awaited<ReturnType<typeof testCounty>>) => Promise<Contest>) => async () => {
  const county = await testCounty()
  const contest = await prepare(county)
  const { ratio, least, most, oursMillis, bareMillis } = await ratioOf(contest)
  console.log(`${contest.name}\n  against ${contest.yardstick}`)
  console.log(
    `  ratio ${ratio.toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)})   ` +
      `ours ${oursMillis.toFixed(2)} ms, yardstick ${bareMillis.toFixed(2)} ms a ${contest.unit}\n`,
  )
  if ('close' in contest && typeof contest.close === 'function') contest.close()
  await county.close()
}

const inBrowser = (bench: () => Promise<void>) => async () => {
  const browser = await seeToBrowser()
  if (browser === null || !(await buildWeb()))
    giveUp('没有浏览器，或网页构建失败。', 'No browser, or the build failed.')
  if (browser !== null) process.env['CHROME_PATH'] = browser
  await bench()
}

const benches = {
  photos: inProcess(photoIngest),
  list: inProcess(listPage),
  step: inProcess(durableStep),
  import: inProcess(importSegments),
  zones: inProcess(resolveZones),
  tiles: benchTiles,
  'first-screen': inBrowser(benchFirstScreen),
  sync: inBrowser(benchSync),
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !Object.hasOwn(benches, name))
if (unknown.length > 0) giveUp('用法', `usage: npm run bench -- ${Object.keys(benches).join(' ')}`)
for (const [name, bench] of Object.entries(benches)) if (asked.length === 0 || asked.includes(name)) await bench()
