/** FNV-1a of 32 bits: enough to find again by, where a stranger found beside it does no harm. */
export const wordHash = (word: string): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** Places in a list of hashes, put together by the highest bits of what stands there. */
export interface HashPlaces {
  /** Where the places of each bucket begin; one more at the end. */
  readonly starts: Uint32Array
  readonly places: Uint32Array
}

const bucketBits = 14
const bucketOf = (hash: number): number => hash >>> (32 - bucketBits)

/** Takes two walks through the list, so that no later search takes one. */
export const placesOf = (hashes: Uint32Array): HashPlaces => {
  const starts = new Uint32Array(2 ** bucketBits + 1)
  for (const hash of hashes) starts[bucketOf(hash) + 1] = (starts[bucketOf(hash) + 1] ?? 0) + 1
  for (let bucket = 1; bucket < starts.length; bucket++)
    starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0)
  const next = starts.slice()
  const places = new Uint32Array(hashes.length)
  for (let place = 0; place < hashes.length; place++) {
    const bucket = bucketOf(hashes[place] ?? 0)
    const at = next[bucket] ?? 0
    places[at] = place
    next[bucket] = at + 1
  }
  return { starts, places }
}

/** Where in the list one of these words may stand. */
export const hashesAmong = (
  hashes: Uint32Array,
  { starts, places }: HashPlaces,
  words: readonly string[],
): number[] => {
  const found: number[] = []
  for (const hash of new Set(words.map(wordHash))) {
    const bucket = bucketOf(hash)
    for (const place of places.subarray(starts[bucket], starts[bucket + 1]))
      if (hashes[place] === hash) found.push(place)
  }
  return found
}
