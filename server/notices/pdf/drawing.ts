import type { DocxPackage, Relation } from '../docx/docx-package.ts'
import type { Element } from '../docx/xml.ts'
import type { Numbering } from './numbering.ts'
import type { Look, Styles } from './styles.ts'

/** What the converter carries along while it walks through one part of a .docx. */
export interface Drawing {
  readonly files: DocxPackage
  /** `word/document.xml` or a header or footer. */
  readonly part: string
  readonly relations: ReadonlyMap<string, Relation>
  readonly styles: Styles
  readonly numbering: Numbering
  /** Pictures that are shown, by their path in the package; a compiler finds them under `/` and that path. */
  readonly pictures: Set<string>
  /** Paragraphs and tables of a body, a cell or a header, as statements of Typst. */
  readonly blocks: (container: Element, drawing: Drawing, place: Place) => readonly string[]
  /** All text, for the search for characters that no font has. */
  readonly words: string[]
}

/** Where a block stands. */
export interface Place {
  readonly widthPoints: number
  /** What paragraphs without a style look like here: a table's style speaks first. */
  readonly base: Look
  /** Only there may a page break stand. */
  readonly isBody: boolean
}
