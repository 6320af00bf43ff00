import { and, asc, desc, eq, inArray, lte, max, notInArray, or } from 'drizzle-orm'
import type { Row } from '../../db/schema/tables.ts'
import type { Db, Tx } from '../../db/unit-of-work.ts'
import type { Scope } from '../domain/actor.ts'
import type { Finding } from '../domain/clearance-checks.ts'
import { hazardInScope } from '../hazards/scope-condition.ts'

/** A later submission is a later attempt; only an original that came after its copy has them looked at anew. */
export const addFindings = async (
  tx: Tx,
  task: { county: string; id: string },
  { attempt, at }: { attempt: number; at: string },
  findings: readonly Finding[],
): Promise<void> => {
  await tx.q.insert(tx.t.clearanceFindings).values(
    findings.map(({ check, verdict, evidence }) => ({
      ...{ county: task.county, taskId: task.id, attempt, check, verdict, foundAt: at },
      evidence: { ...evidence },
    })),
  )
}

/** What the original tells takes the place of what its copy told; the journal has both. */
export const changeFinding = async (
  tx: Tx,
  { county, taskId, attempt, check }: Pick<Row<'clearanceFindings'>, 'county' | 'taskId' | 'attempt' | 'check'>,
  { verdict, evidence }: Pick<Finding, 'verdict' | 'evidence'>,
): Promise<void> => {
  const { clearanceFindings } = tx.t
  await tx.q
    .update(clearanceFindings)
    .set({ verdict, evidence: { ...evidence } })
    .where(
      and(
        ...[eq(clearanceFindings.county, county), eq(clearanceFindings.taskId, taskId)],
        ...[eq(clearanceFindings.attempt, attempt), eq(clearanceFindings.check, check)],
      ),
    )
}

export const attemptsSoFar = async (db: Db, county: string, taskId: string): Promise<number> => {
  const { clearanceFindings } = db.t
  const [row] = await db.q
    .select({ last: max(clearanceFindings.attempt).mapWith(Number) })
    .from(clearanceFindings)
    .where(and(eq(clearanceFindings.county, county), eq(clearanceFindings.taskId, taskId)))
  return row?.last ?? 0
}

/** Newest attempt first. */
export const findingsOf = (db: Db, county: string, taskId: string): Promise<Row<'clearanceFindings'>[]> => {
  const { clearanceFindings } = db.t
  return db.q
    .select()
    .from(clearanceFindings)
    .where(and(eq(clearanceFindings.county, county), eq(clearanceFindings.taskId, taskId)))
    .orderBy(desc(clearanceFindings.attempt), asc(clearanceFindings.check))
}

/** When a hazard was last photographed as it was, counting what a phone has promised and not yet sent. */
export const lastSceneAt = async (
  db: Db,
  { county, id }: Pick<Row<'hazards'>, 'county' | 'id'>,
): Promise<string | null> => {
  const { hazardPhotos, photoPromises } = db.t
  const ofScene = (from: typeof hazardPhotos | typeof photoPromises) =>
    and(eq(from.county, county), eq(from.hazardId, id), eq(from.role, 'scene'))
  const here = await db.q
    .select({ at: max(hazardPhotos.capturedAt) })
    .from(hazardPhotos)
    .where(ofScene(hazardPhotos))
  const promised = await db.q
    .select({ at: max(photoPromises.capturedAt) })
    .from(photoPromises)
    .where(ofScene(photoPromises))
  return [...here, ...promised].reduce<string | null>(
    (last, { at }) => (at !== null && at > (last ?? '') ? at : last),
    null,
  )
}

/** A hazard's own id and those of all that were merged into it. */
export const familyOf = async (db: Db, county: string, hazardId: string): Promise<ReadonlySet<string>> => {
  const { hazards } = db.t
  const rows = await db.q
    .select({ id: hazards.id })
    .from(hazards)
    .where(and(eq(hazards.county, county), or(eq(hazards.id, hazardId), eq(hazards.mergedIntoId, hazardId))))
  return new Set(rows.map(({ id }) => id))
}

/** Where these bytes were attached when the ids named were sent, besides under those; oldest first. */
export const usesOf = async (
  db: Db,
  county: string,
  hashes: readonly string[],
  { ownIds, sentAt }: { readonly ownIds: readonly string[]; readonly sentAt: string },
) => {
  if (hashes.length === 0) return []
  const { hazardPhotos } = db.t
  return db.q
    .select({
      photoId: hazardPhotos.id,
      sha256: hazardPhotos.sha256,
      hazardId: hazardPhotos.hazardId,
      role: hazardPhotos.role,
    })
    .from(hazardPhotos)
    .where(
      and(
        eq(hazardPhotos.county, county),
        inArray(hazardPhotos.sha256, [...hashes]),
        notInArray(hazardPhotos.id, [...ownIds]),
        lte(hazardPhotos.attachedAt, sentAt),
      ),
    )
    .orderBy(asc(hazardPhotos.attachedAt), asc(hazardPhotos.id))
}

/** What people call those of these hazards that lie in a scope. */
export const numbersInScope = async (
  db: Db,
  county: string,
  ids: readonly string[],
  scope: Scope,
): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  const { hazards } = db.t
  const rows = await db.q
    .select({ id: hazards.id, registerNumber: hazards.registerNumber, shortCode: hazards.shortCode })
    .from(hazards)
    .where(and(eq(hazards.county, county), inArray(hazards.id, [...ids]), hazardInScope(db, scope)))
  return new Map(rows.map(({ id, registerNumber, shortCode }) => [id, registerNumber ?? shortCode]))
}
