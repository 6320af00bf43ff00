import { describe, expect, test } from 'vitest'
import {
  bandsOf,
  besideBand,
  bitsApart,
  likenessOf,
  lookedAtPixels,
  looksOf,
  suspectedDifferenceBits,
  suspectedPerceptualBits,
  tellsNothing,
} from './perceptual-hash.ts'

const { width, height } = lookedAtPixels
const drawn = (grey: (x: number, y: number) => number): Uint8Array =>
  Uint8Array.from({ length: width * height }, (_, at) => grey((at % width) / width, Math.floor(at / width) / height))

/** Soft hills, different for every seed. */
const hills = (seed: number, brighter = 0) =>
  drawn((x, y) => 120 + brighter + 50 * Math.sin(seed + 9 * x + 3 * seed * y) + 40 * Math.cos(seed * 2.7 * x + 7 * y))

const flipped = (hash: string, bits: readonly number[]): string => {
  const value = bits.reduce((now, bit) => now ^ (1n << BigInt(bit)), BigInt(`0x${hash}`))
  return value.toString(16).padStart(16, '0')
}

const zero = '0'.repeat(16)
const looks = { differenceHash: '0123456789abcdef', perceptualHash: 'fedcba9876543210' }

describe('what a picture looks like', () => {
  test('is two words of sixteen hex digits, the same for the same pixels', () => {
    const seen = looksOf(hills(1))
    expect(seen.differenceHash).toMatch(/^[0-9a-f]{16}$/)
    expect(seen.perceptualHash).toMatch(/^[0-9a-f]{16}$/)
    expect(looksOf(hills(1))).toEqual(seen)
  })

  test('brightening to the right sets every bit of the difference hash, darkening none', () => {
    expect(looksOf(drawn((x) => 250 * x)).differenceHash).toBe('f'.repeat(16))
    expect(looksOf(drawn((x) => 250 - 250 * x)).differenceHash).toBe(zero)
  })

  test('a dark half below sets the first bits of the second row of waves', () => {
    // one slow wave down the picture: only the first wave of the second row is strong
    const { perceptualHash } = looksOf(drawn((_x, y) => 128 + 100 * Math.cos(Math.PI * (y + 1 / 64))))
    expect(BigInt(`0x${perceptualHash}`) & (1n << 55n)).not.toBe(0n)
  })

  test('half of the waves but the brightness lie above their median', () => {
    expect(bitsApart(looksOf(hills(3)).perceptualHash, zero)).toBe(31)
  })

  test('brighter, it is still suspected to be the same; another picture is not', () => {
    expect(likenessOf(looksOf(hills(2)), looksOf(hills(2, 15)))).not.toBeNull()
    for (const seed of [3, 4, 5, 6, 7]) expect(likenessOf(looksOf(hills(2)), looksOf(hills(seed)))).toBeNull()
  })

  test('refuses pixels of another size', () => {
    expect(() => looksOf(new Uint8Array(64))).toThrow(RangeError)
  })
})

describe('likeness', () => {
  test('counts the bits in which two words differ', () => {
    expect(bitsApart(zero, 'f'.repeat(16))).toBe(64)
    expect(bitsApart(looks.differenceHash, flipped(looks.differenceHash, [0, 31, 32, 63]))).toBe(4)
  })

  test('is suspected up to seven bits of one word or ten of the other, and not one further', () => {
    const far = flipped(looks.perceptualHash, [...Array(30).keys()])
    const seven = flipped(looks.differenceHash, [...Array(suspectedDifferenceBits).keys()])
    const eight = flipped(looks.differenceHash, [...Array(suspectedDifferenceBits + 1).keys()])
    const ten = flipped(looks.perceptualHash, [...Array(suspectedPerceptualBits).keys()])
    const eleven = flipped(looks.perceptualHash, [...Array(suspectedPerceptualBits + 1).keys()])
    expect([suspectedDifferenceBits, suspectedPerceptualBits]).toEqual([7, 10])
    expect(likenessOf(looks, { differenceHash: seven, perceptualHash: far })).toEqual({
      differenceBits: 7,
      perceptualBits: 30,
    })
    expect(likenessOf(looks, { differenceHash: eight, perceptualHash: ten })).not.toBeNull()
    expect(likenessOf(looks, { differenceHash: eight, perceptualHash: eleven })).toBeNull()
  })

  test('a lens cap tells nothing', () => {
    expect(tellsNothing(looksOf(drawn(() => 7)))).toBe(true)
    expect(tellsNothing(looksOf(hills(2)))).toBe(false)
  })
})

describe('bands', () => {
  test('are the four quarters, each a whole number below 65,536', () => {
    expect(bandsOf('00010203fffeabcd')).toEqual([0x0001, 0x0203, 0xfffe, 0xabcd])
  })

  test('have seventeen values within one bit, each below 65,536 and none twice', () => {
    expect(new Set(besideBand(0xabcd)).size).toBe(17)
    for (const value of besideBand(0xabcd)) {
      expect(value).toBeGreaterThanOrEqual(0)
      expect(value).toBeLessThan(65_536)
    }
  })

  test('words up to seven bits apart always share a band within one bit, ten bits apart three in four times', () => {
    let state = 1
    const anyBit = (): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
      return (state >>> 16) % 64
    }
    const meets = (other: string): boolean =>
      bandsOf(other).some((value, band) => besideBand(bandsOf(looks.perceptualHash)[band] ?? -1).includes(value))
    let met = 0
    for (let round = 0; round < 2_000; round++) {
      const bits = new Set<number>()
      while (bits.size < suspectedPerceptualBits) bits.add(anyBit())
      expect(meets(flipped(looks.perceptualHash, [...bits].slice(0, suspectedDifferenceBits)))).toBe(true)
      if (meets(flipped(looks.perceptualHash, [...bits]))) met++
    }
    expect(met / 2_000).toBeGreaterThan(0.7)
    expect(met / 2_000).toBeLessThan(0.78)
  })
})
