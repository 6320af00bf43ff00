import { testCounty } from '../../server/test-county.ts'
import { durableStep } from './durable-step.ts'
import { listPage } from './list-page.ts'
import { photoIngest } from './photo-ingest.ts'
import { ratioOf } from './ratio.ts'

/** `npm run bench`: what must be fast, each against a yardstick in the same run. Absolute figures depend on the machine. */
process.env['LUQING_TEST_ENGINE'] ??= 'sqlite'

for (const prepare of [photoIngest, listPage, durableStep]) {
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
