import { and, eq, isNull, lt, lte, or, sql } from 'drizzle-orm'
import { dialect } from '../../db/dialect.ts'
import type { Row } from '../../db/schema/tables.ts'
import type { Tx } from '../../db/unit-of-work.ts'
import type { Instant } from '../domain/county-calendar.ts'

export type JobRow = Row<'jobs'>

/** Puts a job down in the act's own transaction; the same key twice is one job, even after it was done. */
export const enqueue = async (
  tx: Tx,
  job: Pick<JobRow, 'county' | 'id' | 'kind' | 'onceKey' | 'body' | 'dueAt'>,
): Promise<void> => {
  const { jobs } = tx.t
  await tx.q
    .insert(jobs)
    .values({ ...job, attempts: 0, leasedUntil: null, doneAt: null, lastError: null })
    .onConflictDoNothing()
}

/** The job due longest, leased to this process until `until`; null when nothing is due. */
export const takeJob = async (
  tx: Tx,
  county: string,
  { now, until }: { now: Instant; until: Instant },
): Promise<JobRow | null> => {
  const { jobs } = tx.t
  const due = sql`(select ${jobs.id} from ${jobs} where ${and(
    eq(jobs.county, county),
    isNull(jobs.doneAt),
    lte(jobs.dueAt, now),
    or(isNull(jobs.leasedUntil), lt(jobs.leasedUntil, now)),
  )} order by ${jobs.dueAt}, ${jobs.id} limit 1${dialect.skipLocked(tx.engine)})`
  const [taken] = await tx.q
    .update(jobs)
    .set({ leasedUntil: until, attempts: sql`${jobs.attempts} + 1` })
    // `=` and not `in`: PostgreSQL may ask a locking subselect again for every row, and lease more than is taken
    .where(and(eq(jobs.county, county), eq(jobs.id, due)))
    .returning()
  return taken ?? null
}

const mine = (tx: Tx, { county, id, attempts }: JobRow) => {
  const { jobs } = tx.t
  return and(eq(jobs.county, county), eq(jobs.id, id), eq(jobs.attempts, attempts))
}

export const finishJob = async (tx: Tx, job: JobRow, at: Instant): Promise<void> => {
  await tx.q.update(tx.t.jobs).set({ doneAt: at, leasedUntil: null, lastError: null }).where(mine(tx, job))
}

/** Not done: due again at `dueAt`. */
export const putOffJob = async (tx: Tx, job: JobRow, dueAt: Instant, lastError: string | null): Promise<void> => {
  await tx.q.update(tx.t.jobs).set({ dueAt, leasedUntil: null, lastError }).where(mine(tx, job))
}

/** At the start of the only process that is: whoever held these leases is gone. */
export const releaseLeases = async (tx: Tx, county: string): Promise<void> => {
  const { jobs } = tx.t
  await tx.q
    .update(jobs)
    .set({ leasedUntil: null })
    .where(and(eq(jobs.county, county), isNull(jobs.doneAt)))
}

export const forgetDoneJobs = async (tx: Tx, county: string, before: Instant): Promise<void> => {
  const { jobs } = tx.t
  await tx.q.delete(jobs).where(and(eq(jobs.county, county), lt(jobs.doneAt, before)))
}
