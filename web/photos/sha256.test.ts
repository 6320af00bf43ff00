import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { sha256ByHand } from '../../server/domain/sha-256.ts'
import { sha256Of } from './sha256.ts'

const bytesOf = (length: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length }, (_, index) => (index * 167 + (index >> 7)) % 256)
const known = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

test('without HTTPS a photo gets the same hash as with it, at every length around a block', async () => {
  for (const length of [0, 1, 54, 55, 56, 57, 63, 64, 65, 119, 120, 127, 128, 100_003]) {
    const bytes = bytesOf(length)
    expect(sha256ByHand(bytes), `${length} bytes`).toBe(known(bytes))
    expect(await sha256Of(bytes), `${length} bytes`).toBe(known(bytes))
  }
})

test('the hash covers exactly the bytes looked at, not the memory they lie in', () => {
  const inside = bytesOf(300).subarray(17, 217)
  expect(sha256ByHand(inside)).toBe(known(inside))
})
