import { sql } from 'drizzle-orm'
import type { Kit } from '../dialect.ts'
import {
  answers,
  leadSources,
  photoRoles,
  photoTakers,
  positionSources,
  promisedParts,
  revisitKinds,
  revisitOutcomes,
  roadClasses,
  setAsides,
  severities,
  stages,
  supervisionLevels,
} from '../vocabulary.ts'
import type { ExtentMeasure } from './extents.ts'
import type { peopleTables } from './people.ts'
import type { photoTables } from './photos.ts'

type Known = ReturnType<typeof peopleTables> & ReturnType<typeof photoTables>

export const hazardTables = (kit: Kit, { units, people, photos }: Known) => {
  const hazards = kit.table(
    'hazards',
    {
      county: kit.text().notNull(),
      id: kit.text().notNull(),
      version: kit.count().notNull(),
      /** What people call it before it has a number; shown on the phone that made it. */
      shortCode: kit.text().notNull(),
      registerNumber: kit.text(),
      stage: kit.oneOf(stages).notNull(),
      setAside: kit.oneOf(setAsides),
      severity: kit.oneOf(severities),
      source: kit.oneOf(leadSources).notNull(),
      code: kit.text().notNull(),
      otherCodes: kit.json<readonly string[]>().notNull(),
      description: kit.text().notNull(),
      longitude: kit.real(),
      latitude: kit.real(),
      accuracyMetres: kit.real(),
      positionSource: kit.oneOf(positionSources),
      positionedAt: kit.instant(),
      placeCell: kit.whole(),
      outsideCounty: kit.flag().notNull(),
      /** Finest division code known: 12 digits village, 9 township, 6 county. */
      placeCode: kit.text().notNull(),
      townshipCode: kit.text(),
      zoneId: kit.text(),
      routeCode: kit.text(),
      roadClass: kit.oneOf(roadClasses),
      chainageMetres: kit.count(),
      /** A stretch or an area in figures, as lists and documents print it; its drawing is in hazard_extents. Null: a point. */
      extent: kit.json<ExtentMeasure>(),
      spot: kit.text().notNull(),
      reportedAt: kit.instant().notNull(),
      reportedBy: kit.text().notNull(),
      capturedAt: kit.instant().notNull(),
      reportHash: kit.text().notNull(),
      teamUnitId: kit.text(),
      dispatchedAt: kit.instant(),
      sceneCompletedAt: kit.instant(),
      registeredAt: kit.instant(),
      registeredBy: kit.text(),
      severitySetBy: kit.text(),
      /** Earliest deadline in force among the open tasks; null while none is running. */
      dueOn: kit.day(),
      firstDueOn: kit.day(),
      clearedAt: kit.instant(),
      clearedBy: kit.text(),
      watchUntilOn: kit.day(),
      timesReopened: kit.count().notNull(),
      lastReopenedAt: kit.instant(),
      /** The class of its own for what must not outlast the day (不过夜). */
      sameDay: kit.flag().notNull().default(false),
      /** Three responsibilities (属地 / 主管 / 整改); each task names its own unit beside. */
      localUnitId: kit.text(),
      sectorUnitId: kit.text(),
      cureUnitId: kit.text(),
      supervisionLevel: kit.oneOf(supervisionLevels),
      supervisorId: kit.text(),
      progressEveryDays: kit.count(),
      progressDueOn: kit.day(),
      /** The survivor, while this one is set aside as merged. */
      mergedIntoId: kit.text(),
      /** Where a transfer is on its way to, until it is answered: a unit of this county, or another county by name. */
      transferToUnitId: kit.text(),
      transferToCounty: kit.text(),
      /** The hazard cleared here not long before this one was found, and on that one the day it came back. */
      relapseOfId: kit.text(),
      relapsedAt: kit.instant(),
      /** The squad said that its photos show all there is; it holds once the promised ones are here. */
      completeOnArrival: kit.flag().notNull().default(false),
      /** When the phone sent the report, by its own clock and offset, and how far that clock was off. */
      sentAt: kit.instant(),
      clockOffsetMs: kit.whole(),
      changedAt: kit.instant().notNull(),
    },
    (c) => [
      kit.primaryKey({ columns: [c.county, c.id] }),
      kit.uniqueIndex('one_hazard_per_register_number').on(c.county, c.registerNumber),
      kit.check(
        'on_the_register_means_numbered',
        sql`${c.stage} not in ('register', 'cleared') or ${c.registerNumber} is not null`,
      ),
      kit.check('numbered_means_graded', sql`${c.registerNumber} is null or ${c.severity} is not null`),
      kit.check('cleared_means_by_somebody', sql`${c.stage} <> 'cleared' or ${c.clearedBy} is not null`),
      kit.index('hazards_by_cell').on(c.county, c.placeCell),
      kit.index('hazards_by_place').on(c.county, c.placeCode),
      kit.index('hazards_by_report').on(c.county, c.reportedAt, c.id),
      kit.index('hazards_by_deadline').on(c.county, c.stage, c.dueOn, c.id),
      kit.index('hazards_by_zone').on(c.county, c.zoneId),
      kit.index('hazards_by_team').on(c.county, c.teamUnitId),
      kit.index('hazards_by_survivor').on(c.county, c.mergedIntoId),
      kit.index('hazards_by_receiver').on(c.county, c.transferToUnitId),
      kit.index('hazards_by_reporter').on(c.county, c.reportedBy),
      kit.foreignKey({ columns: [c.county, c.reportedBy], foreignColumns: [people.county, people.id] }),
      kit.foreignKey({ columns: [c.county, c.teamUnitId], foreignColumns: [units.county, units.id] }),
    ],
  )
  return {
    hazards,
    hazardPhotos: kit.table(
      'hazard_photos',
      {
        county: kit.text().notNull(),
        id: kit.text().notNull(),
        hazardId: kit.text().notNull(),
        taskId: kit.text(),
        sha256: kit.text().notNull(),
        role: kit.oneOf(photoRoles).notNull(),
        takenBy: kit.text().notNull(),
        /** Three clocks: the phone's at the shutter, and the server's on receipt (the journal has the sending). */
        capturedAt: kit.instant().notNull(),
        attachedAt: kit.instant().notNull(),
        longitude: kit.real(),
        latitude: kit.real(),
        accuracyMetres: kit.real(),
        positionSource: kit.oneOf(positionSources),
        positionedAt: kit.instant(),
        position: kit.count().notNull(),
        /** The copy that stood here until the original came. */
        copySha256: kit.text(),
        takenWith: kit.oneOf(photoTakers),
        /** How far the server's clock was ahead of the phone's, as the phone measured it; capturedAt is put right by it. */
        clockOffsetMs: kit.whole(),
      },
      (c) => [
        kit.primaryKey({ columns: [c.county, c.id] }),
        kit.index('photos_by_hazard').on(c.county, c.hazardId, c.position),
        kit.index('photos_by_bytes').on(c.county, c.sha256),
        kit.foreignKey({ columns: [c.county, c.hazardId], foreignColumns: [hazards.county, hazards.id] }),
        kit.foreignKey({ columns: [c.county, c.sha256], foreignColumns: [photos.county, photos.sha256] }),
      ],
    ),
    /** What an act promised and the phone has still to send; fulfilled when bytes of that hash arrive. */
    photoPromises: kit.table(
      'photo_promises',
      {
        county: kit.text().notNull(),
        /** The id under which the photo stands, or will stand, on the hazard. */
        photoId: kit.text().notNull(),
        part: kit.oneOf(promisedParts).notNull(),
        sha256: kit.text().notNull(),
        hazardId: kit.text().notNull(),
        taskId: kit.text(),
        role: kit.oneOf(photoRoles).notNull(),
        takenBy: kit.text().notNull(),
        capturedAt: kit.instant().notNull(),
        clockOffsetMs: kit.whole(),
        takenWith: kit.oneOf(photoTakers),
        longitude: kit.real(),
        latitude: kit.real(),
        accuracyMetres: kit.real(),
        positionSource: kit.oneOf(positionSources),
        positionedAt: kit.instant(),
        position: kit.count().notNull(),
        promisedAt: kit.instant().notNull(),
        fulfilledAt: kit.instant(),
      },
      (c) => [
        kit.primaryKey({ columns: [c.county, c.photoId, c.part] }),
        kit.index('promises_by_hazard').on(c.county, c.hazardId),
        kit.index('promises_by_bytes').on(c.county, c.sha256, c.fulfilledAt),
        kit.index('promises_by_taker').on(c.county, c.takenBy, c.fulfilledAt),
        kit.foreignKey({ columns: [c.county, c.hazardId], foreignColumns: [hazards.county, hazards.id] }),
      ],
    ),
    /** Each asking to hand a hazard to another unit or county, and its answer. */
    transfers: kit.table(
      'transfers',
      {
        county: kit.text().notNull(),
        id: kit.text().notNull(),
        hazardId: kit.text().notNull(),
        toUnitId: kit.text(),
        toCounty: kit.text(),
        because: kit.text().notNull(),
        askedAt: kit.instant().notNull(),
        askedBy: kit.text().notNull(),
        outcome: kit.oneOf(answers),
        decidedAt: kit.instant(),
        decidedBy: kit.text(),
        decidedBecause: kit.text(),
      },
      (c) => [
        kit.primaryKey({ columns: [c.county, c.id] }),
        kit.index('transfers_by_hazard').on(c.county, c.hazardId),
        kit.foreignKey({ columns: [c.county, c.hazardId], foreignColumns: [hazards.county, hazards.id] }),
      ],
    ),
    /** Supervised handling (督办) from its beginning to its end; the hazard's columns say what is in force. */
    supervisions: kit.table(
      'supervisions',
      {
        county: kit.text().notNull(),
        id: kit.text().notNull(),
        hazardId: kit.text().notNull(),
        level: kit.oneOf(supervisionLevels).notNull(),
        supervisorId: kit.text().notNull(),
        because: kit.text().notNull(),
        everyDays: kit.count().notNull(),
        startedAt: kit.instant().notNull(),
        startedBy: kit.text().notNull(),
        endedAt: kit.instant(),
        endedBy: kit.text(),
        endedBecause: kit.text(),
      },
      (c) => [
        kit.primaryKey({ columns: [c.county, c.id] }),
        kit.index('supervisions_by_hazard').on(c.county, c.hazardId),
        kit.foreignKey({ columns: [c.county, c.hazardId], foreignColumns: [hazards.county, hazards.id] }),
      ],
    ),
    /** A draw of spot checks (抽查) with all it takes to repeat it. */
    spotDraws: kit.table(
      'spot_draws',
      {
        county: kit.text().notNull(),
        id: kit.text().notNull(),
        seed: kit.text().notNull(),
        /** Ids of all that could have been drawn, in order. */
        population: kit.json<readonly string[]>().notNull(),
        picked: kit.json<readonly string[]>().notNull(),
        fromOn: kit.day().notNull(),
        untilOn: kit.day().notNull(),
        /** What the population was narrowed to; null where it was not. */
        placeCode: kit.text(),
        severity: kit.oneOf(severities),
        unitId: kit.text(),
        dueOn: kit.day().notNull(),
        drawnAt: kit.instant().notNull(),
        drawnBy: kit.text().notNull(),
      },
      (c) => [kit.primaryKey({ columns: [c.county, c.id] })],
    ),
    revisits: kit.table(
      'revisits',
      {
        county: kit.text().notNull(),
        id: kit.text().notNull(),
        hazardId: kit.text().notNull(),
        dueOn: kit.day().notNull(),
        outcome: kit.oneOf(revisitOutcomes),
        doneAt: kit.instant(),
        doneBy: kit.text(),
        remark: kit.text(),
        kind: kit.oneOf(revisitKinds).notNull().default('due'),
        /** Who is to go; null means the team that found it. */
        unitId: kit.text(),
        drawId: kit.text(),
        /** Set when the hazard was reopened before this visit fell due: it is no longer owed. */
        droppedAt: kit.instant(),
      },
      (c) => [
        kit.primaryKey({ columns: [c.county, c.id] }),
        kit.index('revisits_by_hazard').on(c.county, c.hazardId),
        kit.index('revisits_by_day').on(c.county, c.dueOn),
        kit.index('revisits_by_unit').on(c.county, c.unitId, c.outcome),
        kit.index('revisits_by_draw').on(c.county, c.drawId),
        kit.foreignKey({ columns: [c.county, c.hazardId], foreignColumns: [hazards.county, hazards.id] }),
      ],
    ),
  }
}
