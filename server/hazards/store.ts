import { and, asc, eq, inArray, isNotNull, max, sql } from 'drizzle-orm'
import { preparedFor } from '../../db/prepared.ts'
import type { NewRow, Row } from '../../db/schema/tables.ts'
import type { Db, Tx } from '../../db/unit-of-work.ts'
import type { Whereabouts } from '../domain/actor.ts'
import type { Day } from '../domain/county-calendar.ts'
import type { HazardFacts } from '../domain/hazard-facts.ts'
import { defaultSettings } from '../people/county-store.ts'
import { isSquad } from '../teams/store.ts'

export type HazardRow = Row<'hazards'>
export type TaskRow = Row<'tasks'>

/** A hazard with what decisions are made on. */
export interface Case {
  readonly hazard: HazardRow
  readonly tasks: readonly TaskRow[]
  readonly teamScenePhotos: number
  /** Units that still owe a look at it. */
  readonly revisitUnitIds: readonly string[]
  /** Units that were ever sent to look again at it, or asked to take it over. */
  readonly askedUnitIds: readonly string[]
  /** The transfer that waits for an answer asks a squad, which would become the team. */
  readonly transferToSquad: boolean
}

const given = { county: sql.placeholder('county'), id: sql.placeholder('id') }

const hazardById = preparedFor(({ q, t: { hazards } }) =>
  q
    .select()
    .from(hazards)
    .where(and(eq(hazards.county, given.county), eq(hazards.id, given.id)))
    .prepare('hazard_by_id'),
)

export const findHazard = async (db: Db, county: string, id: string): Promise<HazardRow | null> => {
  const [row] = await hazardById(db).execute({ county, id })
  return row ?? null
}

const tasksByHazard = preparedFor(({ q, t: { tasks } }) =>
  q
    .select()
    .from(tasks)
    .where(and(eq(tasks.county, given.county), eq(tasks.hazardId, given.id)))
    .orderBy(asc(tasks.position))
    .prepare('tasks_by_hazard'),
)

export const hazardsOf = async (db: Db, county: string, ids: readonly string[]): Promise<HazardRow[]> => {
  if (ids.length === 0) return []
  const { hazards } = db.t
  return db.q
    .select()
    .from(hazards)
    .where(and(eq(hazards.county, county), inArray(hazards.id, [...ids])))
}

export const tasksOf = (db: Db, county: string, hazardId: string): Promise<TaskRow[]> =>
  tasksByHazard(db).execute({ county, id: hazardId })

const photosByHazard = preparedFor(({ q, t: { hazardPhotos, photos } }) =>
  q
    .select({ hazardPhoto: hazardPhotos, photo: photos })
    .from(hazardPhotos)
    .innerJoin(photos, and(eq(photos.county, hazardPhotos.county), eq(photos.sha256, hazardPhotos.sha256)))
    .where(and(eq(hazardPhotos.county, given.county), eq(hazardPhotos.hazardId, given.id)))
    .orderBy(asc(hazardPhotos.position))
    .prepare('photos_by_hazard'),
)

export const photosOf = (db: Db, county: string, hazardId: string) =>
  photosByHazard(db).execute({ county, id: hazardId })

const scenePhotosByHazard = preparedFor(({ q, t: { hazardPhotos, photoPromises } }) =>
  q
    .select({ attachedAt: hazardPhotos.attachedAt, promisedAt: photoPromises.promisedAt })
    .from(hazardPhotos)
    .leftJoin(
      photoPromises,
      and(
        ...[eq(photoPromises.county, hazardPhotos.county), eq(photoPromises.photoId, hazardPhotos.id)],
        eq(photoPromises.part, 'original'),
      ),
    )
    .where(
      and(
        ...[eq(hazardPhotos.county, given.county), eq(hazardPhotos.hazardId, given.id)],
        eq(hazardPhotos.role, 'scene'),
      ),
    )
    .prepare('scene_photos_by_hazard'),
)

export const openCase = async (db: Db, county: string, id: string): Promise<Case | null> => {
  const hazard = await findHazard(db, county, id)
  if (!hazard) return null
  const tasks = await tasksOf(db, county, id)
  const scene = await scenePhotosByHazard(db).execute({ county, id })
  const { dispatchedAt } = hazard
  // a reporter's photo came before any team was sent: it is kept, but it does not open the second stage
  const teamScenePhotos = dispatchedAt === null ? 0 : scene.filter((row) => cameWith(row) >= dispatchedAt).length
  const sent = await sentToLook(db, county, id)
  const asked = await askedToTakeOver(db, county, id)
  const revisitUnitIds = sent.filter(({ owed }) => owed).map(({ unitId }) => unitId)
  return {
    hazard,
    tasks,
    teamScenePhotos,
    revisitUnitIds,
    askedUnitIds: [...sent.map(({ unitId }) => unitId), ...asked],
    transferToSquad: hazard.transferToUnitId !== null && (await isSquad(db, county, hazard.transferToUnitId)),
  }
}

/** What arrives late belongs to the act that promised it, whoever was sent meanwhile. */
const cameWith = ({ attachedAt, promisedAt }: { attachedAt: string; promisedAt: string | null }): string =>
  promisedAt ?? attachedAt

/** A case as `inScope` looks at it. */
export const whereaboutsOf = ({ hazard, tasks, askedUnitIds }: Case): Whereabouts => ({
  ...hazard,
  tasks,
  askedUnitIds,
})

const visitsOfUnits = preparedFor(({ q, t: { revisits } }) =>
  q
    .select({ unitId: revisits.unitId, outcome: revisits.outcome, droppedAt: revisits.droppedAt })
    .from(revisits)
    .where(and(eq(revisits.county, given.county), eq(revisits.hazardId, given.id), isNotNull(revisits.unitId)))
    .prepare('visits_of_units'),
)

const sentToLook = async (db: Db, county: string, hazardId: string) => {
  const rows = await visitsOfUnits(db).execute({ county, id: hazardId })
  return rows.flatMap(({ unitId, outcome, droppedAt }) =>
    unitId === null ? [] : [{ unitId, owed: outcome === null && droppedAt === null }],
  )
}

const transfersOfHazard = preparedFor(({ q, t: { transfers } }) =>
  q
    .select({ unitId: transfers.toUnitId })
    .from(transfers)
    .where(and(eq(transfers.county, given.county), eq(transfers.hazardId, given.id)))
    .prepare('transfers_of_hazard'),
)

const askedToTakeOver = async (db: Db, county: string, hazardId: string): Promise<string[]> => {
  const rows = await transfersOfHazard(db).execute({ county, id: hazardId })
  return rows.flatMap(({ unitId }) => (unitId === null ? [] : [unitId]))
}

/** The picture of a case on a day of the county: whether a deadline has passed depends on it. */
export const factsOf = (
  { hazard, tasks, teamScenePhotos, revisitUnitIds, transferToSquad }: Case,
  today: Day,
): HazardFacts => ({
  stage: hazard.stage,
  setAside: hazard.setAside,
  severity: hazard.severity,
  placeCode: hazard.placeCode,
  teamUnitId: hazard.teamUnitId,
  teamScenePhotos,
  hasPosition: hazard.longitude !== null,
  sceneComplete: hazard.sceneCompletedAt !== null,
  supervised: hazard.supervisionLevel !== null,
  supervisorId: hazard.supervisorId,
  transfer:
    hazard.transferToUnitId === null && hazard.transferToCounty === null
      ? null
      : { toUnitId: hazard.transferToUnitId, asTeam: transferToSquad },
  revisitUnitIds,
  tasks: tasks.map((task) => ({ ...task, deadlinePassed: task.dueOn < today })),
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

/** The place in the order of a hazard's photos behind all that stand there and all that are promised. */
export const nextPhotoPosition = async (tx: Tx, county: string, hazardId: string): Promise<number> => {
  const { hazardPhotos, photoPromises } = tx.t
  const [standing] = await tx.q
    .select({ last: max(hazardPhotos.position).mapWith(Number) })
    .from(hazardPhotos)
    .where(and(eq(hazardPhotos.county, county), eq(hazardPhotos.hazardId, hazardId)))
  const [promised] = await tx.q
    .select({ last: max(photoPromises.position).mapWith(Number) })
    .from(photoPromises)
    .where(and(eq(photoPromises.county, county), eq(photoPromises.hazardId, hazardId)))
  return Math.max(standing?.last ?? -1, promised?.last ?? -1) + 1
}

/** Which of these photos have been received, by their hashes, and who sent each first. */
export const receivedFromAmong = async (
  db: Db,
  county: string,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (hashes.length === 0) return new Map()
  const { photos } = db.t
  const rows = await db.q
    .select({ sha256: photos.sha256, receivedFrom: photos.receivedFrom })
    .from(photos)
    .where(and(eq(photos.county, county), inArray(photos.sha256, [...hashes])))
  return new Map(rows.map(({ sha256, receivedFrom }) => [sha256, receivedFrom]))
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

const countyByCode = preparedFor(({ q, t: { counties } }) =>
  q.select().from(counties).where(eq(counties.county, given.county)).prepare('county_by_code'),
)

export const findCounty = async (db: Db, county: string): Promise<Row<'counties'>> => {
  const [row] = await countyByCode(db).execute({ county })
  if (!row) throw new Error(`county ${county} has not been founded`)
  // a county founded earlier has no word on settings that came later
  return { ...row, settings: { ...defaultSettings, ...row.settings } }
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
