import type { Kit } from '../dialect.ts'

/** Files of a county's own data that were taken in, each with the report of its dry run; the rows themselves are elsewhere. */
export const importTables = (kit: Kit) => ({
  imports: kit.table(
    'imports',
    {
      county: kit.text().notNull(),
      id: kit.text().notNull(),
      fileName: kit.text().notNull(),
      sha256: kit.text().notNull(),
      bytes: kit.whole().notNull(),
      format: kit.text().notNull(),
      layer: kit.text().notNull(),
      datum: kit.text().notNull(),
      datumGuessed: kit.text().notNull(),
      added: kit.count().notNull(),
      redrawn: kit.count().notNull(),
      same: kit.count().notNull(),
      skipped: kit.count().notNull(),
      /** Of what was written, as it was shown in the dry run. */
      fingerprint: kit.text().notNull(),
      report: kit.json<Readonly<Record<string, unknown>>>().notNull(),
      importedAt: kit.instant().notNull(),
      importedBy: kit.text().notNull(),
    },
    (c) => [
      kit.primaryKey({ columns: [c.county, c.id] }),
      kit.index('imports_by_day').on(c.county, c.importedAt, c.id),
    ],
  ),
})
