import { readFileSync } from 'node:fs'

/** Ranges of code points, first and last, that a TrueType font has a glyph for; from its `cmap` table. */
export type Coverage = readonly (readonly [number, number])[]

const tableAt = (font: Buffer, name: string): number => {
  const count = font.readUInt16BE(4)
  for (let at = 12; at < 12 + count * 16; at += 16)
    if (font.toString('latin1', at, at + 4) === name) return font.readUInt32BE(at + 8)
  throw new Error(`the font has no table ${name}`)
}

/** Formats 12 (all of Unicode) and 4 (its first plane), which between them every modern font has. */
export const coverageOf = (path: string): Coverage => {
  const font = readFileSync(path)
  const cmap = tableAt(font, 'cmap')
  const subtables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, index) => cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4),
  )
  const wide = subtables.find((at) => font.readUInt16BE(at) === 12)
  if (wide !== undefined)
    return Array.from({ length: font.readUInt32BE(wide + 12) }, (_, group): readonly [number, number] => {
      const at = wide + 16 + group * 12
      return [font.readUInt32BE(at), font.readUInt32BE(at + 4)]
    })
  const narrow = subtables.find((at) => font.readUInt16BE(at) === 4)
  if (narrow === undefined) throw new Error('the font maps no characters')
  const segments = font.readUInt16BE(narrow + 6) / 2
  return Array.from({ length: segments }, (_, segment): readonly [number, number] => [
    font.readUInt16BE(narrow + 14 + segments * 2 + 2 + segment * 2),
    font.readUInt16BE(narrow + 14 + segment * 2),
  ])
}

const has = (coverage: Coverage, point: number): boolean => {
  let [low, high] = [0, coverage.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const [first, last] = coverage[middle] ?? [0, 0]
    if (point < first) high = middle - 1
    else if (point > last) low = middle + 1
    else return true
  }
  return false
}

const invisible = /[\s\p{Cc}\p{Cf}\p{Variation_Selector}]/u

/** The characters of a text that the font lacks, each once. */
export const missingFrom = (coverage: Coverage, words: string): string[] =>
  [...new Set(words)].filter((sign) => !invisible.test(sign) && !has(coverage, sign.codePointAt(0) ?? 0))
