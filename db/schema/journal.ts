import type { Kit } from '../dialect.ts'
import { eventKinds } from '../event-kinds.ts'

/** Append-only (kept so by a trigger) and chained by hash, one chain per county. */
export const journalTables = (kit: Kit) => ({
  journal: kit.table(
    'journal',
    {
      county: kit.text().notNull(),
      seq: kit.whole().notNull(),
      at: kit.instant().notNull(),
      actorId: kit.text().notNull(),
      kind: kit.oneOf(eventKinds).notNull(),
      subjectId: kit.text().notNull(),
      /** Canonical JSON text, exactly as hashed. */
      body: kit.text().notNull(),
      previousHash: kit.text().notNull(),
      hash: kit.text().notNull(),
    },
    (c) => [
      kit.primaryKey({ columns: [c.county, c.seq] }),
      kit.index('journal_by_subject').on(c.county, c.subjectId, c.seq),
    ],
  ),
  /** Acts already answered, by the id their author gave them: a resend is answered again, not done again. */
  acts: kit.table(
    'acts',
    {
      county: kit.text().notNull(),
      id: kit.text().notNull(),
      actorId: kit.text().notNull(),
      contentHash: kit.text().notNull(),
      subjectId: kit.text().notNull(),
      at: kit.instant().notNull(),
    },
    (c) => [kit.primaryKey({ columns: [c.county, c.id] })],
  ),
})
