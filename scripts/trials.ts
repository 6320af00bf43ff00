import { buildWeb } from './build-web.ts'
import { runChild } from './run-child.ts'
import { giveUp } from './say.mjs'
import { seeToBrowser } from './see-to-browser.ts'
import { stopWithParent } from './stop-with-parent.ts'

/** `npm run trials`: what may be killed, cut and stalled, at full size. `npm test` makes the same trials smaller. */
const trials = [
  ['sqlite', 'server/kill.test.ts'],
  ['sqlite', 'server/jobs/kill-reminders.test.ts'],
  ['browser', 'web/e2e/field-trials.test.ts'],
  ['browser', 'web/e2e/field-trouble.test.ts'],
  ['browser', 'web/e2e/field-changes.test.ts'],
  ['browser', 'web/e2e/memory-card.test.ts'],
  ['browser', 'web/e2e/map-panning.test.ts'],
] as const
const limitSeconds = 3_600

stopWithParent()
const browser = await seeToBrowser()
if (browser === null || !(await buildWeb()))
  giveUp('没有浏览器，或网页构建失败。', 'There is no browser, or the build failed.')
let held = true
for (const [project, file] of trials) {
  const command = [
    process.execPath,
    'node_modules/vitest/vitest.mjs',
    'run',
    '--silent=false',
    '--project',
    project,
    file,
  ]
  const env = { LUQING_TRIALS: 'full' }
  held = (await runChild(command, { limitSeconds, env })).ok && held
}
process.exitCode = held ? 0 : 1
