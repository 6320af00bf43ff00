/** A small deterministic generator: the same seed gives the same county on every machine. Not for secrets. */
export type SeededRandom = {
  /** In [0, 1). */
  next: () => number
  between: (low: number, high: number) => number
  /** A whole number from low to high, both included. */
  wholeBetween: (low: number, high: number) => number
  chance: (probability: number) => boolean
  pick: <T>(list: readonly [T, ...T[]]) => T
  /** One of a list that may be empty. */
  pickAny: <T>(list: readonly T[]) => T | undefined
  shuffle: <T>(list: readonly T[]) => T[]
  gaussian: (mean?: number, deviation?: number) => number
  /** Another generator that depends only on this one's seed and the label, not on what was drawn before. */
  fork: (label: string | number) => SeededRandom
}

/** 32 bits out of any text: FNV-1a with a final mix, so that "1" and "2" land far apart. */
export const hashOfText = (text: string): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d)
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b)
  return (hash ^ (hash >>> 16)) >>> 0
}

export const seededRandom = (seed: string | number): SeededRandom => {
  const origin = hashOfText(String(seed))
  let state = origin
  // Mulberry32: a Weyl sequence with two multiply-xorshift rounds.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const between = (low: number, high: number) => low + (high - low) * next()
  const wholeBetween = (low: number, high: number) => low + Math.floor((high - low + 1) * next())
  return {
    next,
    between,
    wholeBetween,
    chance: (probability) => next() < probability,
    pick: (list) => list[Math.floor(next() * list.length)] ?? list[0],
    pickAny: (list) => list[Math.floor(next() * list.length)],
    shuffle: (list) => {
      const left = [...list]
      const shuffled: typeof left = []
      while (left.length > 0) shuffled.push(...left.splice(Math.floor(next() * left.length), 1))
      return shuffled
    },
    gaussian: (mean = 0, deviation = 1) => {
      const radius = Math.sqrt(-2 * Math.log(1 - next()))
      return mean + deviation * radius * Math.cos(2 * Math.PI * next())
    },
    fork: (label) => seededRandom(`${origin}/${label}`),
  }
}
