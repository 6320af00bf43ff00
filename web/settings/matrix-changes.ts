import type { MatrixLine } from '../../server/domain/responsibility.ts'

export interface MatrixChange {
  readonly added: readonly MatrixLine[]
  readonly removed: readonly MatrixLine[]
  /** The same lines in another order: which speaks first may differ. */
  readonly reordered: boolean
}

const keyOf = ({ roadClass, code, localUnit, sectorUnit, cureUnit, chiefLevel }: MatrixLine): string =>
  JSON.stringify([roadClass, code, localUnit, sectorUnit, cureUnit, chiefLevel])

/** The lines of one that the other has not, each as often as it has one more. */
const without = (lines: readonly MatrixLine[], others: readonly MatrixLine[]): MatrixLine[] => {
  const left = new Map<string, number>()
  for (const line of others) left.set(keyOf(line), (left.get(keyOf(line)) ?? 0) + 1)
  return lines.filter((line) => {
    const have = left.get(keyOf(line)) ?? 0
    if (have > 0) left.set(keyOf(line), have - 1)
    return have === 0
  })
}

/** What a version of the matrix changed in the one before it. */
export const matrixChange = (before: readonly MatrixLine[], after: readonly MatrixLine[]): MatrixChange => {
  const [added, removed] = [without(after, before), without(before, after)]
  const same = added.length === 0 && removed.length === 0
  return { added, removed, reordered: same && before.map(keyOf).join() !== after.map(keyOf).join() }
}
