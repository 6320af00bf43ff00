/** Text on a sign: measured roughly, shrunk or broken to fit, and always text, whatever a name contains. */

export const ink = '#161f1e'
export const quiet = '#4d5856'
export const accent = '#00574f'
export const pale = '#e3efec'
export const paper = '#ffffff'

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

/** Width of one character in its own size: generous, for fonts differ. */
const emOf = (letter: string): number => {
  const code = letter.codePointAt(0) ?? 0
  // dashes, dots and quotation marks are as wide as characters in Chinese fonts
  if (code >= 0x2e80 || (code >= 0x2014 && code <= 0x2026)) return 1
  if (/[A-Z@%MWm]/.test(letter)) return 0.74
  if (/\d/.test(letter)) return 0.64
  if (/[ilj.,:;'|! ]/.test(letter)) return 0.34
  return 0.58
}

/** Width in the unit of the size. */
export const widthOf = (text: string, size: number): number =>
  Array.from(text).reduce((sum, letter) => sum + emOf(letter), 0) * size

export interface Fitted {
  readonly size: number
  readonly lines: readonly string[]
}

const broken = (text: string, size: number, width: number): string[] => {
  const lines: string[] = []
  let line = ''
  for (const letter of Array.from(text)) {
    // a full stop or comma never begins a line
    if (line !== '' && widthOf(line + letter, size) > width && !/[，。；、：）”]/.test(letter)) {
      lines.push(line)
      line = letter
    } else line += letter
  }
  return line === '' ? lines : [...lines, line]
}

const cut = (text: string, size: number, width: number): string => {
  let kept = Array.from(text)
  while (kept.length > 1 && widthOf(`${kept.join('')}…`, size) > width) kept = kept.slice(0, -1)
  return `${kept.join('')}…`
}

/** As large as it fits between two sizes on so many lines; what fits nowhere ends in an ellipsis. */
export const fitted = (text: string, width: number, most: number, least: number, mostLines = 1): Fitted => {
  for (let size = most; size >= least; size -= 0.5) {
    const lines = broken(text, size, width)
    if (lines.length <= mostLines) return { size, lines }
  }
  const lines = broken(text, least, width)
  const kept = lines.slice(0, mostLines)
  const rest = [kept.pop() ?? '', ...lines.slice(mostLines)].join('')
  return { size: least, lines: [...kept, cut(rest, least, width)] }
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
