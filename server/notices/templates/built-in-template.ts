import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Footer,
  Header,
  LevelFormat,
  LevelSuffix,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import { type NoticeKind, noticeKinds } from '../../../db/vocabulary.ts'
import { corePropertiesXml } from '../docx/core-properties.ts'
import { closePackage, openPackage, setPart } from '../docx/docx-package.ts'
import { fonts, halfPoints, headingList } from './blocks.ts'
import { letterOf } from './letters.ts'

const made = new Map<NoticeKind, Promise<Buffer>>()

/** The template that comes with the product: a .docx that a county may take, change in Word or WPS, and send back. */
export const builtInTemplate = (kind: NoticeKind): Promise<Buffer> => {
  const before = made.get(kind)
  if (before) return before
  const work = make(kind)
  made.set(kind, work)
  return work
}

export const builtInTemplates = (): Promise<readonly Buffer[]> => Promise.all(noticeKinds.map(builtInTemplate))

const make = async (kind: NoticeKind): Promise<Buffer> => {
  const document = new Document({
    creator: '路清 Luqing',
    title: kind,
    styles: {
      default: {
        document: { run: { font: fonts.fangSong, size: halfPoints.san, language: { eastAsia: 'zh-CN' } } },
      },
    },
    numbering: {
      config: [
        {
          reference: headingList,
          levels: [
            {
              level: 0,
              format: LevelFormat.CHINESE_COUNTING,
              text: '%1、',
              alignment: AlignmentType.LEFT,
              suffix: LevelSuffix.NOTHING,
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: { titlePage: true, page: { size: a4, margin } },
        headers: {
          default: new Header({ children: [runningHead()] }),
          first: new Header({ children: [new Paragraph('')] }),
        },
        footers: { default: new Footer({ children: [pageOf()] }), first: new Footer({ children: [pageOf()] }) },
        children: [...letterOf(kind)],
      },
    ],
  })
  // the library writes the moment of making, which would differ from run to run
  const files = openPackage(await Packer.toBuffer(document))
  setPart(files, 'docProps/core.xml', corePropertiesXml({ title: kind, author: '路清 Luqing', on: '2026-01-01' }))
  return closePackage(files)
}

const millimetres = convertMillimetersToTwip
const a4 = { width: millimetres(210), height: millimetres(297) }
/** GB/T 9704-2012: 37 mm above, 28 mm left, and a text of 156 by 225 mm. */
const margin = {
  top: millimetres(37),
  left: millimetres(28),
  right: millimetres(26),
  bottom: millimetres(35),
  header: millimetres(20),
  footer: millimetres(25),
}

const runningHead = (): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [new TextRun({ text: '{标题}　{文号}', font: fonts.fangSong, size: halfPoints.wu })],
  })

const pageOf = (): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({
        font: fonts.song,
        size: halfPoints.xiaoSi,
        children: ['第 ', PageNumber.CURRENT, ' 页　共 ', PageNumber.TOTAL_PAGES, ' 页'],
      }),
    ],
  })
