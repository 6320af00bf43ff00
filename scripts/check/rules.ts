import { circularImports } from './circles.ts'
import { noEscapeFromTypes } from './escapes.ts'
import type { House, Rule, Violation } from './house.ts'
import { importTable } from './import-table.ts'
import { domainIsPure, nothingFromElsewhere } from './outside-world.ts'
import { readmesAreTrue } from './readmes.ts'
import { folderNames, shortFiles } from './shape.ts'
import { everyWriteIsNoted, oneWayToWrite, ownTransactions, rowsChangeInStores } from './writing.ts'

/** An exception outlives its cause unless somebody looks: each must still allow something. */
const exceptionsAreNeeded: Rule = {
  name: 'exceptions-are-needed',
  *find({ exceptions, sources }): Iterable<Violation> {
    const keepsBooks = (file: string): boolean =>
      sources.get(file)?.calls.some(({ name }) => name === 'keepBooks') === true
    const times = (file: string, kind: string): number =>
      (sources.get(file)?.escapes ?? []).filter((one) => one.kind === kind).length
    const opensOwn = (file: string): boolean => {
      const source = sources.get(file)
      return source !== undefined && ownTransactions(source).length > 0
    }
    const isNamed = (host: string): boolean =>
      [...sources.values()].some(({ texts }) => texts.some(({ value }) => value.includes(host)))
    const unneeded = [
      ...Object.keys(exceptions.bookkeepers).filter((file) => !keepsBooks(file)),
      ...Object.keys(exceptions.transactions).filter((file) => !opensOwn(file)),
      ...exceptions.escapes.filter((one) => times(one.file, one.kind) !== one.times).map(({ file }) => file),
      ...Object.keys(exceptions.hosts).filter((host) => !isNamed(host)),
    ]
    for (const entry of unneeded) {
      const sentence = `the exception for ${entry} no longer fits: take it out or correct it`
      yield { file: 'scripts/check.ts', line: 1, rule: 'exceptions-are-needed', sentence }
    }
  },
}

export const rules: readonly Rule[] = [
  importTable,
  circularImports,
  oneWayToWrite,
  everyWriteIsNoted,
  rowsChangeInStores,
  noEscapeFromTypes,
  nothingFromElsewhere,
  domainIsPure,
  shortFiles,
  folderNames,
  readmesAreTrue,
  exceptionsAreNeeded,
]

export const violationsOf = (house: House): Violation[] => rules.flatMap((rule) => [...rule.find(house)])
