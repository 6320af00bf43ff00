import { sql } from 'drizzle-orm'
import type { Kit } from '../dialect.ts'
import { checkVerdicts, clearanceChecks, extensionOutcomes, taskStates } from '../vocabulary.ts'
import type { hazardTables } from './hazards.ts'
import type { peopleTables } from './people.ts'

type Known = ReturnType<typeof peopleTables> & ReturnType<typeof hazardTables>

export const taskTables = (kit: Kit, { units, hazards }: Known) => {
  const tasks = kit.table(
    'tasks',
    {
      county: kit.text().notNull(),
      id: kit.text().notNull(),
      hazardId: kit.text().notNull(),
      position: kit.count().notNull(),
      state: kit.oneOf(taskStates).notNull(),
      unitId: kit.text().notNull(),
      personId: kit.text(),
      demand: kit.text().notNull(),
      /** Kept for ever; `dueOn` is the deadline in force. */
      firstDueOn: kit.day().notNull(),
      dueOn: kit.day().notNull(),
      assignedAt: kit.instant().notNull(),
      acceptedAt: kit.instant(),
      startedAt: kit.instant(),
      interimAt: kit.instant(),
      interimRemark: kit.text(),
      plannedYear: kit.count(),
      plannedBecause: kit.text(),
      refusedBecause: kit.text(),
      refusedOwnerUnitId: kit.text(),
      submittedAt: kit.instant(),
      submittedBy: kit.text(),
      submitRemark: kit.text(),
      costYuan: kit.real(),
      returnedBecause: kit.text(),
      timesReturned: kit.count().notNull(),
      verifiedAt: kit.instant(),
      verifiedBy: kit.text(),
      verifiedByUnitId: kit.text(),
      /** Who asked for the extension that waits for an answer; null while none does. */
      extensionAskedBy: kit.text(),
      escalatedAt: kit.instant(),
    },
    (c) => [
      kit.primaryKey({ columns: [c.county, c.id] }),
      kit.index('tasks_by_hazard').on(c.county, c.hazardId, c.position),
      kit.index('tasks_by_unit').on(c.county, c.unitId, c.state, c.dueOn),
      // a check that comes to null passes, so that nobody having submitted must be refused in so many words
      kit.check(
        'nobody_verifies_their_own_work',
        sql`${c.verifiedBy} is null or (${c.submittedBy} is not null and ${c.verifiedBy} <> ${c.submittedBy})`,
      ),
      kit.check('verified_means_by_somebody', sql`${c.state} <> 'verified' or ${c.verifiedBy} is not null`),
      kit.index('tasks_by_person').on(c.county, c.personId, c.state),
      kit.foreignKey({ columns: [c.county, c.hazardId], foreignColumns: [hazards.county, hazards.id] }),
      kit.foreignKey({ columns: [c.county, c.unitId], foreignColumns: [units.county, units.id] }),
    ],
  )
  return {
    tasks,
    /** Each asking for more time and its answer; the task's `firstDueOn` stays what it was. */
    extensions: kit.table(
      'extensions',
      {
        county: kit.text().notNull(),
        id: kit.text().notNull(),
        taskId: kit.text().notNull(),
        hazardId: kit.text().notNull(),
        because: kit.text().notNull(),
        fromDueOn: kit.day().notNull(),
        askedDueOn: kit.day().notNull(),
        askedAt: kit.instant().notNull(),
        askedBy: kit.text().notNull(),
        outcome: kit.oneOf(extensionOutcomes),
        grantedDueOn: kit.day(),
        decidedAt: kit.instant(),
        decidedBy: kit.text(),
        decidedBecause: kit.text(),
      },
      (c) => [
        kit.primaryKey({ columns: [c.county, c.id] }),
        kit.index('extensions_by_task').on(c.county, c.taskId),
        kit.index('extensions_by_hazard').on(c.county, c.hazardId),
        kit.check('decided_by_somebody_else', sql`${c.decidedBy} is null or ${c.decidedBy} <> ${c.askedBy}`),
        kit.foreignKey({ columns: [c.county, c.taskId], foreignColumns: [tasks.county, tasks.id] }),
      ],
    ),
    /** What the system found about a submission, kept as it was found; `attempt` counts submissions from 1. */
    clearanceFindings: kit.table(
      'clearance_findings',
      {
        county: kit.text().notNull(),
        taskId: kit.text().notNull(),
        attempt: kit.count().notNull(),
        check: kit.oneOf(clearanceChecks).notNull(),
        verdict: kit.oneOf(checkVerdicts).notNull(),
        evidence: kit.json<Readonly<Record<string, unknown>>>().notNull(),
        foundAt: kit.instant().notNull(),
      },
      (c) => [
        kit.primaryKey({ columns: [c.county, c.taskId, c.attempt, c.check] }),
        kit.foreignKey({ columns: [c.county, c.taskId], foreignColumns: [tasks.county, tasks.id] }),
      ],
    ),
    /** One row per measure of a task: what was planned, and what was really installed or why it was struck. */
    taskMeasures: kit.table(
      'task_measures',
      {
        county: kit.text().notNull(),
        taskId: kit.text().notNull(),
        measure: kit.text().notNull(),
        position: kit.count().notNull(),
        plannedQuantity: kit.real(),
        installedQuantity: kit.real(),
        struckBecause: kit.text(),
      },
      (c) => [
        kit.primaryKey({ columns: [c.county, c.taskId, c.measure] }),
        kit.foreignKey({ columns: [c.county, c.taskId], foreignColumns: [tasks.county, tasks.id] }),
      ],
    ),
  }
}
