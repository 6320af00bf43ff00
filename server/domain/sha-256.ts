/** Fractional parts of the cube roots of the first 64 primes, and of the square roots of the first 8 (FIPS 180-4). */
const { roundWords, startWords } = ((): { roundWords: Int32Array; startWords: Int32Array } => {
  const primes: number[] = []
  for (let n = 2; primes.length < 64; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n)
  const fraction = (root: number): number => Math.floor((root - Math.floor(root)) * 2 ** 32)
  return {
    roundWords: Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime))),
    startWords: Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime))),
  }
})()

const blockBytes = 64

/** The message with its one bit, its noughts and its length in bits, in whole blocks: only the last ones are copied. */
const tailOf = (bytes: Uint8Array): Uint8Array => {
  const whole = bytes.length - (bytes.length % blockBytes)
  const rest = bytes.subarray(whole)
  const tail = new Uint8Array(rest.length + 9 > blockBytes ? 2 * blockBytes : blockBytes)
  tail.set(rest)
  tail[rest.length] = 0x80
  const view = new DataView(tail.buffer)
  view.setUint32(tail.length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(tail.length - 4, (bytes.length * 8) % 2 ** 32)
  return tail
}

const turned = (word: number, bits: number): number => (word >>> bits) | (word << (32 - bits))

const digestBlocks = (state: Int32Array, bytes: Uint8Array): void => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const w = new Int32Array(64)
  const at = (index: number): number => w[index] ?? 0
  for (let start = 0; start + blockBytes <= bytes.length; start += blockBytes) {
    for (let i = 0; i < 16; i++) w[i] = view.getInt32(start + i * 4)
    for (let i = 16; i < 64; i++) {
      const [early, late] = [at(i - 15), at(i - 2)]
      const s0 = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3)
      const s1 = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10)
      w[i] = at(i - 16) + s0 + at(i - 7) + s1
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
    for (let i = 0; i < 64; i++) {
      const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
      const choice = (e & f) ^ (~e & g)
      const first = (h + s1 + choice + (roundWords[i] ?? 0) + at(i)) | 0
      const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)
      const majority = (a & b) ^ (a & c) ^ (b & c)
      ;[h, g, f, e, d, c, b] = [g, f, e, (d + first) | 0, c, b, a]
      a = (first + s0 + majority) | 0
    }
    for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] = (state[i] ?? 0) + word
  }
}

/** SHA-256 in plain script as lower-case hex: for pages without crypto.subtle, and for rules that bear no package. */
export const sha256ByHand = (bytes: Uint8Array): string => {
  const state = Int32Array.from(startWords)
  digestBlocks(state, bytes)
  digestBlocks(state, tailOf(bytes))
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}
