import { beforeEach, describe, expect, test } from 'vitest'
import { builtInTemplate } from '../templates/built-in-template.ts'
import { onceIsEnough, pagesOfPdf, paragraph, withParts } from '../test-documents.ts'
import { compilePdf } from './compile-pdf.ts'
import { docxToTypst } from './docx-to-typst.ts'
import { chineseNumber } from './numbering.ts'

beforeEach(onceIsEnough)

const facts = { title: '题', author: '单位', mark: null }

const drawn = async (body: string) => {
  const docx = withParts(await builtInTemplate('copy'), {
    'word/document.xml': (xml) => xml.replace(/<w:body>.*<\/w:body>/s, () => `<w:body>${body}</w:body>`),
  })
  const document = docxToTypst(docx, facts)
  const { pdf } = compilePdf(document, '2026-11-21')
  return { source: document.source, pdf, pages: await pagesOfPdf(pdf) }
}

const cell = (words: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(words)}</w:tc>`
const row = (cells: string, properties = '') => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`
const grid = '<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>'
const table = (rows: string) => `<w:tbl><w:tblPr/>${grid}${rows}</w:tbl>`

describe('a .docx drawn as a PDF', () => {
  test('keeps merged cells, repeated heads and every word of a table', async () => {
    const head = row(cell('表头', '<w:gridSpan w:val="3"/>'), '<w:tblHeader/>')
    const merged = row(`${cell('合并', '<w:vMerge w:val="restart"/>')}${cell('甲')}${cell('乙')}`)
    const goesOn = row(`${cell('', '<w:vMerge/>')}${cell('丙')}${cell('丁')}`)
    const many = Array.from({ length: 90 }, (_, at) => row(`${cell(`第${at}行`)}${cell('x')}${cell('y')}`)).join('')
    const { source, pages } = await drawn(table(head + merged + goesOn + many))
    expect(source).toContain('table.header(repeat: true')
    expect(source).toMatch(/colspan: 3, rowspan: 1/)
    expect(source).toMatch(/colspan: 1, rowspan: 2/)
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) expect(page).toMatch(/^表头/)
    for (const words of ['甲', '乙', '丙', '丁', '第0行', '第89行']) expect(pages.join('')).toContain(words)
  })

  test('obeys page breaks, sections of another size and fields of either form', async () => {
    const section = (size: string) =>
      `<w:sectPr><w:pgSz ${size}/><w:pgMar w:top="1000" w:bottom="1000" w:left="1000" w:right="1000"/></w:sectPr>`
    const field =
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>99</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>之</w:t></w:r><w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>98</w:t></w:r></w:fldSimple></w:p>'
    const broken = '<w:p><w:r><w:t>前</w:t><w:br w:type="page"/><w:t>后</w:t></w:r></w:p>'
    const upright = section('w:w="11906" w:h="16838"')
    const across = section('w:w="16838" w:h="11906" w:orient="landscape"')
    const { source, pages } = await drawn(
      `${field}${broken}<w:p><w:pPr>${upright}</w:pPr></w:p>${paragraph('横')}${across}`,
    )
    expect(pages).toEqual(['1之3前', '后', '横'])
    expect(source).toContain('width: 841.9pt, height: 595.3pt')
  })

  test('numbers lists as Word does, and shows what runs ask for', async () => {
    const item = (words: string) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`
    const run = (properties: string, words: string) => `<w:r><w:rPr>${properties}</w:rPr><w:t>${words}</w:t></w:r>`
    const looks = `<w:p>${run('<w:vertAlign w:val="superscript"/>', '上')}${run('<w:u w:val="single"/>', '线')}${run('<w:strike/>', '删')}${run('<w:color w:val="C00000"/><w:sz w:val="52"/>', '红')}${run('<w:vanish/>', '隐')}<w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>`
    const { source, pages } = await drawn(`${item('甲')}${item('乙')}${item('丙')}${looks}`)
    expect(pages.join('')).toBe('一、甲二、乙三、丙上线删红')
    for (const code of ['baseline: -', 'underline(', 'strike(', 'rgb("C00000")', 'size: 26pt'])
      expect(source).toContain(code)
  })

  test('holds text as literals alone: nothing in it is code', async () => {
    const { pages } = await drawn(paragraph('#panic("x") $1$ \\" \\u{41} [a] //b'))
    expect(pages).toEqual(['#panic("x")$1$\\"\\u{41}[a]//b'])
  })

  test('counts in Chinese', () => {
    expect([1, 10, 11, 20, 35, 101, 110, 121].map(chineseNumber)).toEqual([
      ...['一', '十', '十一', '二十', '三十五', '一百零一', '一百一十', '一百二十一'],
    ])
  })
})
