import type { Paragraph } from 'docx'
import {
  attachments,
  type Block,
  contact,
  copies,
  grid,
  photoGrid,
  photoPlace,
  signature,
  smallTitle,
  tag,
  title,
} from './blocks.ts'

/** 156 mm between the margins, in twips. */
const widthTwips = 8844

/** What the list of a kind tells of each place, beside number and place: heading, placeholder, width in twips. */
type Column = readonly [string, string | readonly string[], number]

const listOf = (columns: readonly Column[]): Block => {
  const middle = (name: string): boolean => ['{序号}', '{等级}', '{期限}', '{完成日期}', '{发现日期}'].includes(name)
  return grid(
    columns.map(([, , twips]) => twips),
    [
      { header: true, cells: columns.map(([text]) => ({ text, label: true })) },
      {
        cells: columns.map(([, name], at) =>
          typeof name === 'string'
            ? {
                text: `${at === 0 ? '{#隐患}' : ''}${name}${at === columns.length - 1 ? '{/隐患}' : ''}`,
                middle: middle(name),
              }
            : { text: name },
        ),
      },
    ],
  )
}

/** The number stands on a line of its own: inside the words it would break at its hyphen. */
const placeOf = (twips: number): Column => ['地点', ['{地点}', '（{隐患编号}）'], twips]
const what: Column = ['隐患类型及描述', '{隐患类型}：{描述}', 2144]
/** Wide enough for 2026年12月 on one line, so that no 日 stands alone. */
const dayTwips = 1500

export const hazardsToCure = (): Block =>
  listOf([
    ['序号', '{序号}', 620],
    placeOf(2400),
    what,
    ['等级', '{等级}', 640],
    ['治理措施', '{措施}', 1540],
    ['期限', '{期限}', dayTwips],
  ])

export const hazardsAtRisk = (): Block =>
  listOf([
    ['序号', '{序号}', 620],
    placeOf(2600),
    ['隐患类型及描述', '{隐患类型}：{描述}', 3324],
    ['等级', '{等级}', 800],
    ['发现日期', '{发现日期}', dayTwips],
  ])

export const hazardsCured = (): Block =>
  listOf([
    ['序号', '{序号}', 620],
    placeOf(2400),
    ['隐患描述', '{隐患类型}：{描述}', 2024],
    ['整改情况', '{结果}', 2300],
    ['完成日期', '{完成日期}', dayTwips],
  ])

const middle = (...text: string[]) => ({ text, middle: true })

/** Photos two by two under the name of their place, on pages of their own. */
export const photosBefore = (): readonly Block[] => [
  tag('{#有照片}'),
  smallTitle('附：隐患照片', true),
  tag('{#隐患}'),
  photoPlace('{#有照片}{序号}．{地点}（{隐患编号}）{/有照片}'),
  photoGrid(
    [widthTwips / 2, widthTwips / 2],
    [{ cells: [middle('{#照片行}{左图}', '{左图注}'), middle('{右图}', '{右图注}{/照片行}')] }],
  ),
  tag('{/隐患}'),
  tag('{/有照片}'),
]

export const photosBeforeAndAfter = (): readonly Block[] => [
  tag('{#有照片}'),
  smallTitle('附：整改前后照片', true),
  tag('{#隐患}'),
  photoPlace('{#有照片}{序号}．{地点}（{隐患编号}）{/有照片}'),
  photoGrid(
    [widthTwips / 2, widthTwips / 2],
    [{ cells: [middle('{#对照行}{前图}', '{前图注}'), middle('{后图}', '{后图注}{/对照行}')] }],
  ),
  tag('{/隐患}'),
  tag('{/有照片}'),
]

export const letterEnd = (): readonly Block[] => [...attachments(), ...signature(), ...contact(), ...copies()]

/** 送达回证: by hand on paper, or as it was signed in the system. */
export const receipt = (): readonly Block[] => {
  const label = (text: string) => ({ text, label: true, large: true })
  const value = (text: string | string[], span = 1) => ({ text, large: true, span })
  return [
    receiptTitle(),
    grid(
      [1700, 2722, 1700, 2722],
      [
        { cells: [label('文书名称'), value('{标题}', 3)] },
        { cells: [label('文号'), value('{文号}', 3)] },
        { cells: [label('发文日期'), value('{发文日期}', 3)] },
        { cells: [label('受送达单位'), value('{受文单位}', 3)] },
        { cells: [label('签收单位'), value('{签收单位}'), label('签收人'), value('{签收人}')], heightTwips: 720 },
        { cells: [label('签收时间'), value('{签收时间}'), label('签名'), value('{签名}')], heightTwips: 1100 },
        {
          cells: [label('备注'), value(['{#已签收}已在系统内签收。{/已签收}', '{#未签收}　{/未签收}'], 3)],
          heightTwips: 600,
        },
      ],
    ),
  ]
}

const receiptTitle = (): Paragraph => title('送达回证', true)
