import { writeFileSync } from 'node:fs'
import type { Reporter, TestCase, TestModule } from 'vitest/node'

export interface Tally {
  passed: number
  failed: number
  skipped: number
}

const testsOf = (modules: readonly TestModule[], state: 'passed' | 'failed' | 'skipped'): TestCase[] =>
  modules.flatMap((module) => [...module.children.allTests(state)])

/** A reporter for vitest: names every skipped test with its reason, and writes the tally where LUQING_TALLY says. */
export default class TallyTests implements Reporter {
  readonly #ended: TestModule[] = []

  /** Written after each file, so that a run that is stopped still tells how far it came. */
  onTestModuleEnd(module: TestModule): void {
    this.#ended.push(module)
    writeTally(this.#ended, 0)
  }

  onTestRunEnd(modules: readonly TestModule[], faultsOutside: readonly unknown[]): void {
    for (const test of testsOf(modules, 'skipped')) console.log(`  skipped: ${test.fullName} (${reasonFor(test)})`)
    writeTally(modules, faultsOutside.length)
  }
}

const writeTally = (modules: readonly TestModule[], faultsOutside: number): void => {
  const { LUQING_TALLY: path } = process.env
  if (path === undefined) return
  // a file that breaks outside its tests, and a fault outside any file, are failures like any other
  const brokenModules = modules.filter((module) => module.errors().length > 0).length
  const tally: Tally = {
    passed: testsOf(modules, 'passed').length,
    failed: testsOf(modules, 'failed').length + brokenModules + faultsOutside,
    skipped: testsOf(modules, 'skipped').length,
  }
  writeFileSync(path, JSON.stringify(tally))
}

const reasonFor = (test: TestCase): string => {
  const result = test.result()
  if (result.state === 'skipped' && result.note !== undefined) return result.note
  return test.options.mode === 'todo' ? 'to do' : `no reason given, in ${test.module.relativeModuleId}`
}
