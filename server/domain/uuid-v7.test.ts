import { expect, test } from 'vitest'
import { uuidV7 } from './uuid-v7.ts'

test('the example of RFC 9562 comes out as printed there', () => {
  // RFC 9562, appendix A.6: rand_a 0xCC3, rand_b 0x18C4DC0C0C07398F
  const random = new Uint8Array([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f])
  expect(uuidV7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
})

test('version and variant stand whatever the random bytes are', () => {
  for (const byte of [0, 0xff])
    expect(uuidV7(1, new Uint8Array(10).fill(byte))).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
})

test('later ids sort after earlier ones as text', () => {
  const zeros = new Uint8Array(10)
  const ones = new Uint8Array(10).fill(0xff)
  expect(uuidV7(1_763_427_600_000, ones) < uuidV7(1_763_427_600_001, zeros)).toBe(true)
})

test('a time that does not fit, or too few random bytes, are refused', () => {
  for (const ms of [-1, 0.5, Number.NaN, 2 ** 48]) expect(() => uuidV7(ms, new Uint8Array(10))).toThrow(RangeError)
  expect(() => uuidV7(1, new Uint8Array(9))).toThrow(RangeError)
})
