import { createHash } from 'node:crypto'
import { desc, eq, sql } from 'drizzle-orm'
import { dialect } from '../../db/dialect.ts'
import type { EventKind } from '../../db/event-kinds.ts'
import { preparedFor } from '../../db/prepared.ts'
import type { Tx } from '../../db/unit-of-work.ts'
import type { Instant } from '../domain/county-calendar.ts'

export interface Entry {
  county: string
  at: Instant
  /** A person's id, or `system` for what nobody did by hand. */
  actorId: string
  kind: EventKind
  subjectId: string
  body?: Readonly<Record<string, unknown>>
}

export const firstHash = '0'.repeat(64)

/** Keys in order at every depth, so that the same content is always the same text. */
export const canonicalText = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

/** SHA-256 over the previous hash and every field of the entry, separated so that no two entries read alike. */
export const hashOfEntry = (entry: {
  previousHash: string
  county: string
  seq: number
  at: string
  actorId: string
  kind: string
  subjectId: string
  body: string
}): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        entry.previousHash,
        entry.county,
        entry.seq,
        entry.at,
        entry.actorId,
        entry.kind,
        entry.subjectId,
        entry.body,
      ]),
    )
    .digest('hex')

const endOfChain = preparedFor(({ q, t: { journal } }) =>
  q
    .select({ seq: journal.seq, hash: journal.hash })
    .from(journal)
    .where(eq(journal.county, sql.placeholder('county')))
    .orderBy(desc(journal.seq))
    .limit(1)
    .prepare('end_of_chain'),
)

/** Writes who did what, in the act's own transaction, at the end of the county's chain. */
export const note = async (tx: Tx, entry: Entry): Promise<void> => {
  const lock = dialect.lockCounty(tx.engine, entry.county)
  if (lock) await tx.q.execute(lock)
  const [last] = await endOfChain(tx).execute({ county: entry.county })
  const row = {
    county: entry.county,
    seq: (last?.seq ?? 0) + 1,
    at: entry.at,
    actorId: entry.actorId,
    kind: entry.kind,
    subjectId: entry.subjectId,
    body: canonicalText(entry.body ?? {}),
    previousHash: last?.hash ?? firstHash,
  }
  await tx.q.insert(tx.t.journal).values({ ...row, hash: hashOfEntry(row) })
}
