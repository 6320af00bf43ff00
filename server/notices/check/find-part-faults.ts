import { type DocxPackage, partXml, relationsOf, resolveTarget, storyParts } from '../docx/docx-package.ts'
import { type Element, elementsBelow, relationNamespace, wordAttribute } from '../docx/xml.ts'
import { drawableEndings } from '../pdf/picture-markup.ts'
import type { FoundTemplateFault } from '../template-faults-wire.ts'

/** Elements by their local name that the PDF does not show, in words that a clerk knows from the menus of Word. */
const undrawable: Readonly<Record<string, string>> = {
  txbxContent: '文本框 text box',
  wsp: '形状 shape',
  wgp: '组合形状 group of shapes',
  wpc: '画布 drawing canvas',
  chart: '图表 chart',
  relIds: 'SmartArt',
  oMath: '公式 formula',
  contentPart: '墨迹 ink',
  ins: '修订 tracked changes',
  del: '修订 tracked changes',
  moveFrom: '修订 tracked changes',
  moveTo: '修订 tracked changes',
  rPrChange: '修订 tracked changes',
  pPrChange: '修订 tracked changes',
  commentReference: '批注 comment',
  footnoteReference: '脚注 footnote',
  endnoteReference: '尾注 endnote',
  anchor: '浮动图片（请改为嵌入型） floating picture',
  pict: '旧式图形 legacy drawing',
  ruby: '拼音指南 phonetic guide',
  framePr: '图文框 frame',
}

const embedded: Readonly<Record<string, string>> = {
  object: 'OLE',
  OLEObject: 'OLE',
  control: 'ActiveX',
  altChunk: 'altChunk',
  subDoc: 'subDoc',
}

const counted = /^\s*(PAGE|NUMPAGES|SECTIONPAGES)\b/i

/** What stands in the parts with words that must not, or cannot be drawn. */
export const findPartFaults = (files: DocxPackage): FoundTemplateFault[] =>
  storyParts(files).flatMap((part) => {
    const root = partXml(files, part)?.documentElement
    return root ? [...elementFaults(root), ...fieldFaults(root), ...pictureFaults(files, part, root)] : []
  })

const elementFaults = (root: Element): FoundTemplateFault[] =>
  [...elementsBelow(root)].flatMap((element): FoundTemplateFault[] => {
    const name = element.localName ?? ''
    const object = Object.hasOwn(embedded, name) ? embedded[name] : undefined
    if (object !== undefined) return [{ fault: 'embedded-object', detail: object }]
    const words = Object.hasOwn(undrawable, name) ? undrawable[name] : undefined
    if (words !== undefined) return [{ fault: 'cannot-be-drawn', detail: words }]
    const columns = name === 'cols' ? Number(wordAttribute(element, 'num') ?? '1') : 1
    return columns > 1 ? [{ fault: 'cannot-be-drawn', detail: '分栏 columns' }] : []
  })

/** Simple fields, and complex ones put together from their pieces, paragraph by paragraph or beyond. */
const fieldFaults = (root: Element): FoundTemplateFault[] => {
  const instructions: string[] = []
  const open: string[] = []
  for (const element of elementsBelow(root)) {
    const name = element.localName
    if (name === 'fldSimple') instructions.push(wordAttribute(element, 'instr') ?? '')
    if (name === 'fldChar') {
      const kind = wordAttribute(element, 'fldCharType')
      if (kind === 'begin') open.push('')
      if (kind === 'end') instructions.push(open.pop() ?? '')
    }
    if (name === 'instrText' || name === 'delInstrText') {
      const text = element.textContent ?? ''
      if (open.length === 0) instructions.push(text)
      else open.push(`${open.pop() ?? ''}${text}`)
    }
  }
  return [...instructions, ...open]
    .filter((instruction) => instruction.trim() !== '' && !counted.test(instruction))
    .map((instruction) => ({ fault: 'active-field', detail: instruction.trim().slice(0, 60) }))
}

const pictureFaults = (files: DocxPackage, part: string, root: Element): FoundTemplateFault[] => {
  const relations = new Map(relationsOf(files, part).map((relation) => [relation.id, relation]))
  return [...elementsBelow(root)]
    .filter((element) => element.localName === 'blip')
    .flatMap((blip): FoundTemplateFault[] => {
      if (blip.hasAttributeNS(relationNamespace, 'link')) return [{ fault: 'external-link', detail: 'r:link' }]
      const target = relations.get(blip.getAttributeNS(relationNamespace, 'embed') ?? '')?.target ?? ''
      const path = resolveTarget(part, target)
      if (!drawableEndings.test(path)) return [{ fault: 'picture-format', detail: target.slice(0, 120) }]
      const bytes = files.get(path)
      return bytes !== undefined && isPictureOf(path, bytes)
        ? []
        : [{ fault: 'picture-format', detail: target.slice(0, 120) }]
    })
}

/** By the first bytes: what is called .png must be one. */
const isPictureOf = (path: string, bytes: Uint8Array): boolean => {
  const begins = (...signs: readonly number[]): boolean => signs.every((sign, at) => bytes[at] === sign)
  if (/\.png$/i.test(path)) return begins(0x89, 0x50, 0x4e, 0x47)
  if (/\.gif$/i.test(path)) return begins(0x47, 0x49, 0x46)
  return begins(0xff, 0xd8, 0xff)
}
