import type { Kit } from '../dialect.ts'
import { roles, unitKinds } from '../vocabulary.ts'

export const peopleTables = (kit: Kit) => {
  const units = kit.table(
    'units',
    {
      county: kit.text().notNull(),
      id: kit.text().notNull(),
      kind: kit.oneOf(unitKinds).notNull(),
      name: kit.text().notNull(),
      phone: kit.text(),
    },
    (c) => [kit.primaryKey({ columns: [c.county, c.id] }), kit.uniqueIndex('one_unit_per_name').on(c.county, c.name)],
  )
  const people = kit.table(
    'people',
    {
      county: kit.text().notNull(),
      id: kit.text().notNull(),
      account: kit.text().notNull(),
      name: kit.text().notNull(),
      phone: kit.text(),
      role: kit.oneOf(roles).notNull(),
      unitId: kit.text(),
      active: kit.flag().notNull(),
      passwordHash: kit.text().notNull(),
      mustChangePassword: kit.flag().notNull(),
      failedSignIns: kit.count().notNull(),
      lockedUntil: kit.instant(),
      version: kit.count().notNull(),
      addedAt: kit.instant().notNull(),
    },
    (c) => [
      kit.primaryKey({ columns: [c.county, c.id] }),
      kit.uniqueIndex('one_person_per_account').on(c.county, c.account),
      kit.index('people_by_unit').on(c.county, c.unitId),
      kit.foreignKey({ columns: [c.county, c.unitId], foreignColumns: [units.county, units.id] }),
    ],
  )
  return {
    units,
    people,
    /** The area a unit looks after, as division-code prefixes (6, 9 or 12 digits). */
    unitAreas: kit.table(
      'unit_areas',
      { county: kit.text().notNull(), unitId: kit.text().notNull(), placeCode: kit.text().notNull() },
      (c) => [
        kit.primaryKey({ columns: [c.county, c.unitId, c.placeCode] }),
        kit.foreignKey({ columns: [c.county, c.unitId], foreignColumns: [units.county, units.id] }),
      ],
    ),
    sessions: kit.table(
      'sessions',
      {
        county: kit.text().notNull(),
        id: kit.text().notNull(),
        /** SHA-256 of the 256-bit token; the token itself is only ever in the cookie. */
        tokenHash: kit.text().notNull(),
        personId: kit.text().notNull(),
        device: kit.text().notNull(),
        startedAt: kit.instant().notNull(),
        lastUsedAt: kit.instant().notNull(),
        endsAt: kit.instant().notNull(),
        revokedAt: kit.instant(),
      },
      (c) => [
        kit.primaryKey({ columns: [c.county, c.id] }),
        kit.uniqueIndex('one_session_per_token').on(c.county, c.tokenHash),
        kit.index('sessions_by_person').on(c.county, c.personId),
        kit.foreignKey({ columns: [c.county, c.personId], foreignColumns: [people.county, people.id] }),
      ],
    ),
    feedback: kit.table(
      'feedback',
      {
        county: kit.text().notNull(),
        id: kit.text().notNull(),
        personId: kit.text().notNull(),
        page: kit.text().notNull(),
        words: kit.text().notNull(),
        givenAt: kit.instant().notNull(),
      },
      (c) => [kit.primaryKey({ columns: [c.county, c.id] })],
    ),
  }
}
