import { and, asc, eq, exists, gt, inArray, or, sql } from 'drizzle-orm'
import type { NewRow, Row } from '../../db/schema/tables.ts'
import type { Db, Tx } from '../../db/unit-of-work.ts'
import type { Scope } from '../domain/actor.ts'
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

/** A photo for one who may see it: who sent it, or in whose scope a hazard lies that carries it. Null otherwise. */
export const openPhotoRowFor = async (
  db: Db,
  county: string,
  sha256: string,
  viewer: { readonly personId: string; readonly scope: Scope },
): Promise<PhotoRow | null> => {
  const { photos, hazardPhotos, hazards } = db.t
  const onHazardInScope = db.q
    .select({ one: sql`1` })
    .from(hazardPhotos)
    .innerJoin(hazards, and(eq(hazards.county, hazardPhotos.county), eq(hazards.id, hazardPhotos.hazardId)))
    .where(and(eq(hazardPhotos.county, county), eq(hazardPhotos.sha256, sha256), hazardInScope(db, viewer.scope)))
  const [row] = await db.q
    .select()
    .from(photos)
    .where(
      and(
        eq(photos.county, county),
        eq(photos.sha256, sha256),
        or(eq(photos.receivedFrom, viewer.personId), exists(onHazardInScope)),
      ),
    )
  return row ?? null
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
