import type { Row } from '../../db/schema/tables.ts'
import type { Db } from '../../db/unit-of-work.ts'
import { nameOfPerson } from './store.ts'
import { ImportWhole } from './wire.ts'

/** A past import with the report of its dry run. */
export const importWhole = async (db: Db, row: Row<'imports'>): Promise<ImportWhole> => {
  const { county, report, fingerprint, ...line } = row
  return ImportWhole.parse({
    ...line,
    importedBy: await nameOfPerson(db, county, row.importedBy),
    report,
  })
}
