export interface Contest {
  /** What is measured, and against what. */
  readonly name: string
  readonly yardstick: string
  readonly unit: string
  /** Both do the same amount of work and answer how many units they did. */
  readonly ours: () => Promise<number>
  readonly bare: () => Promise<number>
}

const rounds = 7

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle === undefined) throw new Error('no rounds were run')
  return middle
}

const millisPerUnit = async (work: () => Promise<number>): Promise<number> => {
  const began = performance.now()
  const units = await work()
  return (performance.now() - began) / units
}

/**
 * Ours and the yardstick in turn, A B A B, after one round that does not count. The ratio is taken pair by pair,
 * since the machine's speed drifts; the median is the figure, with the smallest and largest beside it.
 */
export const ratioOf = async ({ ours, bare }: Contest) => {
  await ours()
  await bare()
  const pairs: { ours: number; bare: number }[] = []
  for (let round = 0; round < rounds; round++)
    pairs.push({ ours: await millisPerUnit(ours), bare: await millisPerUnit(bare) })
  const ratios = pairs.map((pair) => pair.ours / pair.bare)
  return {
    ratio: median(ratios),
    least: Math.min(...ratios),
    most: Math.max(...ratios),
    oursMillis: median(pairs.map((pair) => pair.ours)),
    bareMillis: median(pairs.map((pair) => pair.bare)),
  }
}
