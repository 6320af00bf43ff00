import { fillTemplate } from './docx/fill-template.ts'
import type { TagPicture } from './docx/tag-data.ts'
import { signaturePng } from './draw-signature.ts'
import type { NoticeContent, NoticePhoto } from './notice-content.ts'
import { noticeWords } from './notice-words.ts'
import { compilePdf } from './pdf/compile-pdf.ts'
import { docxToTypst } from './pdf/docx-to-typst.ts'
import { pictureName } from './picture-name.ts'
import { oneLine } from './printable.ts'

/** A photo as it goes into a document: JPEG, upright, small enough to print. */
export interface PreparedPhoto {
  readonly jpeg: Uint8Array
  readonly widthPixels: number
  readonly heightPixels: number
}

export interface MadeDocuments {
  readonly docx: Uint8Array
  readonly pdf: Uint8Array
  readonly missingCharacters: readonly string[]
}

/** Two of these stand beside each other between the margins of a letter. */
const boxMillimetres = { width: 72, height: 54 }
const signatureMillimetres = { width: 42, height: 14 }

/** Fits a picture of so many pixels into the box, never stretched. */
const fitted = (width: number, height: number) => {
  const scale = Math.min(boxMillimetres.width / width, boxMillimetres.height / height)
  return { widthMillimetres: width * scale, heightMillimetres: height * scale }
}

/**
 * Both files out of one template: the .docx is the template filled, the PDF is drawn from that .docx. The same content,
 * template and photos (by `pictureName`) give the same bytes. Throws on a template that a check would have refused.
 */
export const makeDocuments = (
  content: NoticeContent,
  template: Uint8Array,
  photos: ReadonlyMap<string, PreparedPhoto>,
): MadeDocuments => {
  const pictureOf = (shown: NoticePhoto): Omit<TagPicture, 'altText'> | null => {
    const name = pictureName(shown)
    const photo = photos.get(name)
    if (!photo) return null
    const size = fitted(photo.widthPixels, photo.heightPixels)
    return { name, format: 'jpeg', bytes: photo.jpeg, ...size }
  }
  const strokes = content.receipt?.strokes ?? null
  const signature: TagPicture | null =
    strokes === null
      ? null
      : {
          name: 'signature',
          format: 'png',
          bytes: signaturePng(strokes),
          widthMillimetres: signatureMillimetres.width,
          heightMillimetres: signatureMillimetres.height,
          altText: '签名',
        }
  const facts = {
    title: oneLine(`${content.title} ${content.documentNumber}`).trim(),
    author: oneLine(content.issuerUnit),
    issuedOn: content.issuedOn,
    invented: content.invented,
  }
  const docx = fillTemplate(template, noticeWords(content, pictureOf, signature), facts)
  const document = docxToTypst(docx, {
    title: facts.title,
    author: facts.author,
    mark: content.invented ? '演示' : null,
  })
  return { docx, ...compilePdf(document, content.issuedOn) }
}
