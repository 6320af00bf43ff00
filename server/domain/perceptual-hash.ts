/** What a picture looks like in 64 bits, twice; each is 16 hex digits, the highest bit first. */
export interface Looks {
  /** Whether each of 8 x 8 spots is darker than its neighbour to the right (dHash, Krawetz 2013). */
  readonly differenceHash: string
  /** Whether each of the 8 x 8 slowest waves of the picture is above their median (DCT pHash, Zauner 2010). */
  readonly perceptualHash: string
}

/** The picture to look at, stretched to this size: 9 columns by 8 rows and 32 by 32 both come out in whole blocks. */
export const lookedAtPixels = { width: 288, height: 32 } as const

/** At or below these two pictures are suspected to be one (stack.md, tried on re-encoded and slightly cropped ones). */
export const suspectedDifferenceBits = 7
export const suspectedPerceptualBits = 10

const side = 32
const waves = 8

/**
 * Both hashes of 288 x 32 grey pixels, one byte each, row by row. RangeError where there are more or fewer.
 * Pure: the same pixels give the same hashes on every machine.
 */
export const looksOf = (grey: Uint8Array): Looks => {
  const { width, height } = lookedAtPixels
  if (grey.length !== width * height) throw new RangeError(`${grey.length} grey pixels, not ${width * height}`)
  return {
    differenceHash: hexOf(differences(blocks(grey, 9, 8))),
    perceptualHash: hexOf(slowWaves(blocks(grey, side, side))),
  }
}

/** Means of equal blocks, `columns` by `rows` of them. */
const blocks = (grey: Uint8Array, columns: number, rows: number): Float64Array => {
  const { width, height } = lookedAtPixels
  const [across, down] = [width / columns, height / rows]
  const means = new Float64Array(columns * rows)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const block = Math.floor(y / down) * columns + Math.floor(x / across)
      means[block] = (means[block] ?? 0) + (grey[y * width + x] ?? 0) / (across * down)
    }
  return means
}

const differences = (spots: Float64Array): boolean[] =>
  Array.from({ length: 64 }, (_, bit) => {
    const at = Math.floor(bit / 8) * 9 + (bit % 8)
    return (spots[at] ?? 0) < (spots[at + 1] ?? 0)
  })

const cosines = Array.from({ length: waves }, (_, wave) =>
  Array.from({ length: side }, (_unused, at) => Math.cos((Math.PI * wave * (2 * at + 1)) / (2 * side))),
)

const slowWaves = (spots: Float64Array): boolean[] => {
  const alongRows = Array.from({ length: side }, (_, y) =>
    cosines.map((cosine) => cosine.reduce((sum, factor, x) => sum + factor * (spots[y * side + x] ?? 0), 0)),
  )
  const found = cosines.flatMap((cosine) =>
    Array.from({ length: waves }, (_, wave) =>
      cosine.reduce((sum, factor, y) => sum + factor * (alongRows[y]?.[wave] ?? 0), 0),
    ),
  )
  // the first is the mean brightness: it dwarfs the others and says nothing about the picture
  const [, ...rest] = found
  const sorted = rest.toSorted((a, b) => a - b)
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0
  return found.map((wave, at) => (at === 0 ? false : wave > median))
}

const hexOf = (bits: readonly boolean[]): string =>
  Array.from({ length: bits.length / 4 }, (_, digit) =>
    bits
      .slice(digit * 4, digit * 4 + 4)
      .reduce((value, bit) => value * 2 + (bit ? 1 : 0), 0)
      .toString(16),
  ).join('')

const onesIn = (word: number): number => {
  let left = word - ((word >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

const wordAt = (hash: string, from: number): number => Number.parseInt(hash.slice(from, from + 8), 16)

/** In how many of the 64 bits two hashes of one kind differ, 0 to 64. */
export const bitsApart = (a: string, b: string): number =>
  onesIn(wordAt(a, 0) ^ wordAt(b, 0)) + onesIn(wordAt(a, 8) ^ wordAt(b, 8))

export interface Likeness {
  readonly differenceBits: number
  readonly perceptualBits: number
}

/** How far apart two pictures look, where that is near enough to suspect that they are one; null otherwise. */
export const likenessOf = (a: Looks, b: Looks): Likeness | null => {
  const differenceBits = bitsApart(a.differenceHash, b.differenceHash)
  const perceptualBits = bitsApart(a.perceptualHash, b.perceptualHash)
  const suspected = differenceBits <= suspectedDifferenceBits || perceptualBits <= suspectedPerceptualBits
  return suspected ? { differenceBits, perceptualBits } : null
}

/** Beyond both of these a picture is no smaller copy of another: those are at most 5 bits apart (tried on 80 photos here). */
const unlikeDifferenceBits = 14
const unlikePerceptualBits = 16

/** Whether two pictures certainly do not show the same; of one that tells nothing that is never certain. */
export const surelyUnlike = (a: Looks, b: Looks): boolean =>
  !tellsNothing(a) &&
  !tellsNothing(b) &&
  bitsApart(a.differenceHash, b.differenceHash) > unlikeDifferenceBits &&
  bitsApart(a.perceptualHash, b.perceptualHash) > unlikePerceptualBits

/** A dark lens cap, a wall, a fog: too few spots differ for the hashes to tell one picture from another. */
export const tellsNothing = ({ differenceHash }: Looks): boolean => {
  const ones = bitsApart(differenceHash, '0'.repeat(16))
  return ones < 4 || ones > 60
}

/**
 * Four bands of 16 bits each, from the highest. Words at most 7 bits apart differ in at most one bit in one of them, so
 * that looking up each band with its one-bit neighbours misses none; at 8, 9 and 10 bits it misses 5, 14 and 26 %.
 */
export const bandsOf = (hash: string): readonly number[] =>
  [0, 4, 8, 12].map((from) => Number.parseInt(hash.slice(from, from + 4), 16))

/** A band's value, and all that differ from it in one bit: 17. */
export const besideBand = (value: number): readonly number[] => [
  value,
  ...Array.from({ length: 16 }, (_, bit) => value ^ (1 << bit)),
]
