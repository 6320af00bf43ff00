import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildWeb } from './build-web.ts'
import { checkHouse } from './check.ts'
import { runChild } from './run-child.ts'
import { giveUp } from './say.mjs'
import { seeToBrowser } from './see-to-browser.ts'
import { stopWithParent } from './stop-with-parent.ts'
import type { Tally } from './tally-tests.ts'

const oneOf = (ok: boolean): Tally => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 })
const sum = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((total, { passed }) => total + passed, 0),
  failed: tallies.reduce((total, { failed }) => total + failed, 0),
  skipped: tallies.reduce((total, { skipped }) => total + skipped, 0),
})
const inWords = ({ passed, failed, skipped }: Tally): string => `${passed} passed, ${failed} failed, ${skipped} skipped`

const tool = (name: string, ...args: string[]): string[] => [join('node_modules/.bin', name), ...args]

const check = async (): Promise<Tally> => {
  const types = await runChild(tool('tsc', '-p', '.'), { limitSeconds: 120 })
  const style = await runChild(tool('biome', 'check', '--error-on-warnings', '.'), { limitSeconds: 120 })
  const { held, broken } = checkHouse(console.log)
  return sum([oneOf(types.ok), oneOf(style.ok), { passed: held, failed: broken, skipped: 0 }])
}

/** Runs one project of vitest.config.ts. The limit is only there to end what hangs; stopping counts as a failure. */
const suite = async (project: string, limitSeconds: number, env: Record<string, string> = {}): Promise<Tally> => {
  const folder = mkdtempSync(join(tmpdir(), 'luqing-tally-'))
  const path = join(folder, 'tally.json')
  try {
    const command = [process.execPath, 'node_modules/vitest/vitest.mjs', 'run', '--project', project]
    const { ok, timedOut } = await runChild(command, { limitSeconds, env: { ...env, LUQING_TALLY: path } })
    if (timedOut) console.log(`${project}: stopped after its limit of ${limitSeconds} s`)
    const tally = readTally(path)
    return ok || (tally.failed > 0 && !timedOut) ? tally : sum([tally, oneOf(false)])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const readTally = (path: string): Tally => {
  try {
    const read: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (isTally(read)) return read
  } catch {
    // nothing was tallied: then the run has failed, and that counts
  }
  return { passed: 0, failed: 0, skipped: 0 }
}

const isTally = (read: unknown): read is Tally =>
  typeof read === 'object' && read !== null && ['passed', 'failed', 'skipped'].every((name) => name in read)

const browser = async (): Promise<Tally> => {
  const found = await seeToBrowser()
  return found === null ? oneOf(false) : suite('browser', 600, { CHROME_PATH: found })
}

const steps = {
  check: { title: '规矩 the rules of the house: types, style, structure', run: check },
  build: { title: '构建网页 building the web app', run: async () => oneOf(await buildWeb()) },
  domain: { title: '纯规则与网页部件 pure rules and parts of the web app', run: () => suite('domain', 300) },
  sqlite: { title: '服务器与存储，SQLite · server and storage on SQLite', run: () => suite('sqlite', 600) },
  postgres: { title: '服务器与存储，PostgreSQL · server and storage on PostgreSQL', run: () => suite('postgres', 900) },
  browser: { title: '浏览器 in the browser', run: browser },
}
type Step = keyof typeof steps
const isStep = (name: string): name is Step => name in steps
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
for (const name of stepsFrom(process.argv.slice(2))) {
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
console.log(`\n${summary.join('\n')}\n\n${inWords(total)}`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
