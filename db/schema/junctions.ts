import type { Kit } from '../dialect.ts'
import { inspectionOutcomes, junctionSources, roadClasses } from '../vocabulary.ts'

/** At-grade junctions (平交路口), who looked at them and when, and what is planned to be looked at. */
export const junctionTables = (kit: Kit) => {
  const junctions = kit.table(
    'junctions',
    {
      county: kit.text().notNull(),
      id: kit.text().notNull(),
      longitude: kit.real().notNull(),
      latitude: kit.real().notNull(),
      placeCell: kit.whole().notNull(),
      placeCode: kit.text().notNull(),
      townshipCode: kit.text(),
      name: kit.text().notNull(),
      arms: kit.count().notNull(),
      routeCodes: kit.json<readonly string[]>().notNull(),
      roadClasses: kit.json<readonly string[]>().notNull(),
      /** The highest of them: figures by class count each junction once. */
      roadClass: kit.oneOf(roadClasses),
      source: kit.oneOf(junctionSources).notNull(),
      active: kit.flag().notNull(),
      /** Why it is not looked at any more; null while it is. */
      retiredBecause: kit.text(),
      /** Retired by a person: no finding brings it back by itself. */
      retiredByHand: kit.flag().notNull(),
      /** Of the latest of its inspections, kept here for lists and figures. */
      lastInspectedAt: kit.instant(),
      version: kit.count().notNull(),
      madeAt: kit.instant().notNull(),
      changedAt: kit.instant().notNull(),
    },
    (c) => [
      kit.primaryKey({ columns: [c.county, c.id] }),
      kit.index('junctions_by_inspection').on(c.county, c.active, c.lastInspectedAt),
      kit.index('junctions_by_cell').on(c.county, c.placeCell),
    ],
  )
  return {
    junctions,
    /** Never changed: what was seen on a day stays seen. */
    junctionInspections: kit.table(
      'junction_inspections',
      {
        county: kit.text().notNull(),
        id: kit.text().notNull(),
        junctionId: kit.text().notNull(),
        inspectedBy: kit.text().notNull(),
        unitId: kit.text(),
        inspectedAt: kit.instant().notNull(),
        inspectedOn: kit.day().notNull(),
        outcome: kit.oneOf(inspectionOutcomes).notNull(),
        /** Hazards reported there that day as far as the server had them. */
        hazardIds: kit.json<readonly string[]>().notNull(),
        note: kit.text().notNull(),
        receivedAt: kit.instant().notNull(),
      },
      (c) => [
        kit.primaryKey({ columns: [c.county, c.id] }),
        kit.index('inspections_by_junction').on(c.county, c.junctionId, c.inspectedOn),
        kit.foreignKey({ columns: [c.county, c.junctionId], foreignColumns: [junctions.county, junctions.id] }),
      ],
    ),
    /** Which junctions a unit means to look at, and until when; its progress is read off the inspections. */
    patrolPlans: kit.table(
      'patrol_plans',
      {
        county: kit.text().notNull(),
        id: kit.text().notNull(),
        name: kit.text().notNull(),
        fromOn: kit.day().notNull(),
        untilOn: kit.day().notNull(),
        unitId: kit.text().notNull(),
        routeCodes: kit.json<readonly string[]>().notNull(),
        townshipCodes: kit.json<readonly string[]>().notNull(),
        madeBy: kit.text().notNull(),
        madeAt: kit.instant().notNull(),
        endedAt: kit.instant(),
        endedBecause: kit.text(),
      },
      (c) => [kit.primaryKey({ columns: [c.county, c.id] })],
    ),
  }
}
