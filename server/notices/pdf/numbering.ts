import { type Document, type Element, wordAt, wordAttribute, wordChildren, wordNumber } from '../docx/xml.ts'

export interface NumberMark {
  readonly text: string
  /** The level's own properties: its indents hold unless the paragraph has some. */
  readonly properties: Element | null
  readonly suffix: 'tab' | 'space' | 'nothing'
}

export interface Numbering {
  /** The next number of this list at this level; null where the file defines none. */
  next(id: string, level: number): NumberMark | null
}

const digits = '零一二三四五六七八九'

/** 1 -> 一, 12 -> 十二, 30 -> 三十, 121 -> 一百二十一; from 1000 on in figures. */
export const chineseNumber = (value: number): string => {
  if (value <= 0 || value >= 1000) return `${value}`
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10]
  const one = ones === 0 ? '' : digits.charAt(ones)
  if (hundreds === 0) return `${tens === 0 ? '' : `${tens === 1 ? '' : digits.charAt(tens)}十`}${one}`
  const ten = tens === 0 ? (ones === 0 ? '' : '零') : `${digits.charAt(tens)}十`
  return `${digits.charAt(hundreds)}百${ten}${one}`
}

const roman = (value: number): string => {
  const signs: readonly (readonly [number, string])[] = [
    ...([
      [100, 'c'],
      [90, 'xc'],
      [50, 'l'],
      [40, 'xl'],
      [10, 'x'],
      [9, 'ix'],
      [5, 'v'],
      [4, 'iv'],
      [1, 'i'],
    ] as const),
  ]
  let [rest, text] = [value, '']
  for (const [worth, sign] of signs) for (; rest >= worth; rest -= worth) text += sign
  return text
}

const letter = (value: number): string => String.fromCharCode(97 + ((value - 1) % 26))

const formats: Readonly<Record<string, (value: number) => string>> = {
  chineseCounting: chineseNumber,
  chineseCountingThousand: chineseNumber,
  chineseLegalSimplified: chineseNumber,
  japaneseCounting: chineseNumber,
  ideographTraditional: (value) => '甲乙丙丁戊己庚辛壬癸'.charAt((value - 1) % 10),
  decimalEnclosedCircle: (value) => (value <= 20 ? String.fromCodePoint(0x245f + value) : `${value}`),
  decimalEnclosedCircleChinese: (value) => (value <= 20 ? String.fromCodePoint(0x245f + value) : `${value}`),
  decimalZero: (value) => `${value}`.padStart(2, '0'),
  lowerLetter: letter,
  upperLetter: (value) => letter(value).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (value) => roman(value).toUpperCase(),
}

/** Signs of symbol fonts lie in the private area; the commonest mean a dot. */
const bullet = (text: string): string => (/[\uE000-\uF8FF]/.test(text) ? '•' : text)

const startOverride = (list: Element | null, level: number): number | null => {
  const override = list && wordChildren(list, 'lvlOverride').find((one) => wordNumber(one, 'ilvl') === level)
  return override ? wordNumber(wordAt(override, 'startOverride'), 'val') : null
}

export const numberingOf = (document: Document | null): Numbering => {
  const root = document?.documentElement ?? null
  const all = (name: string, key: string) =>
    new Map((root ? wordChildren(root, name) : []).map((found) => [wordAttribute(found, key) ?? '', found]))
  const abstracts = all('abstractNum', 'abstractNumId')
  const lists = all('num', 'numId')
  // lists of one definition count on together, unless one of them asks to begin anew
  const counts = new Map<string, number[]>()
  const begun = new Set<string>()

  const levelOf = (id: string, level: number): Element | null => {
    const list = lists.get(id) ?? null
    const override = list && wordChildren(list, 'lvlOverride').find((one) => wordNumber(one, 'ilvl') === level)
    const own = override ? wordAt(override, 'lvl') : null
    const abstract = abstracts.get(wordAttribute(wordAt(list, 'abstractNumId'), 'val') ?? '')
    return (
      own ??
      (abstract ? (wordChildren(abstract, 'lvl').find((one) => wordNumber(one, 'ilvl') === level) ?? null) : null)
    )
  }
  const shown = (id: string, level: number, value: number): string => {
    const format = wordAttribute(wordAt(levelOf(id, level), 'numFmt'), 'val') ?? 'decimal'
    return (formats[format] ?? String)(value)
  }

  return {
    next: (id, level) => {
      const definition = levelOf(id, level)
      if (definition === null) return null
      const abstract = wordAttribute(wordAt(lists.get(id) ?? null, 'abstractNumId'), 'val') ?? id
      const count = counts.get(abstract) ?? []
      counts.set(abstract, count)
      const override = begun.has(`${id} ${level}`) ? null : startOverride(lists.get(id) ?? null, level)
      begun.add(`${id} ${level}`)
      if (override !== null) count[level] = override - 1
      count.length = level + 1
      for (let at = 0; at <= level; at += 1) {
        const start = wordNumber(wordAt(levelOf(id, at), 'start'), 'val') ?? 1
        count[at] = at === level ? (count[at] ?? start - 1) + 1 : (count[at] ?? start)
      }
      const words = wordAttribute(wordAt(definition, 'lvlText'), 'val') ?? ''
      const isBullet = wordAttribute(wordAt(definition, 'numFmt'), 'val') === 'bullet'
      const suffix = wordAttribute(wordAt(definition, 'suff'), 'val')
      return {
        text: isBullet
          ? bullet(words)
          : words.replace(/%(\d)/g, (_, at: string) => shown(id, +at - 1, count[+at - 1] ?? 1)),
        properties: wordAt(definition, 'pPr'),
        suffix: suffix === 'space' || suffix === 'nothing' ? suffix : 'tab',
      }
    },
  }
}
