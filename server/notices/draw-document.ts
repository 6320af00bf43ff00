import type { Actor } from '../domain/actor.ts'
import { mayReadNotice } from '../domain/notice-doors.ts'
import { Problem } from '../http/problem.ts'
import { hashOfContent } from '../journal/act-once.ts'
import { timeZoneOf } from '../people/time-zone.ts'
import { openPhotoRow } from '../photos/store.ts'
import { openVariant } from '../photos/variants.ts'
import type { World } from '../world.ts'
import { momentInChinese } from './day-text.ts'
import { type DocumentEnding, documentEndings } from './document-shelf.ts'
import type { NoticeContent } from './notice-content.ts'
import { contentIn } from './notice-view.ts'
import { renderNotice } from './render-notice.ts'
import { noticeFacts, type OpenNotice, openNotice, unitsAmong } from './store.ts'
import { templateFile } from './template-store.ts'

export interface DrawnDocument {
  readonly bytes: Buffer
  /** What it is called when somebody saves it. */
  readonly fileName: string
  /** Stands for all that it says: the same words, the same tag. */
  readonly tag: string
}

/** Documents being drawn at this moment, so that ten readers of one letter make it once. */
const underWay = new Map<string, Promise<Readonly<Record<DocumentEnding, Buffer>>>>()

/**
 * The file of a document, for one who may read it. Drawn from the row alone (its content, the receipt, whether it was
 * withdrawn, its template), kept on the shelf under the hash of all that, and made again where it is missing there.
 */
export const drawDocument = async (
  world: World,
  actor: Actor,
  id: string,
  ending: DocumentEnding,
): Promise<DrawnDocument> => {
  const opened = await openNotice(world.db, actor.county, id)
  if (!opened || !mayReadNotice(noticeFacts(opened), actor)) throw new Problem('not-there')
  const { notice } = opened
  const content = await contentNow(world, opened)
  const key = hashOfContent({ content, templateVersion: notice.templateVersion })
  const fileName = `${notice.documentNumber} ${content.title}.${ending}`
  const kept = await world.documents.read(key, ending)
  if (kept) return { bytes: kept, fileName, tag: `"${key}"` }
  const making = underWay.get(key) ?? make(world, opened, content, key)
  underWay.set(key, making)
  try {
    return { bytes: (await making)[ending], fileName, tag: `"${key}"` }
  } finally {
    underWay.delete(key)
  }
}

/** What it says today: as issued, with the addressee's receipt once that is given, and marked where it was withdrawn. */
const contentNow = async (world: World, { notice, recipients, receipts }: OpenNotice): Promise<NoticeContent> => {
  const content = contentIn(notice)
  const title = notice.state === 'withdrawn' ? `${content.title}（已撤回）` : content.title
  const addressee = recipients.find(({ as }) => as === 'addressee')
  const receipt = receipts.find(({ unitId }) => unitId === addressee?.unitId)
  if (!receipt) return { ...content, title }
  const units = await unitsAmong(world.db, notice.county, [receipt.unitId])
  const zone = await timeZoneOf(world.db, notice.county)
  return {
    ...content,
    title,
    receipt: {
      signerUnit: units.get(receipt.unitId)?.name ?? '',
      signer: receipt.signerName,
      signedAtText: momentInChinese(receipt.signedAt, zone),
      strokes: receipt.strokes,
    },
  }
}

const make = async (world: World, { notice }: OpenNotice, content: NoticeContent, key: string) => {
  const template =
    notice.templateVersion === null
      ? null
      : await templateFile(world.db, notice.county, notice.kind, notice.templateVersion)
  let whole = true
  const { docx, pdf } = await renderNotice(content, template, async (sha256) => {
    const photo = await openPhotoRow(world.db, notice.county, sha256)
    const picture = photo && (await openVariant(world.photos, photo, 'large'))
    whole &&= picture !== null
    return picture
  })
  const files = { docx, pdf }
  // a lost photo may come back from a backup, so a document without it is not kept
  if (whole) for (const ending of documentEndings) await world.documents.keep(key, ending, files[ending])
  return files
}
