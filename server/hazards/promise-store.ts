import { and, asc, eq, gte, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { NewRow, Row } from '../../db/schema/tables.ts'
import type { Db, Tx } from '../../db/unit-of-work.ts'
import type { Looks } from '../domain/perceptual-hash.ts'

export type PromiseRow = Row<'photoPromises'>

export const addPromises = async (tx: Tx, rows: NewRow<'photoPromises'>[]): Promise<void> => {
  if (rows.length > 0) await tx.q.insert(tx.t.photoPromises).values(rows)
}

/** Promises that bytes of this hash would keep, in the order in which the photos are to stand. */
export const openPromisesFor = (db: Db, county: string, sha256: string): Promise<PromiseRow[]> => {
  const { photoPromises } = db.t
  return db.q
    .select()
    .from(photoPromises)
    .where(
      and(...[eq(photoPromises.county, county), eq(photoPromises.sha256, sha256)], isNull(photoPromises.fulfilledAt)),
    )
    .orderBy(asc(photoPromises.hazardId), asc(photoPromises.position), asc(photoPromises.photoId))
}

/** What was promised of one photo on a hazard, kept or not. */
export const promisesOf = (db: Db, county: string, hazardId: string, photoId: string): Promise<PromiseRow[]> => {
  const { photoPromises } = db.t
  return db.q
    .select()
    .from(photoPromises)
    .where(
      and(
        ...[eq(photoPromises.county, county), eq(photoPromises.hazardId, hazardId)],
        eq(photoPromises.photoId, photoId),
      ),
    )
}

/** These parts of a photo are waited for no longer. */
export const fulfil = async (
  tx: Tx,
  { county, photoId }: Pick<PromiseRow, 'county' | 'photoId'>,
  parts: readonly PromiseRow['part'][],
  at: string,
): Promise<void> => {
  const { photoPromises } = tx.t
  await tx.q
    .update(photoPromises)
    .set({ fulfilledAt: at })
    .where(
      and(
        ...[eq(photoPromises.county, county), eq(photoPromises.photoId, photoId)],
        ...[inArray(photoPromises.part, [...parts]), isNull(photoPromises.fulfilledAt)],
      ),
    )
}

/** Which of these ids are already promised to some hazard. */
export const promisedAmong = async (db: Db, county: string, ids: readonly string[]): Promise<Set<string>> => {
  if (ids.length === 0) return new Set()
  const { photoPromises } = db.t
  const rows = await db.q
    .select({ id: photoPromises.photoId })
    .from(photoPromises)
    .where(and(eq(photoPromises.county, county), inArray(photoPromises.photoId, [...ids])))
  return new Set(rows.map(({ id }) => id))
}

/** What hazards still wait for: photos of which nothing is here, and originals of photos that stand as their copy. */
export const awaitedOf = async (
  db: Db,
  county: string,
  hazardIds: readonly string[],
): Promise<{ photosAwaited: number; originalsAwaited: number }> => {
  const { photoPromises, hazardPhotos } = db.t
  const [row] = await db.q
    .select({
      all: sql`count(*)`.mapWith(Number),
      standing: sql`count(${hazardPhotos.id})`.mapWith(Number),
    })
    .from(photoPromises)
    .leftJoin(
      hazardPhotos,
      and(eq(hazardPhotos.county, photoPromises.county), eq(hazardPhotos.id, photoPromises.photoId)),
    )
    .where(
      and(
        ...[eq(photoPromises.county, county), inArray(photoPromises.hazardId, [...hazardIds])],
        // whatever is awaited of a photo, its original is
        ...[eq(photoPromises.part, 'original'), isNull(photoPromises.fulfilledAt)],
      ),
    )
  const { all = 0, standing = 0 } = row ?? {}
  return { photosAwaited: all - standing, originalsAwaited: standing }
}

/** Photos this person promised since then of which nothing has come. */
export const owedBy = async (db: Db, county: string, takenBy: string, since: string): Promise<number> => {
  const { photoPromises, hazardPhotos } = db.t
  const [row] = await db.q
    .select({ owed: sql`count(*)`.mapWith(Number) })
    .from(photoPromises)
    .leftJoin(
      hazardPhotos,
      and(eq(hazardPhotos.county, photoPromises.county), eq(hazardPhotos.id, photoPromises.photoId)),
    )
    .where(
      and(
        ...[eq(photoPromises.county, county), eq(photoPromises.takenBy, takenBy), isNull(photoPromises.fulfilledAt)],
        ...[eq(photoPromises.part, 'original'), gte(photoPromises.promisedAt, since), isNull(hazardPhotos.id)],
      ),
    )
  return row?.owed ?? 0
}

/**
 * Of these photos, which stand as their copy, those whose original is waited for no longer: it came all the same and
 * shows something else, or it was given up by whoever took it.
 */
export const originalsEnded = async (
  db: Db,
  county: string,
  standingAsCopy: readonly string[],
): Promise<ReadonlyMap<string, 'unlike' | 'given-up'>> => {
  if (standingAsCopy.length === 0) return new Map()
  const { photoPromises, photos } = db.t
  const rows = await db.q
    .select({ id: photoPromises.photoId, came: photos.sha256 })
    .from(photoPromises)
    .leftJoin(photos, and(eq(photos.county, photoPromises.county), eq(photos.sha256, photoPromises.sha256)))
    .where(
      and(
        ...[eq(photoPromises.county, county), inArray(photoPromises.photoId, [...standingAsCopy])],
        ...[eq(photoPromises.part, 'original'), isNotNull(photoPromises.fulfilledAt)],
      ),
    )
  return new Map(rows.map(({ id, came }) => [id, came === null ? 'given-up' : 'unlike']))
}

/** Which bytes stand under these ids now. */
export const standingUnder = async (
  db: Db,
  county: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const { hazardPhotos } = db.t
  const rows = await db.q
    .select({ id: hazardPhotos.id, sha256: hazardPhotos.sha256 })
    .from(hazardPhotos)
    .where(and(eq(hazardPhotos.county, county), inArray(hazardPhotos.id, [...ids])))
  return new Map(rows.map(({ id, sha256 }) => [id, sha256]))
}

/** Of these hazards, those whose report this person brought in, in their own name or another's. */
export const carriedInBy = async (
  db: Db,
  county: string,
  personId: string,
  hazardIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (hazardIds.length === 0) return new Set()
  const { journal } = db.t
  const rows = await db.q
    .select({ id: journal.subjectId })
    .from(journal)
    .where(
      and(
        ...[eq(journal.county, county), inArray(journal.subjectId, [...hazardIds])],
        ...[eq(journal.kind, 'hazard-reported'), eq(journal.actorId, personId)],
      ),
    )
  return new Set(rows.map(({ id }) => id))
}

/** What photos that are here look like; those nobody could look at are left out. */
export const looksAmong = async (
  db: Db,
  county: string,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, Looks>> => {
  const { photos } = db.t
  const rows = await db.q
    .select({
      sha256: photos.sha256,
      differenceHash: photos.differenceHash,
      perceptualHash: photos.perceptualHash,
    })
    .from(photos)
    .where(and(eq(photos.county, county), inArray(photos.sha256, [...hashes])))
  return new Map(
    rows.flatMap(({ sha256, differenceHash, perceptualHash }): [string, Looks][] =>
      differenceHash === null || perceptualHash === null ? [] : [[sha256, { differenceHash, perceptualHash }]],
    ),
  )
}

/** The original takes the place of its copy. */
export const putOriginal = async (tx: Tx, county: string, id: string, sha256: string): Promise<void> => {
  const { hazardPhotos } = tx.t
  await tx.q
    .update(hazardPhotos)
    .set({ sha256 })
    .where(and(eq(hazardPhotos.county, county), eq(hazardPhotos.id, id)))
}
