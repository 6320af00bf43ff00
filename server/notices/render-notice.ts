import { workOnDocument } from './document-workshop.ts'
import type { PreparedPhoto } from './make-documents.ts'
import type { NoticeContent } from './notice-content.ts'
import { pictureName } from './picture-name.ts'
import { preparePhoto } from './prepare-photo.ts'

export interface RenderedNotice {
  readonly docx: Buffer
  readonly pdf: Buffer
  /** Characters that no font at hand has; they are printed as boxes. */
  readonly missingCharacters: readonly string[]
}

/**
 * Both files of a document; the same content, template and photos give the same bytes. `templateDocx` is the county's
 * own, null the one that comes with the product. A photo that is gone leaves words in its place. Throws try-again when
 * too many wait, and an Error on a template that `checkTemplate` would refuse.
 */
export const renderNotice = async (
  content: NoticeContent,
  templateDocx: Buffer | null,
  photoBytes: (sha256: string) => Promise<Buffer | null>,
): Promise<RenderedNotice> => {
  const shown = content.hazards.flatMap(({ photos, afterPhotos }) => [...photos, ...afterPhotos])
  const photos = new Map<string, PreparedPhoto>()
  for (const [name, photo] of new Map(shown.map((one) => [pictureName(one), one]))) {
    const bytes = await photoBytes(photo.sha256)
    const prepared = bytes && (await preparePhoto(bytes, photo.mark ?? []))
    if (prepared) photos.set(name, prepared)
  }
  const news = await workOnDocument({ task: 'make', content, template: templateDocx, photos })
  if (news.task !== 'made') throw new Error(news.task === 'failed' ? news.because : 'not made')
  const { docx, pdf, missingCharacters } = news.made
  return { docx: Buffer.from(docx), pdf: Buffer.from(pdf), missingCharacters }
}
