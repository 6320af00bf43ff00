import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { buildWeb } from './build-web.ts'
import { checkHouse } from './check.ts'
import { runChild } from './run-child.ts'
import { giveUp } from './say.mjs'
import { seeToBrowser } from './see-to-browser.ts'
import { stopWithParent } from './stop-with-parent.ts'
import type { Tally } from './tally-tests.ts'

const TallyWritten = z.object({ passed: z.int(), failed: z.int(), skipped: z.int(), failures: z.array(z.string()) })
const nothing: Tally = { passed: 0, failed: 0, skipped: 0, failures: [] }
const oneOf = (ok: boolean, what: string): Tally =>
  ok ? { ...nothing, passed: 1 } : { ...nothing, failed: 1, failures: [what] }
const sum = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (total, { passed, failed, skipped, failures }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
      failures: [...total.failures, ...failures],
    }),
    nothing,
  )
const inWords = ({ passed, failed, skipped }: Tally): string => `${passed} passed, ${failed} failed, ${skipped} skipped`

const tool = (name: string, ...args: string[]): string[] => [join('node_modules/.bin', name), ...args]

/** Side by side, for neither keeps every processor busy to its end. */
const check = async (): Promise<Tally> => {
  const terms = { limitSeconds: 300, show: 'when it fails' } as const
  const types = runChild(tool('tsc', '-p', '.'), terms)
  const style = runChild(tool('biome', 'check', '--error-on-warnings', '.'), terms)
  const { held, broken } = checkHouse(console.log)
  return sum([
    oneOf((await types).ok, 'types'),
    oneOf((await style).ok, 'style'),
    { ...nothing, passed: held, failed: broken },
  ])
}

/** Runs one project of vitest.config.ts. The limit is only there to end what hangs; stopping counts as a failure. */
const suite = async (project: string, limitSeconds: number): Promise<Tally> => {
  const folder = mkdtempSync(join(tmpdir(), 'luqing-tally-'))
  const path = join(folder, 'tally.json')
  try {
    const command = [process.execPath, 'node_modules/vitest/vitest.mjs', 'run', '--project', project]
    const { ok, timedOut } = await runChild(command, { limitSeconds, env: { LUQING_TALLY: path } })
    if (timedOut) console.log(`${project}: stopped after its limit of ${limitSeconds} s`)
    const tally = readTally(path)
    return ok || (tally.failed > 0 && !timedOut)
      ? tally
      : sum([tally, oneOf(false, `${project}: ended before it was through`)])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A run that was stopped before its first file ended has written none. */
const readTally = (path: string): Tally =>
  existsSync(path) ? TallyWritten.parse(JSON.parse(readFileSync(path, 'utf8'))) : nothing

/** Seen to before anything else, so that a machine that lacks one says so at once. */
let browserFound: string | null = null
const browser = async (): Promise<Tally> =>
  browserFound === null ? oneOf(false, 'no browser was found') : suite('browser', 2_400)

const steps = {
  check: { title: '规矩 the rules of the house: types, style, structure', run: check },
  build: { title: '构建网页 building the web app', run: async () => oneOf(await buildWeb(), 'the web app') },
  domain: { title: '纯规则与网页部件 pure rules and parts of the web app', run: () => suite('domain', 600) },
  sqlite: { title: '服务器与存储，SQLite · server and storage on SQLite', run: () => suite('sqlite', 1_200) },
  postgres: {
    title: '服务器与存储，PostgreSQL · server and storage on PostgreSQL',
    run: () => suite('postgres', 1_200),
  },
  browser: { title: '浏览器 in the browser', run: browser },
}
type Step = keyof typeof steps
const isStep = (name: string): name is Step => Object.hasOwn(steps, name)
const everyStep = Object.keys(steps).filter(isStep)

const stepsFrom = (args: string[]): Step[] => {
  try {
    const { values } = parseArgs({ args, options: { only: { type: 'string' } } })
    const asked = values.only === undefined ? everyStep : values.only.split(',')
    if (asked.every(isStep)) return asked
  } catch {
    // the sentence below says how it is asked
  }
  return giveUp('用法', `usage: npm test -- --only ${everyStep.join(',')}`)
}

stopWithParent()
const tallies: Tally[] = []
const summary: string[] = []
const asked = stepsFrom(process.argv.slice(2))
if (asked.includes('browser')) browserFound = await seeToBrowser()
for (const name of asked) {
  const { title, run } = steps[name]
  console.log(`\n== ${title}\n`)
  const startedAt = performance.now()
  const tally = await run()
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  tallies.push(tally)
  summary.push(`${name.padEnd(10)} ${seconds.padStart(6)} s   ${inWords(tally)}`)
  console.log(`\n-- ${name}: ${inWords(tally)}, ${seconds} s`)
}
const total = sum(tallies)
// said once more at the end: of a long run often nothing else is kept
for (const failure of total.failures) console.log(`  failed: ${failure}`)
console.log(`\n${summary.join('\n')}\n\n${inWords(total)}`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
