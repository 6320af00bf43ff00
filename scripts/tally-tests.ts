import { writeFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import type { Reporter, TestCase, TestModule } from 'vitest/node'

export interface Tally {
  passed: number
  failed: number
  skipped: number
  /** What failed, a line each: where, which test, and why. */
  failures: string[]
}

const testsOf = (modules: readonly TestModule[], state: 'passed' | 'failed' | 'skipped'): TestCase[] =>
  modules.flatMap((module) => [...module.children.allTests(state)])

/** A reporter for vitest: names every skipped test with its reason, and writes the tally where LUQING_TALLY says. */
export default class TallyTests implements Reporter {
  readonly #ended: TestModule[] = []

  /** Written after each file, so that a run that is stopped still tells how far it came. */
  onTestModuleEnd(module: TestModule): void {
    this.#ended.push(module)
    writeTally(this.#ended, [])
  }

  onTestRunEnd(modules: readonly TestModule[], faultsOutside: readonly unknown[]): void {
    for (const test of testsOf(modules, 'skipped')) console.log(`  skipped: ${test.fullName} (${reasonFor(test)})`)
    writeTally(modules, faultsOutside)
  }
}

const writeTally = (modules: readonly TestModule[], faultsOutside: readonly unknown[]): void => {
  const { LUQING_TALLY: path } = process.env
  if (path === undefined) return
  // a file that breaks outside its tests, and a fault outside any file, are failures like any other
  const broken = modules.filter((module) => module.errors().length > 0)
  const failed = testsOf(modules, 'failed')
  const tally: Tally = {
    passed: testsOf(modules, 'passed').length,
    failed: failed.length + broken.length + faultsOutside.length,
    skipped: testsOf(modules, 'skipped').length,
    failures: [
      ...failed.map((test) => lineOf(test.module, test.fullName, test.result().errors?.[0])),
      ...broken.map((module) => lineOf(module, 'the file itself', module.errors()[0])),
      ...faultsOutside.map((fault) => `outside every test: ${firstLine(fault)}`),
    ],
  }
  writeFileSync(path, JSON.stringify(tally))
}

const lineOf = (module: TestModule, name: string, fault: unknown): string =>
  `${module.relativeModuleId} > ${name}: ${firstLine(fault)}`

const firstLine = (fault: unknown): string => {
  const message = typeof fault === 'object' && fault !== null && 'message' in fault ? fault.message : fault
  return stripVTControlCharacters(String(message)).split('\n')[0] ?? ''
}

const reasonFor = (test: TestCase): string => {
  const result = test.result()
  if (result.state === 'skipped' && result.note !== undefined) return result.note
  return test.options.mode === 'todo' ? 'to do' : `no reason given, in ${test.module.relativeModuleId}`
}
