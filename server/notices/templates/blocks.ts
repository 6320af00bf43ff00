import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'

/** Sizes of Chinese office documents in half points: 二号, 三号, 四号, 小四, 五号. */
export const halfPoints = { er: 44, san: 32, si: 28, xiaoSi: 24, wu: 21 } as const

const songTitle = {
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia: '方正小标宋简体',
  cs: 'Times New Roman',
}
const fangSong = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋', cs: 'Times New Roman' }
const hei = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '黑体', cs: 'Times New Roman' }
const song = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体', cs: 'Times New Roman' }
export const fonts = { songTitle, fangSong, hei, song } as const

/** 28 points a line, 22 lines a page: GB/T 9704-2012, the layout of official documents. */
const lineTwips = 560
const exactly = (twips: number) => ({ line: twips, lineRule: LineRuleType.EXACT })

export type Block = Paragraph | Table

const made = (text: string, paragraph: IParagraphOptions, run: IRunOptions): Paragraph =>
  new Paragraph({ ...paragraph, children: [new TextRun({ ...run, text })] })

export const title = (text: string, pageBreakBefore = false): Paragraph =>
  made(
    text,
    { pageBreakBefore, alignment: AlignmentType.CENTER, spacing: { ...exactly(680), after: 160 }, keepNext: true },
    { font: songTitle, size: halfPoints.er },
  )

export const numberLine = (text: string): Paragraph =>
  made(text, { alignment: AlignmentType.CENTER, spacing: { ...exactly(lineTwips), after: 320 } }, body)

const body = { font: fangSong, size: halfPoints.san }

export const addressee = (text: string): Paragraph => made(text, { spacing: exactly(lineTwips) }, body)

/** A paragraph of the letter, its first line indented by two characters. */
export const words = (text: string, keepNext = false): Paragraph =>
  made(
    text,
    {
      alignment: AlignmentType.JUSTIFIED,
      spacing: exactly(lineTwips),
      indent: { firstLine: 640, firstLineChars: 200 },
      keepNext,
    },
    body,
  )

/** Paragraphs with nothing but a tag go when it is filled. */
export const tag = (text: string): Paragraph => made(text, { spacing: exactly(lineTwips) }, body)

export const headingList = 'luqing-headings'

/** 一、二、三: numbered by Word, so that a part left out leaves no gap. */
export const heading = (text: string): Paragraph =>
  made(
    text,
    {
      spacing: { ...exactly(lineTwips), before: 80, after: 40 },
      indent: { left: 0, firstLine: 640, firstLineChars: 200 },
      keepNext: true,
      numbering: { reference: headingList, level: 0 },
    },
    { font: hei, size: halfPoints.san },
  )

export const blankLine = (): Paragraph => made('', { spacing: exactly(lineTwips), keepNext: true }, body)

/** Issuer and date at the right, where the seal goes over them; note and copies below stay on their page. */
export const signature = (): readonly Paragraph[] => {
  const line = (text: string, right: number, keepNext: boolean) =>
    made(
      text,
      { alignment: AlignmentType.RIGHT, indent: { right }, spacing: exactly(lineTwips), keepNext, keepLines: true },
      body,
    )
  return [blankLine(), line('{发文单位}（印章）', 640, true), line('{发文日期}', 1280, true)]
}

/** Below the date, in brackets, where official letters have their note. */
export const contact = (): readonly Paragraph[] => [
  words('{#联系人}（联系人：{联系人}{#联系电话}　联系电话：{联系电话}{/联系电话}）{/联系人}', true),
]

/** Kept with the signature, which must not stand alone on a page. */
export const attachments = (): readonly Paragraph[] => [words('{#附件}附件：{附件}{/附件}', true)]

export const copies = (): readonly Paragraph[] => [
  made(
    '{#抄送}抄送：{抄送}。{/抄送}',
    {
      spacing: { ...exactly(480), before: 240 },
      border: {
        top: { style: BorderStyle.SINGLE, size: 6, space: 4, color: '000000' },
        bottom: { style: BorderStyle.SINGLE, size: 6, space: 4, color: '000000' },
      },
    },
    { font: fangSong, size: halfPoints.si },
  ),
]

const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const
const allEdges = <Edge>(edge: Edge) => ({
  ...{ top: edge, bottom: edge, left: edge, right: edge },
  ...{ insideHorizontal: edge, insideVertical: edge },
})
const lined = allEdges(thin)
const unlined = allEdges({ style: BorderStyle.NONE, size: 0, color: 'auto' } as const)

export interface CellWords {
  readonly text: string | readonly string[]
  readonly span?: number
  readonly label?: boolean
  readonly middle?: boolean
  /** Lines of a form are left as high as a hand needs, in twips. */
  readonly large?: boolean
}

const cellParagraphs = ({ text, label, middle, large }: CellWords): Paragraph[] =>
  (typeof text === 'string' ? [text] : text).map((line) =>
    made(
      line,
      {
        alignment: label || middle ? AlignmentType.CENTER : AlignmentType.LEFT,
        spacing: { line: large ? 440 : 320, lineRule: LineRuleType.AT_LEAST, before: 30, after: 30 },
      },
      { font: label ? hei : fangSong, size: large ? halfPoints.si : halfPoints.wu },
    ),
  )

export interface RowWords {
  readonly cells: readonly CellWords[]
  readonly header?: boolean
  readonly heightTwips?: number
}

/** Thin lines all round; rows do not break over pages, and a header row is repeated. */
export const grid = (columnTwips: readonly number[], rows: readonly RowWords[]): Table =>
  table(columnTwips, rows, lined)

/** Photos side by side without lines: where there is only one, no empty box stands beside it. */
export const photoGrid = (columnTwips: readonly number[], rows: readonly RowWords[]): Table =>
  table(columnTwips, rows, unlined)

const table = (columnTwips: readonly number[], rows: readonly RowWords[], borders: typeof lined | typeof unlined) =>
  new Table({
    width: { size: columnTwips.reduce((sum, twips) => sum + twips, 0), type: WidthType.DXA },
    columnWidths: [...columnTwips],
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    borders,
    margins: { left: 80, right: 80, top: 20, bottom: 20 },
    rows: rows.map(({ cells, header, heightTwips }) => {
      let column = 0
      return new TableRow({
        tableHeader: header ?? false,
        cantSplit: true,
        ...(heightTwips === undefined ? {} : { height: { value: heightTwips, rule: 'atLeast' } }),
        children: cells.map((cell) => {
          const span = cell.span ?? 1
          const width = columnTwips.slice(column, column + span).reduce((sum, twips) => sum + twips, 0)
          column += span
          return new TableCell({
            columnSpan: span,
            width: { size: width, type: WidthType.DXA },
            verticalAlign: VerticalAlign.CENTER,
            ...(header || cell.label ? { shading: { type: 'clear', fill: 'F2F2F2', color: 'auto' } } : {}),
            children: cellParagraphs(cell),
          })
        }),
      })
    }),
  })

export const smallTitle = (text: string, pageBreakBefore = false): Paragraph =>
  made(
    text,
    { pageBreakBefore, spacing: { ...exactly(lineTwips), before: 160, after: 120 }, keepNext: true },
    { font: hei, size: halfPoints.san },
  )

export const photoPlace = (text: string): Paragraph =>
  made(
    text,
    { spacing: { ...exactly(440), before: 200, after: 80 }, keepNext: true },
    { font: hei, size: halfPoints.si },
  )
