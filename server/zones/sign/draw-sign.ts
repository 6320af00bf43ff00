import { encode } from 'uqr'
import type { SignFacts } from './sign-facts.ts'
import { signMap } from './sign-map.ts'
import type { Box } from './sign-projection.ts'
import { signTable } from './sign-table.ts'
import { accent, escaped, fitted, fontFamily, ink, pale, paper, quiet, textAt, widthOf } from './sign-text.ts'

/** Millimetres of the usual metal sign, which are also the units of the drawing. */
export const signSize = { width: 1200, height: 800 } as const

const mapBox: Box = { x: 552, y: 204, width: 608, height: 390 }
const [left, right] = [40, 524]
const tableBox: Box = { x: left, y: 204, width: right - left, height: 390 }
const footTop = 618
const footBottom = 768

const num = (value: number): string => String(Math.round(value * 100) / 100)
const rect = (box: Box, fill: string, more = ''): string =>
  `<rect x="${num(box.x)}" y="${num(box.y)}" width="${num(box.width)}" height="${num(box.height)}" fill="${fill}"${more}/>`

/** A road chief's sign as an SVG document, everything in it a vector and all words text. */
export const drawSign = (facts: SignFacts): string => {
  const { width, height } = signSize
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}mm" height="${height}mm" font-family="${fontFamily}">`,
    `<title>${escaped(`${facts.title} ${facts.zoneName}`)}</title>`,
    `<defs><clipPath id="sign-map">${rect(mapBox, ink)}</clipPath></defs>`,
    rect({ x: 0, y: 0, width, height }, paper),
    `<path d="M10 120V34A24 24 0 0 1 34 10H1166A24 24 0 0 1 1190 34V120Z" fill="${accent}"/>`,
    `<rect x="10" y="10" width="1180" height="780" rx="24" fill="none" stroke="${accent}" stroke-width="6"/>`,
    heading(facts),
    signTable(facts, tableBox),
    signMap(facts.map, mapBox),
    foot(facts),
    facts.invented ? textAt(1160, 782, '演示数据，不是真实公示牌', { size: 10, colour: quiet, anchor: 'end' }) : '',
    '</svg>',
  ].join('')
}

/** The sign's map alone, for the screen. */
export const drawZoneMap = (map: SignFacts['map']): string => {
  const box: Box = { x: 2, y: 2, width: 716, height: 476 }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 480" font-family="${fontFamily}">`,
    `<title>${escaped(map.zone.name)}</title>`,
    `<defs><clipPath id="sign-map">${rect(box, ink)}</clipPath></defs>`,
    signMap(map, box),
    '</svg>',
  ].join('')
}

const heading = ({ title, zoneName, zoneRank, route }: SignFacts): string => {
  const top = fitted(title, 1090, 58, 34)
  const plateWidth = route === null ? 0 : widthOf(route.code, 30) + 34
  const rankWidth = widthOf(zoneRank, 24) + 24
  const name = fitted(zoneName, 1110 - plateWidth - rankWidth, 42, 24)
  // as on the road: provincial and higher ones have plates of their own colours, so ours keeps to the sign's
  const plate =
    route === null
      ? ''
      : rect({ x: left, y: 139, width: plateWidth, height: 46 }, accent, ' rx="7"') +
        rect(
          { x: left + 3, y: 142, width: plateWidth - 6, height: 40 },
          'none',
          ` rx="5" stroke="${paper}" stroke-width="1.6"`,
        ) +
        textAt(left + plateWidth / 2, 173, route.code, { size: 30, bold: true, colour: paper, anchor: 'middle' })
  const nameLeft = route === null ? left : left + plateWidth + 16
  return (
    textAt(600, 66 + top.size * 0.36, top.lines[0] ?? '', {
      size: top.size,
      bold: true,
      colour: paper,
      anchor: 'middle',
    }) +
    plate +
    textAt(nameLeft, 162 + name.size * 0.36, name.lines[0] ?? '', { size: name.size, bold: true }) +
    textAt(1160, 171, zoneRank, { size: 24, colour: accent, anchor: 'end' })
  )
}

const foot = ({ duties, hotline, link }: SignFacts): string => {
  const height = footBottom - footTop
  const codeLeft = 1160 - height
  const aside = link === null ? 1160 : codeLeft - 20
  const callLeft = hotline === null ? aside : aside - 236
  const box: Box = { x: left, y: footTop, width: (hotline === null ? aside : callLeft - 20) - left, height }
  return `${dutiesIn(duties, box)}${hotline === null ? '' : hotlineIn(hotline, { x: callLeft, y: footTop, width: 236, height })}${
    link === null ? '' : codeIn(link, { x: codeLeft, y: footTop, width: height, height })
  }`
}

const dutiesIn = (duties: readonly string[], box: Box): string => {
  const inner = { x: box.x + 64, width: box.width - 84, height: box.height - 20 }
  const sizes = Array.from({ length: 25 }, (_, step) => 20 - step / 2)
  const settings = sizes.map((size) => ({
    size,
    lines: duties.flatMap((duty) => fitted(duty, inner.width, size, size, 99).lines),
  }))
  const largest = settings.find(({ size, lines }) => lines.length * size * 1.42 <= inner.height) ?? settings.at(-1)
  if (!largest) return ''
  // a little smaller rather than a last line of one or two characters
  const { size, lines } =
    settings.find(
      (one) => one.size < largest.size && one.size >= largest.size * 0.85 && one.lines.length < largest.lines.length,
    ) ?? largest
  const first = box.y + box.height / 2 - ((lines.length - 1) * size * 1.42) / 2 + size * 0.36
  return (
    rect(box, pale, ' rx="8"') +
    rect({ ...box, width: 44 }, accent, ' rx="8"') +
    textAt(box.x + 22, box.y + box.height / 2 - 6, '职', { size: 24, bold: true, colour: paper, anchor: 'middle' }) +
    textAt(box.x + 22, box.y + box.height / 2 + 26, '责', { size: 24, bold: true, colour: paper, anchor: 'middle' }) +
    lines.map((line, index) => textAt(inner.x, first + index * size * 1.42, line, { size })).join('')
  )
}

/** On one line where it fits; several numbers stand below each other. */
const hotlineIn = (hotline: string, box: Box): string => {
  const width = box.width - 20
  const whole = fitted(hotline, width, 44, 26)
  const parts = hotline.split(/[、/]/).filter((part) => part.trim() !== '')
  const each = parts.map((part) => fitted(part.trim(), width, 34, 14))
  const several = !whole.whole && each.length > 0
  const size = several ? Math.min(...each.map((one) => one.size), 88 / each.length) : whole.size
  const lines = several ? each.flatMap((one) => one.lines) : whole.lines
  const middle = box.x + box.width / 2
  const first = box.y + 98 + size * 0.36 - ((lines.length - 1) * size * 1.15) / 2
  return (
    rect(box, paper, ` rx="8" stroke="${accent}" stroke-width="2.4"`) +
    textAt(middle, box.y + 46, '监督举报电话', { size: 22, colour: quiet, anchor: 'middle' }) +
    lines
      .map((line, index) =>
        textAt(middle, first + index * size * 1.15, line, { size, bold: true, colour: accent, anchor: 'middle' }),
      )
      .join('')
  )
}

/** Error correction Q: a scratched or muddy quarter still reads. Its quiet zone is part of it. */
const codeIn = (link: string, box: Box): string => {
  const { data, size } = encode(link, { ecc: 'Q', border: 2 })
  const words = 20
  const side = box.height - words
  const unit = side / size
  const x0 = box.x + (box.width - side) / 2
  const cells = data.flatMap((row, y) =>
    row.flatMap((dark, x) =>
      dark ? [`M${num(x0 + x * unit)} ${num(box.y + y * unit)}h${num(unit)}v${num(unit)}h-${num(unit)}z`] : [],
    ),
  )
  return (
    rect({ x: x0, y: box.y, width: side, height: side }, paper) +
    `<path d="${cells.join('')}" fill="#000000" shape-rendering="crispEdges"/>` +
    textAt(box.x + box.width / 2, box.y + box.height - 3, '扫码上报道路隐患', {
      size: 15,
      bold: true,
      anchor: 'middle',
    })
  )
}
