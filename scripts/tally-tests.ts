import { writeFileSync } from 'node:fs'
import type { Reporter, TestCase, TestModule } from 'vitest/node'

export interface Tally {
  passed: number
  failed: number
  skipped: number
}

/** A reporter for vitest: names every skipped test with its reason, and writes the tally where LUQING_TALLY says. */
export default class TallyTests implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], faults: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const inState = (state: 'passed' | 'failed' | 'skipped'): TestCase[] =>
      tests.filter((test) => test.result().state === state)
    const skipped = inState('skipped')
    for (const test of skipped) console.log(`  skipped: ${test.fullName} (${reasonFor(test)})`)
    // a file that fails before its tests are known, and a fault outside any test, are failures like any other
    const brokenModules = modules.filter((module) => module.errors().length > 0)
    const failed = inState('failed').length + brokenModules.length + faults.length
    const tally: Tally = { passed: inState('passed').length, failed, skipped: skipped.length }
    const path = process.env['LUQING_TALLY']
    if (path !== undefined) writeFileSync(path, JSON.stringify(tally))
  }
}

const reasonFor = (test: TestCase): string => {
  const result = test.result()
  if (result.state === 'skipped' && result.note !== undefined) return result.note
  return test.options.mode === 'todo' ? 'to do' : `no reason given, in ${test.module.relativeModuleId}`
}
