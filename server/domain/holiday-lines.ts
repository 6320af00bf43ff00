import { addDays, type Day, daysBetween, isDay } from './county-calendar.ts'

export interface HolidayDay {
  readonly on: Day
  readonly kind: 'off' | 'work'
}

/** Why a line is not taken; `no-date` alone is harmless: a heading, or words between the lines. */
export type HolidayLineFault =
  | 'no-date'
  | 'no-kind'
  | 'no-such-day'
  | 'not-understood'
  | 'backwards'
  | 'too-long'
  | 'another-year'
  | 'count-differs'
  | 'said-otherwise'

/** What was understood of one line, its days in order; a line with a fault has none. */
export interface HolidayLineRead {
  /** Counted from 1. */
  readonly number: number
  readonly text: string
  readonly days: readonly HolidayDay[]
  readonly fault: HolidayLineFault | null
}

/** No public holiday of one name has lasted longer; a longer stretch is a slip of the pen. */
const longestStretchDays = 31

const date =
  /(?:(\d{4})\s*[年./-]\s*)?(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*[日号]?(?![\d日号])|(?<![\d第共])(\d{1,2})\s*[日号]/y
const yearAlone = /(\d{4})\s*年/y
const listNumber = /^\s*\d{1,2}\s*(?:[、)]|\.(?!\d))/
const upTo = /\s*(?:至|到|—+|–|-|~|～|to\b)\s*/y
const working = /(?:调休|正常|照常)?(?:上班|补班|工作)|调班|班|\bwork(?:ing)?\b/iy
const off = /放假(?:调休)?|休息|补休|调休|公休|假|休|\boff\b|\bholiday\b/iy
const counted = /共\s*(\d{1,3})\s*[天日]/
/** Weekdays and the lunar calendar stand in brackets in the official notices; they say nothing new. */
const inBrackets = /[（(][^（）()]*[）)]/g

interface Stretch {
  readonly from: Day
  readonly until: Day
}

type Found = { readonly days: readonly HolidayDay[] } | HolidayLineFault

/**
 * Reads a year's table of holidays as people write it, line by line: `2026-10-01 至 2026-10-07 放假`,
 * `元旦：1月1日至3日放假，1月4日上班`. Nothing is guessed: a line that is not understood whole gives no day.
 * `year` is taken where a line names none; a day of another year is a fault, for a table is one year's.
 */
export const readHolidayLines = (text: string, year: number): HolidayLineRead[] => {
  const said = new Map<Day, HolidayDay['kind']>()
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === '') return []
    const found = readLine(line, year)
    const days = typeof found === 'string' ? [] : found.days
    const otherwise = days.some(({ on, kind }) => said.has(on) && said.get(on) !== kind)
    if (!otherwise) for (const { on, kind } of days) said.set(on, kind)
    const fault = typeof found === 'string' ? found : otherwise ? 'said-otherwise' : null
    return [{ number: index + 1, text: line.trim(), days: fault === null ? days : [], fault }]
  })
}

/** The days of all lines that were understood, each once, in order. */
export const daysOfLines = (lines: readonly HolidayLineRead[]): HolidayDay[] => {
  const days = new Map(lines.flatMap(({ days }) => days.map((day) => [day.on, day] as const)))
  return [...days.values()].sort((a, b) => (a.on < b.on ? -1 : 1))
}

/** The way back: one line for each run of days of a kind, which `readHolidayLines` reads as the same days. */
export const linesOfDays = (days: readonly HolidayDay[]): string => {
  const runs: { from: Day; until: Day; kind: HolidayDay['kind'] }[] = []
  for (const { on, kind } of [...days].sort((a, b) => (a.on < b.on ? -1 : 1))) {
    const last = runs.at(-1)
    const goesOn = last?.kind === kind && addDays(last.until, 1) === on
    if (last && goesOn && daysBetween(last.from, on) < longestStretchDays) last.until = on
    else runs.push({ from: on, until: on, kind })
  }
  const word = { off: '放假', work: '上班' }
  return runs
    .map(({ from, until, kind }) => `${from === until ? from : `${from} 至 ${until}`} ${word[kind]}`)
    .join('\n')
}

const readLine = (line: string, year: number): Found => {
  const text = line.normalize('NFKC').replaceAll(inBrackets, '')
  const expected = counted.exec(text)?.[1]
  const rest = text.replace(listNumber, '').replaceAll(new RegExp(counted, 'g'), '')
  const found = readWords(rest, year)
  if (typeof found === 'string' || expected === undefined) return found
  // the official notices count the days off of each holiday: a sum that differs means something was misread
  return found.days.filter(({ kind }) => kind === 'off').length === Number(expected) ? found : 'count-differs'
}

const at = (pattern: RegExp, text: string, index: number): RegExpExecArray | null => {
  pattern.lastIndex = index
  return pattern.exec(text)
}

/** Dates gather until a word says what they are; a word before a colon speaks of those behind it. */
const readWords = (text: string, yearAtFirst: number): Found => {
  const days: HolidayDay[] = []
  let waiting: Stretch[] = []
  let spokenFor: HolidayDay['kind'] | null = null
  let [year, month] = [yearAtFirst, 0]
  let connects = false
  const take = (kind: HolidayDay['kind']): void => {
    for (const { from, until } of waiting) for (let on = from; on <= until; on = addDays(on, 1)) days.push({ on, kind })
    waiting = []
  }

  for (let index = 0; index < text.length; ) {
    const dated = at(date, text, index)
    if (dated) {
      const [whole, y, m, d, only] = dated
      if (y !== undefined) year = Number(y)
      if (m !== undefined) month = Number(m)
      const day = Number(d ?? only)
      const on = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
      if (!isDay(on)) return 'no-such-day'
      if (!on.startsWith(`${yearAtFirst}-`)) return 'another-year'
      const begun = connects ? waiting.pop() : undefined
      if (begun && on < begun.from) return 'backwards'
      if (begun && daysBetween(begun.from, on) >= longestStretchDays) return 'too-long'
      waiting.push({ from: begun?.from ?? on, until: on })
      index += whole.length
      const connector = at(upTo, text, index)
      connects = connector !== null && at(date, text, index + connector[0].length) !== null
      if (connects && connector) index += connector[0].length
      continue
    }
    const work = at(working, text, index)
    const word = work ?? at(off, text, index)
    if (word) {
      const kind = work ? 'work' : 'off'
      index += word[0].length
      if (waiting.length > 0 && spokenFor === null) take(kind)
      else if (at(/\s*:/y, text, index)) {
        if (waiting.length > 0 && spokenFor !== null) take(spokenFor)
        spokenFor = kind
      }
      continue
    }
    const named = at(yearAlone, text, index)
    // a figure that is no date would be a day left out in silence
    if (!named && /\d/.test(text.charAt(index))) return 'not-understood'
    if (named) year = Number(named[1])
    index += named ? named[0].length : 1
  }
  if (waiting.length > 0 && spokenFor !== null) take(spokenFor)
  if (waiting.length > 0) return 'no-kind'
  if (days.length === 0) return 'no-date'
  const kinds = new Map<Day, HolidayDay['kind']>()
  for (const { on, kind } of days) {
    if (kinds.has(on) && kinds.get(on) !== kind) return 'said-otherwise'
    kinds.set(on, kind)
  }
  return { days: [...kinds].map(([on, kind]) => ({ on, kind })) }
}
