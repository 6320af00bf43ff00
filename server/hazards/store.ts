import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { NewRow, Row } from '../../db/schema/tables.ts'
import type { Db, Tx } from '../../db/unit-of-work.ts'
import type { HazardFacts } from '../domain/hazard-facts.ts'

export type HazardRow = Row<'hazards'>
export type TaskRow = Row<'tasks'>

/** A hazard with what decisions are made on. */
export interface Case {
  readonly hazard: HazardRow
  readonly tasks: readonly TaskRow[]
  readonly teamScenePhotos: number
}

export const findHazard = async (db: Db, county: string, id: string): Promise<HazardRow | null> => {
  const { hazards } = db.t
  const [row] = await db.q
    .select()
    .from(hazards)
    .where(and(eq(hazards.county, county), eq(hazards.id, id)))
  return row ?? null
}

export const tasksOf = (db: Db, county: string, hazardId: string): Promise<TaskRow[]> => {
  const { tasks } = db.t
  return db.q
    .select()
    .from(tasks)
    .where(and(eq(tasks.county, county), eq(tasks.hazardId, hazardId)))
    .orderBy(asc(tasks.position))
}

export const photosOf = (db: Db, county: string, hazardId: string) => {
  const { hazardPhotos, photos } = db.t
  return db.q
    .select({ hazardPhoto: hazardPhotos, photo: photos })
    .from(hazardPhotos)
    .innerJoin(photos, and(eq(photos.county, hazardPhotos.county), eq(photos.sha256, hazardPhotos.sha256)))
    .where(and(eq(hazardPhotos.county, county), eq(hazardPhotos.hazardId, hazardId)))
    .orderBy(asc(hazardPhotos.position))
}

export const openCase = async (db: Db, county: string, id: string): Promise<Case | null> => {
  const hazard = await findHazard(db, county, id)
  if (!hazard) return null
  const tasks = await tasksOf(db, county, id)
  const { hazardPhotos } = db.t
  const scene = await db.q
    .select({ attachedAt: hazardPhotos.attachedAt })
    .from(hazardPhotos)
    .where(and(eq(hazardPhotos.county, county), eq(hazardPhotos.hazardId, id), eq(hazardPhotos.role, 'scene')))
  const { dispatchedAt } = hazard
  // a reporter's photo came before any team was sent: it is kept, but it does not open the second stage
  const teamScenePhotos = dispatchedAt === null ? 0 : scene.filter((row) => row.attachedAt >= dispatchedAt).length
  return { hazard, tasks, teamScenePhotos }
}

export const factsOf = ({ hazard, tasks, teamScenePhotos }: Case): HazardFacts => ({
  stage: hazard.stage,
  setAside: hazard.setAside,
  severity: hazard.severity,
  placeCode: hazard.placeCode,
  teamUnitId: hazard.teamUnitId,
  teamScenePhotos,
  hasPosition: hazard.longitude !== null,
  sceneComplete: hazard.sceneCompletedAt !== null,
  tasks,
})

export const addHazard = async (tx: Tx, row: NewRow<'hazards'>): Promise<void> => {
  await tx.q.insert(tx.t.hazards).values(row)
}

/** Moves a hazard on from the version it was decided on; false when somebody else was faster. */
export const moveHazard = async (tx: Tx, hazard: HazardRow, change: Partial<NewRow<'hazards'>>): Promise<boolean> => {
  const { hazards } = tx.t
  const moved = await tx.q
    .update(hazards)
    .set({ ...change, version: hazard.version + 1 })
    .where(and(eq(hazards.county, hazard.county), eq(hazards.id, hazard.id), eq(hazards.version, hazard.version)))
    .returning({ id: hazards.id })
  return moved.length === 1
}

export const addHazardPhotos = async (tx: Tx, rows: NewRow<'hazardPhotos'>[]): Promise<void> => {
  if (rows.length > 0) await tx.q.insert(tx.t.hazardPhotos).values(rows)
}

export const countHazardPhotos = async (tx: Tx, county: string, hazardId: string): Promise<number> => {
  const { hazardPhotos } = tx.t
  const [row] = await tx.q
    .select({ n: sql`count(*)`.mapWith(Number) })
    .from(hazardPhotos)
    .where(and(eq(hazardPhotos.county, county), eq(hazardPhotos.hazardId, hazardId)))
  return row?.n ?? 0
}

/** Which of these photos have been received; only their hashes come back. */
export const receivedAmong = async (db: Db, county: string, hashes: readonly string[]): Promise<Set<string>> => {
  if (hashes.length === 0) return new Set()
  const { photos } = db.t
  const rows = await db.q
    .select({ sha256: photos.sha256 })
    .from(photos)
    .where(and(eq(photos.county, county), inArray(photos.sha256, [...hashes])))
  return new Set(rows.map(({ sha256 }) => sha256))
}

/** Which of these ids already name a photo of some hazard. */
export const attachedAmong = async (db: Db, county: string, ids: readonly string[]): Promise<Set<string>> => {
  if (ids.length === 0) return new Set()
  const { hazardPhotos } = db.t
  const rows = await db.q
    .select({ id: hazardPhotos.id })
    .from(hazardPhotos)
    .where(and(eq(hazardPhotos.county, county), inArray(hazardPhotos.id, [...ids])))
  return new Set(rows.map(({ id }) => id))
}

export const findCounty = async (db: Db, county: string): Promise<Row<'counties'>> => {
  const [row] = await db.q.select().from(db.t.counties).where(eq(db.t.counties.county, county))
  if (!row) throw new Error(`county ${county} has not been founded`)
  return row
}

export const holidaysOf = async (db: Db, county: string): Promise<ReadonlyMap<string, 'off' | 'work'>> => {
  const rows = await db.q.select().from(db.t.holidays).where(eq(db.t.holidays.county, county))
  return new Map(rows.map(({ on, kind }) => [on, kind]))
}

/** The next number of a yearly sequence; the row is locked until the transaction ends, so no gap and no double. */
export const nextInSequence = async (tx: Tx, county: string, kind: string, year: number): Promise<number> => {
  const { sequences } = tx.t
  const [row] = await tx.q
    .insert(sequences)
    .values({ county, kind, year, last: 1 })
    .onConflictDoUpdate({
      target: [sequences.county, sequences.kind, sequences.year],
      set: { last: sql`${sequences.last} + 1` },
    })
    .returning({ last: sequences.last })
  if (!row) throw new Error(`sequence ${kind} ${year} gave no number`)
  return row.last
}
