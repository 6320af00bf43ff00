/** FNV-1a of 32 bits: enough to find again by, where a stranger found beside it does no harm. */
export const wordHash = (word: string): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** Where in the list one of these words may stand; a table of the lowest bits spares most of the asking. */
export const hashesAmong = (hashes: Uint32Array, words: readonly string[]): number[] => {
  const wanted = new Set(words.map(wordHash))
  const lowBits = new Uint8Array(0x10000)
  for (const hash of wanted) lowBits[hash & 0xffff] = 1
  const found: number[] = []
  if (wanted.size === 0) return found
  for (let i = 0; i < hashes.length; i++) {
    const hash = hashes[i] ?? 0
    if (lowBits[hash & 0xffff] === 1 && wanted.has(hash)) found.push(i)
  }
  return found
}
