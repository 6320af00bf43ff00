import type { TagPicture } from './tag-data.ts'
import { type Element, type Node, parseXml, wordNamespace } from './xml.ts'

const emuPerMillimetre = 36_000
const drawing = 'http://schemas.openxmlformats.org/drawingml/2006'

const quoted = (words: string): string => words.replace(/[&<>"\n\t]/g, (sign) => `&#${sign.codePointAt(0)};`)

/** The picture in line with the text; all namespaces are declared here, for a template need not know them. */
export const pictureXml = (near: Node, picture: TagPicture, relationId: string, id: number): Element => {
  const width = Math.round(picture.widthMillimetres * emuPerMillimetre)
  const height = Math.round(picture.heightMillimetres * emuPerMillimetre)
  const words = quoted(picture.altText)
  const markup = `<w:drawing xmlns:w="${wordNamespace}" xmlns:wp="${drawing}/wordprocessingDrawing" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${width}" cy="${height}"/><wp:docPr id="${id}" name="照片 ${id}" descr="${words}"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a="${drawing}/main"><a:graphicData uri="${drawing}/picture"><pic:pic xmlns:pic="${drawing}/picture"><pic:nvPicPr><pic:cNvPr id="${id}" name="${picture.name.slice(0, 16)}.${picture.format}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${relationId}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`
  const made = parseXml(markup).documentElement
  const document = near.ownerDocument
  if (!made || !document) throw new Error('a drawing needs a document')
  return document.importNode(made, true)
}
