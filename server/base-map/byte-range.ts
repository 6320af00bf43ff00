export interface ByteRange {
  readonly from: number
  /** The last byte, itself included. */
  readonly until: number
}

const form = /^bytes=(\d{0,15})-(\d{0,15})$/

/**
 * What a `Range` header asks for of so many bytes (RFC 9110 § 14.2): null for the whole, as for a unit or a list of
 * ranges that is not understood; 'nowhere' where it begins beyond the end.
 */
export const byteRange = (header: string | undefined, size: number): ByteRange | 'nowhere' | null => {
  const [whole, first = '', last = ''] = form.exec(header?.trim() ?? '') ?? []
  if (whole === undefined || (first === '' && last === '')) return null
  if (first === '') {
    const tail = Math.min(size, Number(last))
    return tail === 0 ? 'nowhere' : { from: size - tail, until: size - 1 }
  }
  const from = Number(first)
  if (last !== '' && Number(last) < from) return null
  if (from >= size) return 'nowhere'
  return { from, until: last === '' ? size - 1 : Math.min(size - 1, Number(last)) }
}
