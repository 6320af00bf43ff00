/**
 * An id that sorts by the millisecond it was made in (RFC 9562, UUIDv7), from a time in ms and ten random bytes.
 * RangeError when the time does not fit 48 bits or there are fewer bytes.
 */
export const uuidV7 = (ms: number, random: Uint8Array): string => {
  if (!Number.isInteger(ms) || ms < 0 || ms >= 2 ** 48) throw new RangeError(`no time for an id: ${ms}`)
  if (random.length < 10) throw new RangeError('an id needs ten random bytes')
  const hex = (byte: number): string => byte.toString(16).padStart(2, '0')
  const tail = Array.from(random.subarray(0, 10), (byte, at) => {
    if (at === 0) return hex((byte & 0x0f) | 0x70)
    return hex(at === 2 ? (byte & 0x3f) | 0x80 : byte)
  }).join('')
  const time = ms.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-${tail.slice(0, 4)}-${tail.slice(4, 8)}-${tail.slice(8)}`
}
