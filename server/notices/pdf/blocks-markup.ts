import { childrenOf, type Element, isWord, wordAt } from '../docx/xml.ts'
import type { Drawing, Place } from './drawing.ts'
import { paragraphMarkup } from './paragraph-markup.ts'
import { tableMarkup } from './table-markup.ts'

/** Paragraphs and tables of a body, a cell, a header or a content control, as statements of Typst. */
export const blocksMarkup = (container: Element, drawing: Drawing, place: Place): readonly string[] =>
  childrenOf(container).flatMap((child) => blockMarkup(child, drawing, place))

export const blockMarkup = (element: Element, drawing: Drawing, place: Place): readonly string[] => {
  if (isWord(element, 'p')) return paragraphMarkup(element, drawing, place)
  if (isWord(element, 'tbl')) return [tableMarkup(element, drawing, place)]
  if (isWord(element, 'sdt')) return blocksMarkup(wordAt(element, 'sdtContent') ?? element, drawing, place)
  return []
}
