import { and, eq, exists, inArray, or, sql } from 'drizzle-orm'
import { dialect } from '../../db/dialect.ts'
import type { Db } from '../../db/unit-of-work.ts'
import type { ListReader } from './list-store.ts'

/** Whether a photo stands in a document that this reader may read, though the hazard itself be out of their scope. */
export const standsInNotice = async (db: Db, county: string, sha256: string, reader: ListReader): Promise<boolean> => {
  const { hazardPhotos, noticeHazards, noticeRecipients, notices, photoPromises } = db.t
  const { unitId, personId } = reader
  const sentToMe = db.q
    .select({ one: sql`1` })
    .from(noticeRecipients)
    .where(
      and(
        ...[eq(noticeRecipients.county, notices.county), eq(noticeRecipients.noticeId, notices.id)],
        eq(noticeRecipients.unitId, unitId ?? ''),
      ),
    )
  const mine = or(
    eq(notices.issuedBy, personId),
    ...(unitId === null ? [] : [eq(notices.issuerUnitId, unitId), exists(sentToMe)]),
  )
  // a document issued while only a photo's copy was here goes on naming the copy, though the original has come since
  const onceStoodAs = db.q
    .select({ id: photoPromises.photoId })
    .from(photoPromises)
    .where(and(eq(photoPromises.county, county), eq(photoPromises.sha256, sha256)))
  const [found] = await db.q
    .select({ id: notices.id })
    .from(hazardPhotos)
    .innerJoin(
      noticeHazards,
      and(eq(noticeHazards.county, hazardPhotos.county), eq(noticeHazards.hazardId, hazardPhotos.hazardId)),
    )
    .innerJoin(notices, and(eq(notices.county, noticeHazards.county), eq(notices.id, noticeHazards.noticeId)))
    .where(
      and(
        eq(hazardPhotos.county, county),
        or(eq(hazardPhotos.sha256, sha256), inArray(hazardPhotos.id, onceStoodAs)),
        // the document shows some photos of a hazard and not all of them
        dialect.contains(sql`${notices.content}`, sha256),
        reader.all ? undefined : mine,
      ),
    )
    .limit(1)
  return found !== undefined
}
