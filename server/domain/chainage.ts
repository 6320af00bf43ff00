/**
 * Chainage (桩号): metres along a road from its zero, written K12+345. Broken chains (断链, K12+1050) are not read.
 * All figures are whole metres.
 */
const maxMetres = 99_999_999

const kilometreWords = 'KM|公里|千米'
const metreWords = 'M|米'
const tail = '(?:处|左右|附近)?'
const between = '(?:\\+|加|又|零)?'
const metrePart = '(\\d{1,3}(?:\\.\\d{1,3})?)'

const shapes: readonly RegExp[] = [
  // K12, K12+345, K12+345.5 and the same with a trailing unit
  new RegExp(`^K(\\d{1,5})(?:\\+${metrePart}(?:${metreWords})?)?${tail}$`),
  // 913KM+50M, 898KM+300处, 77公里加800米, 77公里
  new RegExp(`^(\\d{1,5})(?:${kilometreWords})(?:${between}${metrePart}(?:${metreWords})?)?${tail}$`),
  // 12+345: only with all three figures, since 12+3 may be anything
  /^(\d{1,5})\+(\d{3}(?:\.\d{1,3})?)$/,
]

/**
 * Reads a chainage as people and spreadsheets write it, in any width, case or spacing; decimals are rounded to the metre.
 * Null when it is none: no kilometres, a thousand metres or more after the plus, words besides.
 */
export function parseChainage(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/\s+/g, '')
    .replace(/^桩号:?/, '')
  for (const shape of shapes) {
    const found = shape.exec(plain)
    if (!found) continue
    const metres = Math.round(Number(found[1]) * 1000 + Number(found[2] ?? 0))
    return metres <= maxMetres ? metres : null
  }
  return null
}

/** K12+345. RangeError on a negative number or one past K99999+999. */
export function formatChainage(metres: number): string {
  const whole = Math.round(metres)
  if (!(whole >= 0 && whole <= maxMetres)) throw new RangeError(`no chainage: ${metres}`)
  return `K${Math.floor(whole / 1000)}+${String(whole % 1000).padStart(3, '0')}`
}

/** A stretch of road whose two ends have a chainage; the second is the smaller one where the line is drawn backwards. */
export type ChainedLine = {
  readonly startChainageMetres: number
  readonly endChainageMetres: number
  readonly lengthMetres: number
}

/**
 * Chainage at a distance along the drawn line. Stakes and drawn line never measure quite the same,
 * so it is shared out between the two ends; past an end it is that end's. RangeError on a line without length.
 */
export function chainageAlong(line: ChainedLine, alongMetres: number): number {
  if (!(line.lengthMetres > 0)) throw new RangeError(`no line: ${line.lengthMetres} m long`)
  const share = Math.min(1, Math.max(0, alongMetres / line.lengthMetres))
  return Math.round(line.startChainageMetres + share * (line.endChainageMetres - line.startChainageMetres))
}
