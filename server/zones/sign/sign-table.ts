import type { SignFacts, SignPerson } from './sign-facts.ts'
import type { Box } from './sign-projection.ts'
import { fitted, quiet, textAt, widthOf } from './sign-text.ts'

const labelWidth = 122
const num = (value: number): string => String(Math.round(value * 100) / 100)

type Entry = { readonly label: string; readonly text: string } | SignPerson

/** Where a row stands, and the size of what it says. */
interface Row extends Box {
  readonly size: number
}

/** Facts first, then people by rank: rows share the height, and the last helpers give way where there are too many. */
export const signTable = ({ lines, chiefs, helpers }: SignFacts, box: Box): string => {
  const mostRows = Math.floor(box.height / 23)
  const fixed: Entry[] = [...lines, ...chiefs]
  const room = Math.max(mostRows - fixed.length, 1)
  const shown = helpers.length <= room ? helpers : helpers.slice(0, room - 1)
  const unsaid = helpers.length - shown.length
  const entries: Entry[] = [
    ...fixed,
    ...shown,
    ...(unsaid > 0 ? [{ label: '', text: `另有协管人员 ${unsaid} 人` }] : []),
  ]
  const height = Math.min(box.height / Math.max(entries.length, 1), 68)
  return entries
    .map((entry, index) => {
      const row: Row = { ...box, y: box.y + index * height, height, size: Math.min(height * 0.54, 27) }
      const bottom = num(row.y + height)
      const rule = `<path d="M${num(row.x)} ${bottom}H${num(row.x + row.width)}" stroke="#c9d0ce" stroke-width="0.8"/>`
      const label = fitted('as' in entry ? entry.as : entry.label, labelWidth - 8, row.size * 0.86, row.size * 0.5)
      const said = textAt(row.x, baseOf(row), label.lines[0] ?? '', { size: label.size, colour: quiet })
      const beside: Row = { ...row, x: row.x + labelWidth, width: row.width - labelWidth }
      return `${rule}${said}${'as' in entry ? person(entry, beside) : words(entry.text, beside, { bold: true })}`
    })
    .join('')
}

/** Of one line in the middle of a row. */
const baseOf = ({ y, height, size }: Row): number => y + height / 2 + size * 0.36

/** On one line, and on two where it would become small and the row is high enough. */
const words = (text: string, row: Row, look: { readonly bold?: boolean; readonly colour?: string }): string => {
  const { x, y, width, height, size: most } = row
  const mostOfTwo = Math.min(most, height / 2.6)
  const twoLines = height > 38 && !fitted(text, width, most, most * 0.7).whole
  const { size, lines } = twoLines
    ? fitted(text, width, mostOfTwo, mostOfTwo * 0.6, 2)
    : fitted(text, width, most, most * 0.55)
  const first = y + height / 2 + size * 0.36 - ((lines.length - 1) * size * 1.15) / 2
  return lines.map((line, index) => textAt(x, first + index * size * 1.15, line, { ...look, size })).join('')
}

const person = ({ name, of, phone }: SignPerson, row: Row): string => {
  const { x, width, size } = row
  const base = baseOf(row)
  const number = phone ?? ''
  const numberWidth = number === '' ? 0 : Math.min(widthOf(number, size), 190)
  const call = fitted(number, 190, size, size * 0.6)
  const free = width - numberWidth - 10
  const mostOfName = of === '' ? free : Math.max(free * 0.6, Math.min(widthOf(name, size), free))
  const who = fitted(name, mostOfName, size, size * 0.55)
  const nameWidth = widthOf(who.lines[0] ?? '', who.size) + 10
  const office: Row = { ...row, x: x + nameWidth, width: free - nameWidth, size: size * 0.72 }
  return (
    textAt(x, base, who.lines[0] ?? '', { size: who.size, bold: true }) +
    (of === '' || office.width < size * 2 ? '' : words(of, office, { colour: quiet })) +
    (number === '' ? '' : textAt(x + width, base, call.lines[0] ?? '', { size: call.size, anchor: 'end' }))
  )
}
