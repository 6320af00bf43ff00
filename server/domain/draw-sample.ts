import { sha256ByHand } from './sha-256.ts'

/**
 * Draws `count` of a population at random, so that anybody can repeat it: each id is ranked by the SHA-256 of the seed,
 * a line break and the id (`printf '%s\n%s' SEED ID | sha256sum`), and those with the smallest hashes are drawn, in
 * that order. The same seed and population give the same picks whatever the population's order; each has the same
 * chance. An id that stands there twice is drawn once at most; of fewer than `count`, all. RangeError on a bad count.
 */
export const drawSample = (seed: string, population: readonly string[], count: number): readonly string[] => {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`no number to draw: ${count}`)
  const utf8 = new TextEncoder()
  return [...new Set(population)]
    .map((id) => ({ id, rank: sha256ByHand(utf8.encode(`${seed}\n${id}`)) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, count)
    .map(({ id }) => id)
}

/** The county's share of a population in whole hazards: rounded up, at least one where there is any. */
export const shareOf = (populationSize: number, sharePercent: number): number =>
  Math.min(populationSize, Math.max(1, Math.ceil((populationSize * sharePercent) / 100)))
