import { corePropertiesXml } from './core-properties.ts'
import {
  addRelation,
  closePackage,
  type DocxPackage,
  declareEnding,
  mainPart,
  openPackage,
  partXml,
  setPart,
  storyParts,
} from './docx-package.ts'
import { type Filling, fillWithin } from './fill-tags.ts'
import { markInvented } from './mark-invented.ts'
import { pictureXml } from './picture-xml.ts'
import type { TagData, TagPicture } from './tag-data.ts'
import { markTags } from './template-tags.ts'
import { xmlText } from './xml.ts'

const corePart = 'docProps/core.xml'
const imageRelation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image'

export interface DocumentFacts {
  readonly title: string
  readonly author: string
  /** YYYY-MM-DD; stands in the file's properties, so that the same document is always the same bytes. */
  readonly issuedOn: string
  readonly invented: boolean
}

/** Fills every placeholder of a template and gives the finished .docx; throws on a template that a check refuses. */
export const fillTemplate = (template: Uint8Array, data: TagData, facts: DocumentFacts): Buffer => {
  const files = openPackage(template)
  const main = mainPart(files)
  if (main === null) throw new Error('no main part')
  let pictures = 0
  for (const part of storyParts(files)) {
    const document = partXml(files, part)
    const root = document?.documentElement
    if (!document || !root) continue
    const filling: Filling = {
      pictureAt: (near, picture) => {
        pictures += 1
        return pictureXml(near, picture, keepPicture(files, part, picture), 9_000 + pictures)
      },
    }
    markTags(root)
    fillWithin(root, [data], filling)
    if (facts.invented) markInvented(root, part === main)
    setPart(files, part, xmlText(document))
  }
  if (files.has(corePart)) setPart(files, corePart, corePropertiesXml({ ...facts, on: facts.issuedOn }))
  return closePackage(files)
}

/** Puts the bytes into the package once however often they are shown, and answers the reference's id. */
const keepPicture = (files: DocxPackage, part: string, picture: TagPicture): string => {
  const name = `luqing-${picture.name}.${picture.format}`
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  files.set(`${folder}media/${name}`, picture.bytes)
  declareEnding(files, picture.format, `image/${picture.format}`)
  return addRelation(files, part, imageRelation, `media/${name}`)
}
