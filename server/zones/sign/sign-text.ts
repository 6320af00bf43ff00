/** Text on a sign: measured roughly, shrunk or broken to fit, and always text, whatever a name contains. */

export const ink = '#161f1e'
export const quiet = '#4d5856'
export const accent = '#00574f'
export const pale = '#e3efec'
export const paper = '#ffffff'
/** Of the map. */
export const ground = '#f6f7f3'

/** Where these are absent a printer's own Chinese font stands in; the PDF has the last but one inside. */
export const fontFamily =
  "'Noto Sans SC','Source Han Sans SC','PingFang SC','Microsoft YaHei','SimHei','Noto Serif SC',sans-serif"

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** As XML character data: nothing in a name is markup, and what XML forbids is left out. */
export const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|\p{Cs}/gu, '')
    .replace(/[&<>"']/g, (letter) => entities[letter] ?? '')

/** Width of one character in its own size: as in the widest fonts that an SVG may meet, in bold. */
const emOf = (letter: string): number => {
  const code = letter.codePointAt(0) ?? 0
  // dashes, dots and quotation marks are as wide as characters in Chinese fonts
  if (code >= 0x2e80 || (code >= 0x2014 && code <= 0x2026)) return 1
  if (/[A-Z@%m+]/.test(letter)) return 0.8
  if (/\d/.test(letter)) return 0.7
  if (/[ilj.,:;'|! ]/.test(letter)) return 0.38
  return 0.58
}

/** Width in the unit of the size. */
export const widthOf = (text: string, size: number): number =>
  Array.from(text).reduce((sum, letter) => sum + emOf(letter), 0) * size

export interface Fitted {
  readonly size: number
  readonly lines: readonly string[]
  /** All of it is there, and nothing is taken apart. */
  readonly whole: boolean
}

/** A code, a number or a Latin word with the marks in it; blanks; or one Chinese character. */
const pieces = /[\u0021-\u024f]+|\s+|./gsu
/** Never first on a line, and never last. */
const closing = /^[\u2014\u2026，。；、：！？）》】”’]/u
const opening = /[（《【“‘]$/u

/** What is never broken: each word with the blank before it and the marks that belong to it. */
const wordsOf = (text: string): readonly string[] => {
  const words: string[] = []
  let blank = ''
  for (const piece of text.match(pieces) ?? []) {
    const last = words.at(-1)
    if (piece.trim() === '') blank = piece
    else if (last !== undefined && (closing.test(piece) || (blank === '' && opening.test(last))))
      words[words.length - 1] = last + blank + piece
    else words.push(blank + piece)
    if (piece.trim() !== '') blank = ''
  }
  return words
}

type Line = readonly string[]
const said = (line: Line): string => line.join('').trim()
const narrow = (line: Line, size: number, width: number): boolean => widthOf(said(line), size) <= width

const broken = (words: readonly string[], size: number, width: number): Line[] => {
  const lines: string[][] = []
  for (const word of words) {
    const line = lines.at(-1)
    if (line && narrow([...line, word], size, width)) line.push(word)
    else lines.push([word])
  }
  return lines
}

const shortened = (line: Line, size: number, width: number): Line => {
  let kept = line
  while (kept.length > 1 && !narrow([...kept, '…'], size, width)) kept = kept.slice(0, -1)
  return kept
}

const cut = (words: readonly string[], size: number, width: number): string => {
  const kept = shortened(words, size, width)
  // even the first word is too wide
  const left = narrow([...kept, '…'], size, width) ? kept : shortened(Array.from(said(words)), size, width)
  return `${said(left)}…`
}

/** As large as it fits between two sizes on so many lines; what fits nowhere ends in an ellipsis. */
export const fitted = (text: string, width: number, most: number, least: number, mostLines = 1): Fitted => {
  const words = wordsOf(text)
  for (let size = most; size >= least; size -= 0.5) {
    const lines = broken(words, size, width)
    if (lines.length <= mostLines && lines.every((line) => narrow(line, size, width)))
      return { size, lines: lines.map(said), whole: true }
  }
  // at the least size only a word wider than a line is taken apart
  const parts = words.flatMap((word) => (narrow([word], least, width) ? [word] : Array.from(word)))
  const lines = broken(parts, least, width)
  if (lines.length <= mostLines) return { size: least, lines: lines.map(said), whole: false }
  const kept = lines.slice(0, mostLines - 1).map(said)
  return { size: least, lines: [...kept, cut(lines.slice(mostLines - 1).flat(), least, width)], whole: false }
}

interface Look {
  readonly size: number
  readonly colour?: string
  readonly bold?: boolean
  readonly anchor?: 'start' | 'middle' | 'end'
  /** Drawn around the letters, so that they can be read over a map. */
  readonly halo?: string
}

const num = (value: number): string => String(Math.round(value * 100) / 100)

/** One line of text; `y` is its baseline. */
export const textAt = (x: number, y: number, text: string, look: Look): string => {
  const { size, colour = ink, bold = false, anchor = 'start', halo } = look
  const place = `x="${num(x)}" y="${num(y)}" font-size="${num(size)}" text-anchor="${anchor}"`
  const weight = bold ? ' font-weight="700"' : ''
  const words = escaped(text)
  const around =
    halo === undefined
      ? ''
      : `<text ${place}${weight} fill="none" stroke="${halo}" stroke-width="${num(size * 0.28)}" stroke-linejoin="round" aria-hidden="true">${words}</text>`
  return `${around}<text ${place}${weight} fill="${colour}">${words}</text>`
}
