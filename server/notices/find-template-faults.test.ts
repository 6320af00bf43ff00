import { zipSync } from 'fflate'
import { beforeEach, describe, expect, test } from 'vitest'
import { noticeKinds } from '../../db/vocabulary.ts'
import { findTemplateFaults } from './find-template-faults.ts'
import { placeholders } from './placeholders-wire.ts'
import { type FoundTemplateFault, templateFaultSentence, templateFaults } from './template-faults-wire.ts'
import { builtInTemplate } from './templates/built-in-template.ts'
import { inBody, onceIsEnough, paragraph, withParts } from './test-documents.ts'

beforeEach(onceIsEnough)

const base = () => builtInTemplate('copy')
const faultsOf = (file: Uint8Array): FoundTemplateFault[] => findTemplateFaults(file, 'copy', '抄告函')
const withBody = async (markup: string) => faultsOf(withParts(await base(), { 'word/document.xml': inBody(markup) }))

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relation =
  (type: string, target: string, mode = '') =>
  (xml: string) =>
    xml.replace(
      '</Relationships>',
      `<Relationship Id="rIdX" Type="${relations}/${type}" Target="${target}"${mode}/></Relationships>`,
    )
const withRelation = async (type: string, target: string, mode = '') =>
  faultsOf(withParts(await base(), { 'word/_rels/document.xml.rels': relation(type, target, mode) }))

describe('a template', () => {
  test.for(noticeKinds)('%s: the one that comes with the product has no fault', async (kind) => {
    expect(findTemplateFaults(await builtInTemplate(kind), kind, '标题')).toEqual([])
  })

  test('that is no .docx is refused', async () => {
    const notADocx = [{ fault: 'not-a-docx', detail: '' }]
    expect(faultsOf(Buffer.from('not a zip'))).toEqual(notADocx)
    expect(faultsOf(Buffer.alloc(0))).toEqual(notADocx)
    expect(faultsOf(zipSync({ 'hello.txt': new Uint8Array([1]) }))).toEqual(notADocx)
    expect(faultsOf((await base()).subarray(0, 4_000))).toEqual(notADocx)
    expect(faultsOf(withParts(await base(), { 'word/document.xml': null }))).toEqual(notADocx)
    const asTemplate = { '[Content_Types].xml': (xml: string) => xml.replace('document.main+xml', 'template.main+xml') }
    expect(faultsOf(withParts(await base(), asTemplate))).toEqual([{ fault: 'not-a-docx', detail: '.dotx' }])
  })

  test('that swells, holds too many parts or leaves its folder is refused before it is unpacked', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(3 * 1024 * 1024) })
    expect(faultsOf(bomb)).toEqual([{ fault: 'too-large', detail: 'word/document.xml' }])
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`word/${at}.xml`, new Uint8Array()]))
    expect(faultsOf(zipSync(many))).toEqual([{ fault: 'too-large', detail: '' }])
    for (const path of ['../evil.xml', '/etc/passwd', 'word/../../x', 'C:/x', 'word\\x'])
      expect(faultsOf(zipSync({ [path]: new Uint8Array([1]) }))).toEqual([{ fault: 'bad-path', detail: path }])
  })

  test('whose parts are broken or define entities is refused, naming the part', async () => {
    const damaged = [{ fault: 'damaged', detail: 'word/document.xml' }]
    expect(faultsOf(withParts(await base(), { 'word/document.xml': '<w:document' }))).toEqual(damaged)
    const entities = (xml: string) => xml.replace('<w:document', '<!DOCTYPE x [<!ENTITY a "b">]><w:document')
    expect(faultsOf(withParts(await base(), { 'word/document.xml': entities }))).toEqual(damaged)
  })

  test('that nests without end is refused, also where comments hide how deep it is', async () => {
    const damaged = [{ fault: 'damaged', detail: 'word/document.xml' }]
    const [open, close] = ['<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>']
    for (const hidden of ['', '<!--</b></b></b>-->'])
      expect(await withBody(`${`${open}${hidden}`.repeat(1_500)}<w:p/>${close.repeat(1_500)}`)).toEqual(damaged)
  })

  test('with a macro is refused, naming it', async () => {
    const withMacro = withParts(await base(), { 'word/vbaProject.bin': new Uint8Array([1]) })
    expect(faultsOf(withMacro)).toEqual([{ fault: 'macros', detail: 'word/vbaProject.bin' }])
    const docm = {
      '[Content_Types].xml': (xml: string) =>
        xml.replace(
          /application\/vnd[^"]*document\.main\+xml/,
          'application/vnd.ms-word.document.macroEnabled.main+xml',
        ),
    }
    expect(faultsOf(withParts(await base(), docm))).toContainEqual({ fault: 'macros', detail: '[Content_Types].xml' })
  })

  test('that reaches outside is refused, naming where to', async () => {
    const external = ' TargetMode="External"'
    const outside = (detail: string) => [{ fault: 'external-link', detail }]
    expect(await withRelation('hyperlink', 'https://example.com/', external)).toEqual(outside('https://example.com/'))
    expect(await withRelation('image', 'http://example.com/a.png', external)).toEqual(
      outside('http://example.com/a.png'),
    )
    expect(await withRelation('image', '\\\\example.com\\a.png')).toEqual(outside('\\\\example.com\\a.png'))
    expect(await withRelation('attachedTemplate', 'Normal.dotm')).toEqual(outside('Normal.dotm'))
    expect(await withRelation('oleObject', 'embeddings/x.bin')).toEqual([
      { fault: 'embedded-object', detail: 'embeddings/x.bin' },
    ])
    const field = (words: string) => `<w:p><w:fldSimple w:instr="${words}"/></w:p>`
    for (const words of ['DDEAUTO c:\\\\x.exe', 'INCLUDEPICTURE "http://example.com"', 'INCLUDETEXT x', 'DATE'])
      expect(await withBody(field(words.replaceAll('"', '&quot;')))).toEqual([{ fault: 'active-field', detail: words }])
    const pieces = ['begin', 'DDE', 'AUTO x', 'end'].map((piece) =>
      /begin|end/.test(piece)
        ? `<w:r><w:fldChar w:fldCharType="${piece}"/></w:r>`
        : `<w:r><w:instrText>${piece}</w:instrText></w:r>`,
    )
    expect(await withBody(`<w:p>${pieces.join('')}</w:p>`)).toEqual([{ fault: 'active-field', detail: 'DDEAUTO x' }])
  })

  test('with an unknown or misplaced placeholder is refused, naming it', async () => {
    expect(await withBody(paragraph('{电话号码}'))).toEqual([{ fault: 'unknown-placeholder', detail: '{电话号码}' }])
    expect(await withBody(paragraph('{constructor}'))).toEqual([
      { fault: 'unknown-placeholder', detail: '{constructor}' },
    ])
    const split = '<w:p><w:r><w:t>{电话</w:t></w:r><w:r><w:t>号码}</w:t></w:r></w:p>'
    expect(await withBody(split)).toEqual([{ fault: 'unknown-placeholder', detail: '{电话号码}' }])
    for (const tag of ['{桩号}', '{图}', '{隐患}', '{#照片}{图}{/照片}'])
      expect((await withBody(paragraph(tag)))[0]?.fault).toBe('misplaced-placeholder')
    expect(await withBody(paragraph('{#抄送}抄送{抄送}{/抄送}'))).toEqual([])
  })

  test('whose loops or braces do not pair is refused, naming them', async () => {
    expect(await withBody(paragraph('文号}'))).toEqual([{ fault: 'stray-brace', detail: '文号}' }])
    expect(await withBody(paragraph('{#附件清单}'))).toContainEqual({ fault: 'loop-not-closed', detail: '{#附件清单}' })
    expect(await withBody(paragraph('{/附件清单}'))).toEqual([{ fault: 'loop-not-opened', detail: '{/附件清单}' }])
    const crossed = paragraph('{#附件清单}{#抄送}{/附件清单}{/抄送}')
    expect((await withBody(crossed)).map(({ fault }) => fault)).toContain('loop-not-opened')
    const cell = (words: string) =>
      `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid><w:tr><w:tc>${paragraph(words)}</w:tc></w:tr></w:tbl>`
    const halfInTable = `${paragraph('{#附件清单}')}${cell('{/附件清单}')}`
    expect(await withBody(halfInTable)).toEqual([{ fault: 'loop-crosses', detail: '{#附件清单}' }])
  })

  test('without what every document needs is refused, naming what is missing', async () => {
    const without = {
      'word/document.xml': (xml: string) => xml.replaceAll('{受文单位}', ''),
      'word/header1.xml': (xml: string) => xml,
    }
    expect(faultsOf(withParts(await base(), without))).toEqual([{ fault: 'missing-placeholder', detail: '{受文单位}' }])
    const noLoop = findTemplateFaults(await builtInTemplate('risk-alert'), 'supervision', '督办函')
    expect(noLoop).toContainEqual({ fault: 'missing-placeholder', detail: '{原文号}' })
  })

  test('with what the PDF cannot show is refused, naming it', async () => {
    const run = (inside: string) => `<w:p><w:r>${inside}</w:r></w:p>`
    const shape =
      '<w:drawing><wp:anchor><a:graphic xmlns:a="urn:a"><a:graphicData/></a:graphic></wp:anchor></w:drawing>'
    const cases: [string, RegExp][] = [
      [run(shape), /浮动图片/],
      [run('<w:pict/>'), /旧式图形/],
      [run('<w:footnoteReference w:id="1"/>'), /脚注/],
      [run('<w:commentReference w:id="1"/>'), /批注/],
      [`<w:p><w:ins w:id="1"><w:r><w:t>新</w:t></w:r></w:ins></w:p>`, /修订/],
      ['<w:p><m:oMath/></w:p>', /公式/],
      ['<w:p><w:pPr><w:sectPr><w:cols w:num="2"/></w:sectPr></w:pPr></w:p>', /分栏/],
    ]
    for (const [markup, words] of cases) {
      const found = (await withBody(markup)).filter(({ fault }) => fault === 'cannot-be-drawn')
      expect(found.map(({ detail }) => detail).join()).toMatch(words)
    }
    const picture = run('<w:drawing><wp:inline><a:blip xmlns:a="urn:a" r:embed="rIdX"/></wp:inline></w:drawing>')
    const emf = withParts(await base(), {
      'word/document.xml': inBody(picture),
      'word/media/a.emf': 'x',
      'word/_rels/document.xml.rels': relation('image', 'media/a.emf'),
    })
    expect(faultsOf(emf)).toEqual([{ fault: 'picture-format', detail: 'media/a.emf' }])
    const liar = withParts(await base(), {
      'word/document.xml': inBody(picture),
      'word/media/a.png': '<svg/>',
      'word/_rels/document.xml.rels': relation('image', 'media/a.png'),
    })
    expect(faultsOf(liar)).toEqual([{ fault: 'picture-format', detail: 'media/a.png' }])
  })

  test('is told every fault in a sentence of either language, with what is meant', () => {
    for (const fault of templateFaults) {
      const [zh, en] = (['zh', 'en'] as const).map((language) =>
        templateFaultSentence({ fault, detail: '{文号}' }, language),
      )
      expect(zh).toMatch(/[\u4e00-\u9fff].*。?$/)
      expect(en).toMatch(/^[A-Z].*/)
      expect(zh?.includes('{detail}') || en?.includes('{detail}')).toBe(false)
    }
  })

  test('is explained by a list in which every placeholder has its meaning once per place', () => {
    const keys = placeholders.map(({ scope, name }) => `${scope} ${name}`)
    expect(new Set(keys).size).toBe(keys.length)
    for (const { zh, en } of placeholders) expect([zh, en].every((words) => words.length > 0)).toBe(true)
  })
})
