import { and, asc, eq, exists, gt, inArray, isNull, or, sql } from 'drizzle-orm'
import type { NewRow, Row } from '../../db/schema/tables.ts'
import type { Db, Tx } from '../../db/unit-of-work.ts'
import type { Scope } from '../domain/actor.ts'
import { bandsOf, type Looks } from '../domain/perceptual-hash.ts'
import { hazardInScope } from '../hazards/scope-condition.ts'

export type PhotoRow = Row<'photos'>

export const openPhotoRow = async (db: Db, county: string, sha256: string): Promise<PhotoRow | null> => {
  const { photos } = db.t
  const [row] = await db.q
    .select()
    .from(photos)
    .where(and(eq(photos.county, county), eq(photos.sha256, sha256)))
  return row ?? null
}

/** Who looks at photos. */
export interface PhotoViewer {
  readonly personId: string
  readonly scope: Scope
}

/** A photo somebody may see: who sent its bytes, first or later, or in whose scope a hazard lies that carries it. */
const photoSeenBy = (db: Db, county: string, viewer: PhotoViewer) => {
  const { photos, hazardPhotos, hazards, journal } = db.t
  const carries = and(eq(hazardPhotos.county, county), eq(hazardPhotos.sha256, photos.sha256))
  const onHazardInScope = db.q
    .select({ one: sql`1` })
    .from(hazardPhotos)
    .innerJoin(hazards, and(eq(hazards.county, hazardPhotos.county), eq(hazards.id, hazardPhotos.hazardId)))
    .where(and(carries, hazardInScope(db, viewer.scope)))
  // what was merged into another is read from the survivor, its photos with it
  const onMergedInto = db.q
    .select({ survivor: hazards.mergedIntoId })
    .from(hazardPhotos)
    .innerJoin(hazards, and(eq(hazards.county, hazardPhotos.county), eq(hazards.id, hazardPhotos.hazardId)))
    .where(and(carries, eq(hazards.setAside, 'merged')))
  const onSurvivorInScope = db.q
    .select({ one: sql`1` })
    .from(hazards)
    .where(and(eq(hazards.county, county), inArray(hazards.id, onMergedInto), hazardInScope(db, viewer.scope)))
  const sentAgain = db.q
    .select({ one: sql`1` })
    .from(journal)
    .where(
      and(
        ...[eq(journal.county, county), eq(journal.subjectId, photos.sha256)],
        ...[eq(journal.kind, 'photo-received'), eq(journal.actorId, viewer.personId)],
      ),
    )
  return or(
    eq(photos.receivedFrom, viewer.personId),
    exists(onHazardInScope),
    exists(onSurvivorInScope),
    exists(sentAgain),
  )
}

/** A photo for one who may see it. Null otherwise. */
export const openPhotoRowFor = async (
  db: Db,
  county: string,
  sha256: string,
  viewer: PhotoViewer,
): Promise<PhotoRow | null> => {
  const { photos } = db.t
  const [row] = await db.q
    .select()
    .from(photos)
    .where(and(eq(photos.county, county), eq(photos.sha256, sha256), photoSeenBy(db, county, viewer)))
  return row ?? null
}

/** Which of these photos are here for one who may see them. */
export const seenAmong = async (
  db: Db,
  county: string,
  hashes: readonly string[],
  viewer: PhotoViewer,
): Promise<Set<string>> => {
  if (hashes.length === 0) return new Set()
  const { photos } = db.t
  const rows = await db.q
    .select({ sha256: photos.sha256 })
    .from(photos)
    .where(and(eq(photos.county, county), inArray(photos.sha256, [...hashes]), photoSeenBy(db, county, viewer)))
  return new Set(rows.map(({ sha256 }) => sha256))
}

/** Whether somebody sent these bytes, first or later. */
export const wasSentBy = async (db: Db, photo: PhotoRow, personId: string): Promise<boolean> => {
  if (photo.receivedFrom === personId) return true
  const { journal } = db.t
  const [row] = await db.q
    .select({ seq: journal.seq })
    .from(journal)
    .where(
      and(
        ...[eq(journal.county, photo.county), eq(journal.subjectId, photo.sha256)],
        ...[eq(journal.kind, 'photo-received'), eq(journal.actorId, personId)],
      ),
    )
    .limit(1)
  return row !== undefined
}

/** Adds a photo's row; false when one is there already, written by whoever was faster. */
export const addPhotoRow = async (tx: Tx, row: NewRow<'photos'>): Promise<boolean> => {
  const added = await tx.q
    .insert(tx.t.photos)
    .values(row)
    .onConflictDoNothing()
    .returning({ sha256: tx.t.photos.sha256 })
  return added.length === 1
}

/** Puts down under which bands a photo's near twins will look for it. */
export const addBands = async (tx: Tx, county: string, sha256: string, looks: Looks): Promise<void> => {
  const values = [...bandsOf(looks.differenceHash), ...bandsOf(looks.perceptualHash)]
  await tx.q
    .insert(tx.t.photoBands)
    .values(values.map((value, band) => ({ county, band, value, sha256 })))
    .onConflictDoNothing()
}

/** What a photo received earlier looks like; false when that is known already or the photo is gone. */
export const addLooks = async (tx: Tx, county: string, sha256: string, looks: Looks): Promise<boolean> => {
  const { photos } = tx.t
  const changed = await tx.q
    .update(photos)
    .set({ differenceHash: looks.differenceHash, perceptualHash: looks.perceptualHash })
    .where(and(eq(photos.county, county), eq(photos.sha256, sha256), isNull(photos.differenceHash)))
    .returning({ sha256: photos.sha256 })
  if (changed.length === 0) return false
  await addBands(tx, county, sha256, looks)
  return true
}

/** Photos that nobody has looked at yet, by their hashes from one on. */
export const unlookedAt = (db: Db, county: string, after: string, most: number): Promise<PhotoRow[]> => {
  const { photos } = db.t
  return db.q
    .select()
    .from(photos)
    .where(and(eq(photos.county, county), gt(photos.sha256, after), isNull(photos.differenceHash)))
    .orderBy(asc(photos.sha256))
    .limit(most)
}

/** Which of these hashes have a row. */
export const namedAmong = async (db: Db, county: string, hashes: readonly string[]): Promise<Set<string>> => {
  if (hashes.length === 0) return new Set()
  const { photos } = db.t
  const rows = await db.q
    .select({ sha256: photos.sha256 })
    .from(photos)
    .where(and(eq(photos.county, county), inArray(photos.sha256, [...hashes])))
  return new Set(rows.map(({ sha256 }) => sha256))
}

/** All photos in the order of their hashes, a page at a time. */
export async function* everyPhotoRow(db: Db, county: string, pageSize = 500): AsyncGenerator<PhotoRow> {
  const { photos } = db.t
  for (let after = ''; ; ) {
    const page = await db.q
      .select()
      .from(photos)
      .where(and(eq(photos.county, county), gt(photos.sha256, after)))
      .orderBy(asc(photos.sha256))
      .limit(pageSize)
    yield* page
    const last = page.at(-1)
    if (!last || page.length < pageSize) return
    after = last.sha256
  }
}
