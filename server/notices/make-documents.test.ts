import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { NoticeKind } from '../../db/vocabulary.ts'
import { noticeKinds } from '../../db/vocabulary.ts'
import { tableOfNotices } from '../domain/notice-kinds.ts'
import { jpeg, sha256Of } from '../photos/test-pictures.ts'
import { makeDocuments, type PreparedPhoto } from './make-documents.ts'
import type { NoticeContent } from './notice-content.ts'
import { sampleContent } from './sample-content.ts'
import { builtInTemplate } from './templates/built-in-template.ts'
import {
  mediaIn,
  onceIsEnough,
  pagesOfPdf,
  paragraph,
  picturesInPdf,
  textsOf,
  withParts,
  wordsOfDocx,
  wordsOfPdf,
} from './test-documents.ts'

beforeEach(onceIsEnough)

const photos = new Map<string, PreparedPhoto>()
const shots: { sha256: string; caption: string }[] = []
beforeAll(async () => {
  for (const seed of [1, 2, 3, 4]) {
    const bytes = await jpeg(160, 120, seed)
    photos.set(sha256Of(bytes), { jpeg: bytes, widthPixels: 160, heightPixels: 120 })
    shots.push({ sha256: sha256Of(bytes), caption: `说明${seed}塅` })
  }
})

const full = (kind: NoticeKind): NoticeContent => {
  const content = sampleContent(kind, tableOfNotices[kind].title)
  const hazards = content.hazards.map((hazard, at) => ({
    ...hazard,
    description: `${hazard.description}第${at + 1}处。`,
    photos: shots.slice(at, at + 2),
    afterPhotos: tableOfNotices[kind].showsCure ? shots.slice(3, 4) : [],
  }))
  return { ...content, invented: false, hazards }
}

const common = [
  'title',
  'documentNumber',
  'addressee',
  'issuerUnit',
  'issuedOnText',
  'issuerPerson',
  'issuerPhone',
  'attachments',
] as const
const ofKind: Readonly<Record<NoticeKind, readonly (keyof NoticeContent)[]>> = {
  rectification: ['basis', 'body', 'demand', 'cureDueText', 'consequence', 'replyDueText'],
  'risk-alert': ['basis', 'body', 'causes', 'suggestions'],
  copy: ['basis', 'body', 'suggestions', 'replyDueText'],
  supervision: [
    ...(['basis', 'body', 'demand', 'cureDueText', 'consequence', 'replyDueText', 'originalNumber'] as const),
    ...(['level', 'namedPerson', 'daysOverdue', 'progress'] as const),
  ],
  'government-report': ['basis', 'body', 'causes', 'suggestions', 'funds'],
  'closing-application': ['body', 'originalNumber', 'progress', 'conclusion'],
  extension: ['body', 'originalNumber', 'causes', 'progress', 'cureDueText', 'demand'],
  acceptance: ['body', 'basis', 'originalNumber', 'progress', 'conclusion', 'suggestions'],
  'revisit-record': ['body', 'originalNumber', 'progress', 'conclusion', 'suggestions'],
}

describe('every kind of document', () => {
  test.for(noticeKinds)('%s: all that it is to say stands in the .docx and in the .pdf', async (kind) => {
    const content = full(kind)
    const { docx, pdf, missingCharacters } = makeDocuments(content, await builtInTemplate(kind), photos)
    expect(missingCharacters).toEqual([])
    const said = [
      ...textsOf(content, [...common, ...ofKind[kind]]),
      ...content.copies,
      ...content.hazards.flatMap((hazard) => [
        ...[hazard.registerNumber, hazard.village, hazard.stake, hazard.spot, hazard.description],
        ...hazard.photos.map(({ caption }) => caption),
        ...(tableOfNotices[kind].showsCure ? [hazard.result] : []),
      ]),
      ...['送达回证', '样例镇人民政府', '王五', '2026年11月22日09:05'],
    ]
    const inPdf = await wordsOfPdf(pdf)
    const inDocx = wordsOfDocx(docx)
    for (const words of said) {
      expect(inDocx).toContain(words)
      expect(inPdf).toContain(words)
    }
    expect(inDocx).not.toMatch(/[{}]/)
    expect(inPdf).toContain('余塅村')
    expect(inPdf).toContain('㘵下路口')
    const shown = new Set(
      content.hazards.flatMap((hazard) => [...hazard.photos, ...hazard.afterPhotos].map((p) => p.sha256)),
    )
    expect(mediaIn(docx)).toHaveLength(shown.size + 1)
    expect(picturesInPdf(pdf)).toBeGreaterThanOrEqual(shown.size + 1)
    const pages = await pagesOfPdf(pdf)
    for (const [at, page] of pages.entries()) expect(page).toContain(`第${at + 1}页共${pages.length}页`)
  })

  test('what a document does not say leaves neither its label nor an empty heading', async () => {
    const bare = {
      ...full('rectification'),
      consequence: '',
      replyDueText: '',
      copies: [],
      attachments: '',
      receipt: null,
    }
    const { docx, pdf } = makeDocuments(bare, await builtInTemplate('rectification'), photos)
    for (const words of [wordsOfDocx(docx), await wordsOfPdf(pdf)]) {
      expect(words).not.toMatch(/逾期责任|书面回复|抄送|附件：|王五|已在系统内签收/)
      expect(words).toContain('送达回证')
    }
    expect(await wordsOfPdf(pdf)).toContain('二、整改要求')
  })

  test('a demonstration county’s papers say so on every page of both files, whatever the template', async () => {
    const content = { ...full('copy'), invented: true }
    const ownTemplate = withParts(await builtInTemplate('copy'), {
      'word/document.xml': (xml) => xml.replace(/<w:headerReference[^>]*\/>/g, ''),
    })
    for (const template of [await builtInTemplate('copy'), ownTemplate]) {
      const { docx, pdf } = makeDocuments(content, template, photos)
      expect(wordsOfDocx(docx)).toContain('演示文书')
      for (const page of await pagesOfPdf(pdf)) expect(page).toContain('演示')
    }
    expect(wordsOfDocx(makeDocuments(full('copy'), ownTemplate, photos).docx)).not.toContain('演示')
  })
})

describe('what is put into a document', () => {
  const hostile = '<w:p>&amp;{文号}{#隐患}\\"#let x = $1$ *b* _i_ `r` @a <b>]]>#{panic()}'

  test('text stays text, whatever it holds', async () => {
    const content = full('rectification')
    const words = { body: `${hostile}\u0000\u0007\u202e\r\n${hostile}`, title: `${hostile}\n`, documentNumber: hostile }
    const hazards = content.hazards.map((hazard) => ({ ...hazard, description: hostile, spot: hostile }))
    const { docx, pdf } = makeDocuments(
      { ...content, ...words, hazards },
      await builtInTemplate('rectification'),
      photos,
    )
    const expected = hostile.replace(/\s/g, '')
    expect(wordsOfDocx(docx).split(expected).length).toBeGreaterThan(6)
    expect((await wordsOfPdf(pdf)).split(expected).length).toBeGreaterThan(6)
  })

  test('a description of 2,000 characters is there to its last one, over as many pages as it needs', async () => {
    const content = full('rectification')
    const long = Array.from({ length: 500 }, (_, at) => String(at).padStart(4, '0')).join('')
    const hazards = content.hazards.map((hazard) => ({ ...hazard, description: long }))
    const { docx, pdf } = makeDocuments({ ...content, hazards }, await builtInTemplate('rectification'), photos)
    expect(wordsOfDocx(docx).split(long)).toHaveLength(3)
    const words = (await pagesOfPdf(pdf)).join('')
    for (let at = 0; at < 500; at += 1) expect(words).toContain(String(at).padStart(4, '0'))
  })

  test('characters that no font has are named and still stand in both files', async () => {
    const made = makeDocuments({ ...full('copy'), body: '刘𠮷😀' }, await builtInTemplate('copy'), photos)
    expect([...made.missingCharacters].sort()).toEqual(['😀', '𠮷'].sort())
    expect(wordsOfDocx(made.docx)).toContain('刘𠮷😀')
    expect(await wordsOfPdf(made.pdf)).toContain('刘')
  })

  test('a photo that is gone is said to be', async () => {
    const { docx, pdf } = makeDocuments(full('copy'), await builtInTemplate('copy'), new Map())
    expect(wordsOfDocx(docx)).toContain('照片缺失')
    expect(await wordsOfPdf(pdf)).toContain('照片缺失')
  })

  test('thirty hazards with photos: the head of the list on each of its pages, and every page numbered', async () => {
    const content = full('rectification')
    const [first] = content.hazards
    const hazards = Array.from({ length: 30 }, (_, at) => ({
      ...(first ?? expect.fail()),
      index: at + 1,
      registerNumber: `YL-2026-${String(at + 1).padStart(4, '0')}`,
    }))
    const { pdf } = makeDocuments({ ...content, hazards }, await builtInTemplate('rectification'), photos)
    const pages = await pagesOfPdf(pdf)
    expect(pages.length).toBeGreaterThan(10)
    const listed = pages.filter((page) => page.includes('清障修枝'))
    expect(listed.length).toBeGreaterThan(2)
    for (const page of listed) expect(page).toContain('序号地点隐患类型及描述等级治理措施期限')
    for (const [at, page] of pages.entries()) expect(page).toContain(`第${at + 1}页共${pages.length}页`)
    for (const { registerNumber } of hazards) expect(pages.join('').split(registerNumber)).toHaveLength(3)
  })
})

describe('the county’s own template', () => {
  test('its words and its order stand in both files', async () => {
    const template = withParts(await builtInTemplate('copy'), {
      'word/document.xml': (xml) =>
        xml
          .replace('处理建议', '本县自定的处理意见')
          .replace('<w:body>', `<w:body>${paragraph('本县自定抬头 {县名}')}`),
    })
    const { docx, pdf } = makeDocuments(full('copy'), template, photos)
    for (const words of [wordsOfDocx(docx), await wordsOfPdf(pdf)]) {
      expect(words).toContain('本县自定的处理意见')
      expect(words).toContain('本县自定抬头样例县')
    }
  })

  test('a placeholder that Word has split over several runs, or typed in full-width braces, is filled', async () => {
    const split =
      '<w:p><w:r><w:t>文号：{</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>文</w:t></w:r><w:proofErr w:type="spellEnd"/><w:r><w:t>号}止，｛县名｝完</w:t></w:r></w:p>'
    const template = withParts(await builtInTemplate('copy'), {
      'word/document.xml': (xml) => xml.replace('<w:body>', `<w:body>${split}`),
    })
    const { docx } = makeDocuments(full('copy'), template, photos)
    expect(wordsOfDocx(docx)).toContain('文号：样公交隐〔2026〕001号止，样例县完')
  })

  test('the same content, template and photos give the same bytes; another word gives others', async () => {
    const template = await builtInTemplate('acceptance')
    const [a, b] = [
      makeDocuments(full('acceptance'), template, photos),
      makeDocuments(full('acceptance'), template, photos),
    ]
    expect(Buffer.from(a.docx).equals(b.docx)).toBe(true)
    expect(Buffer.from(a.pdf).equals(b.pdf)).toBe(true)
    const other = makeDocuments({ ...full('acceptance'), conclusion: '不合格。' }, template, photos)
    expect(Buffer.from(a.docx).equals(other.docx)).toBe(false)
  })
})
