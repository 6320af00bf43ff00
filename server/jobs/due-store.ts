import { and, asc, eq, exists, gt, inArray, isNotNull, isNull, lte, notExists, sql } from 'drizzle-orm'
import type { Row } from '../../db/schema/tables.ts'
import type { Db, Tx } from '../../db/unit-of-work.ts'
import type { Day, Instant } from '../domain/county-calendar.ts'
import { remindedStates } from '../domain/reminders.ts'

/** Tasks on which a clock runs, a page after the last one's id. */
export const runningTasks = (db: Db, county: string, afterId: string, size: number) => {
  const { tasks, hazards } = db.t
  return db.q
    .select({ task: tasks, hazard: hazards })
    .from(tasks)
    .innerJoin(hazards, and(eq(hazards.county, tasks.county), eq(hazards.id, tasks.hazardId)))
    .where(
      and(
        eq(tasks.county, county),
        gt(tasks.id, afterId),
        inArray(tasks.state, [...remindedStates]),
        eq(hazards.stage, 'register'),
        isNull(hazards.setAside),
      ),
    )
    .orderBy(asc(tasks.id))
    .limit(size)
}

/** Supervised hazards that owe progress on this day or have owed it since. */
export const owingProgress = (db: Db, county: string, today: Day): Promise<Row<'hazards'>[]> => {
  const { hazards } = db.t
  return db.q
    .select()
    .from(hazards)
    .where(
      and(
        eq(hazards.county, county),
        eq(hazards.stage, 'register'),
        isNull(hazards.setAside),
        isNotNull(hazards.supervisionLevel),
        lte(hazards.progressDueOn, today),
      ),
    )
    .orderBy(asc(hazards.id))
}

export const owedRevisits = (db: Db, county: string, untilOn: Day) => {
  const { revisits, hazards } = db.t
  return db.q
    .select({ visit: revisits, hazard: hazards })
    .from(revisits)
    .innerJoin(hazards, and(eq(hazards.county, revisits.county), eq(hazards.id, revisits.hazardId)))
    .where(
      and(
        eq(revisits.county, county),
        lte(revisits.dueOn, untilOn),
        isNull(revisits.outcome),
        isNull(revisits.droppedAt),
        eq(hazards.stage, 'cleared'),
        isNull(hazards.setAside),
      ),
    )
    .orderBy(asc(revisits.id))
}

/** Documents in force whose addressee has not replied although the day is near, while anything in them is still open. */
export const owedReplies = (db: Db, county: string, untilOn: Day): Promise<Row<'notices'>[]> => {
  const { notices, noticeReplies, noticeHazards, hazards } = db.t
  const stillOpen = db.q
    .select({ one: sql`1` })
    .from(noticeHazards)
    .innerJoin(hazards, and(eq(hazards.county, noticeHazards.county), eq(hazards.id, noticeHazards.hazardId)))
    .where(
      and(
        ...[eq(noticeHazards.county, notices.county), eq(noticeHazards.noticeId, notices.id)],
        ...[eq(hazards.stage, 'register'), isNull(hazards.setAside)],
      ),
    )
  const replies = db.q
    .select({ one: sql`1` })
    .from(noticeReplies)
    .where(
      and(
        eq(noticeReplies.county, notices.county),
        eq(noticeReplies.noticeId, notices.id),
        eq(noticeReplies.unitId, notices.addresseeUnitId),
      ),
    )
  return db.q
    .select()
    .from(notices)
    .where(
      and(
        eq(notices.county, county),
        eq(notices.state, 'issued'),
        isNotNull(notices.addresseeUnitId),
        lte(notices.replyDueOn, untilOn),
        notExists(replies),
        exists(stillOpen),
      ),
    )
    .orderBy(asc(notices.id))
}

/** Which of these keys have been said to anybody: what one key covers is said to all of them at once. */
export const saidAmong = async (db: Db, county: string, onceKeys: readonly string[]): Promise<Set<string>> => {
  const { messages } = db.t
  const said = new Set<string>()
  for (let from = 0; from < onceKeys.length; from += 400) {
    const rows = await db.q
      .select({ onceKey: messages.onceKey })
      .from(messages)
      .where(and(eq(messages.county, county), inArray(messages.onceKey, onceKeys.slice(from, from + 400))))
    for (const { onceKey } of rows) if (onceKey !== null) said.add(onceKey)
  }
  return said
}

/** Marks a task whose county is being told of it; false when it has moved on since it was read. */
export const markEscalated = async (tx: Tx, task: Row<'tasks'>, at: Instant): Promise<boolean> => {
  const { tasks } = tx.t
  const marked = await tx.q
    .update(tasks)
    .set({ escalatedAt: at })
    .where(
      and(
        eq(tasks.county, task.county),
        eq(tasks.id, task.id),
        eq(tasks.state, task.state),
        eq(tasks.dueOn, task.dueOn),
        eq(tasks.assignedAt, task.assignedAt),
        task.escalatedAt === null ? isNull(tasks.escalatedAt) : eq(tasks.escalatedAt, task.escalatedAt),
      ),
    )
    .returning({ id: tasks.id })
  return marked.length > 0
}
