import type { Kit } from '../dialect.ts'
import { countyTables } from './counties.ts'
import { extentTables } from './extents.ts'
import { hazardTables } from './hazards.ts'
import { importTables } from './imports.ts'
import { journalTables } from './journal.ts'
import { junctionTables } from './junctions.ts'
import { messageTables } from './messages.ts'
import { noticeTables } from './notices.ts'
import { peopleTables } from './people.ts'
import { photoTables } from './photos.ts'
import { taskTables } from './tasks.ts'
import { zoneTables } from './zones.ts'

/** Every table of the house, made with one engine's kit. */
export const tables = (kit: Kit) => {
  const people = peopleTables(kit)
  const photos = photoTables(kit)
  const hazards = hazardTables(kit, { ...people, ...photos })
  return {
    ...countyTables(kit),
    ...people,
    ...zoneTables(kit),
    ...junctionTables(kit),
    ...photos,
    ...hazards,
    ...extentTables(kit, hazards),
    ...taskTables(kit, { ...people, ...hazards }),
    ...noticeTables(kit, hazards),
    ...messageTables(kit),
    ...importTables(kit),
    ...journalTables(kit),
  }
}

export type Tables = ReturnType<typeof tables>

/** A row as a store reads it, by table name. */
export type Row<Name extends keyof Tables> = Tables[Name]['$inferSelect']
export type NewRow<Name extends keyof Tables> = Tables[Name]['$inferInsert']
