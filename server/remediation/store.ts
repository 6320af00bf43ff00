import { and, eq, inArray } from 'drizzle-orm'
import type { NewRow, Row } from '../../db/schema/tables.ts'
import type { Db, Tx } from '../../db/unit-of-work.ts'

export const addTasks = async (tx: Tx, tasks: NewRow<'tasks'>[], measures: NewRow<'taskMeasures'>[]): Promise<void> => {
  await tx.q.insert(tx.t.tasks).values(tasks)
  if (measures.length > 0) await tx.q.insert(tx.t.taskMeasures).values(measures)
}

/** Whether one of these ids already names a task, of whatever hazard. */
export const anyTaskAmong = async (db: Db, county: string, ids: readonly string[]): Promise<boolean> => {
  const { tasks } = db.t
  const [found] = await db.q
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.county, county), inArray(tasks.id, [...ids])))
    .limit(1)
  return found !== undefined
}

export const changeTask = async (tx: Tx, task: Row<'tasks'>, change: Partial<NewRow<'tasks'>>): Promise<void> => {
  const { tasks } = tx.t
  const changed = await tx.q
    .update(tasks)
    .set(change)
    .where(and(eq(tasks.county, task.county), eq(tasks.id, task.id)))
    .returning({ id: tasks.id })
  if (changed.length !== 1) throw new Error(`task ${task.id} is gone`)
}

export const measuresOf = (db: Db, county: string, taskId: string): Promise<Row<'taskMeasures'>[]> => {
  const { taskMeasures } = db.t
  return db.q
    .select()
    .from(taskMeasures)
    .where(and(eq(taskMeasures.county, county), eq(taskMeasures.taskId, taskId)))
    .orderBy(taskMeasures.position)
}

/** What was really installed, per measure; measures that were not planned are added behind the planned ones. */
export const recordInstalled = async (
  tx: Tx,
  task: Row<'tasks'>,
  measure: string,
  done: { installedQuantity: number | null; struckBecause: string | null },
  position: number,
): Promise<void> => {
  const { taskMeasures } = tx.t
  await tx.q
    .insert(taskMeasures)
    .values({ county: task.county, taskId: task.id, measure, position, plannedQuantity: null, ...done })
    .onConflictDoUpdate({ target: [taskMeasures.county, taskMeasures.taskId, taskMeasures.measure], set: done })
}

/** The unit, when it exists, and whether the named person belongs to it and is active. */
export const unitWithPerson = async (
  db: Db,
  county: string,
  unitId: string,
  personId: string | null,
): Promise<{ unit: boolean; person: boolean }> => {
  const { units, people } = db.t
  const [unit] = await db.q
    .select({ id: units.id })
    .from(units)
    .where(and(eq(units.county, county), eq(units.id, unitId)))
  if (personId === null) return { unit: unit !== undefined, person: true }
  const [person] = await db.q
    .select({ unitId: people.unitId, active: people.active })
    .from(people)
    .where(and(eq(people.county, county), eq(people.id, personId)))
  return { unit: unit !== undefined, person: person?.unitId === unitId && person.active }
}
