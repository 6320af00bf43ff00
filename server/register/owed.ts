import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Db } from '../../db/unit-of-work.ts'
import type { Move, Role } from '../../db/vocabulary.ts'
import type { Actor } from '../domain/actor.ts'
import type { Day } from '../domain/county-calendar.ts'
import { judge, tableOfMoves } from '../domain/hazard-workflow.ts'
import { type Case, factsOf, type HazardRow, openCase, type TaskRow } from '../hazards/store.ts'
import { transferWaiting } from '../hazards/transfer-store.ts'
import { extensionsOf } from '../remediation/extension-store.ts'

export interface Owed {
  wants: Move | null
  taskId: string | null
  demand: string
  dueOn: string | null
  because: string | null
}

/** Steps that are somebody's turn, most pressing first. Whoever stands above a unit is not asked to do its work. */
const turns: Partial<Record<Role, readonly Move[]>> = {
  'road-chief': ['accept-transfer', 'accept-task', 'report-progress', 'submit-task'],
  department: ['accept-transfer', 'accept-task', 'report-progress', 'submit-task'],
  squad: [
    ...(['accept-transfer', 'accept-task', 'submit-task', 'verify-task', 'register-hazard'] as const),
    ...(['complete-scene', 'add-scene-photo', 'dispatch-team', 'pass-revisit'] as const),
  ],
  'county-reviewer': [
    ...(['grant-extension', 'reassign-task', 'verify-task', 'accept-transfer', 'report-progress'] as const),
    ...(['register-hazard', 'dispatch-team'] as const),
  ],
  leader: ['report-progress'],
}

/** What may be done at any time is only waited for when somebody asked for it, or its day has come. */
const isWaitedFor = (move: Move, { hazard, tasks }: Case, task: TaskRow | null, actor: Actor, today: Day): boolean => {
  switch (move) {
    case 'reassign-task':
      return task?.state === 'refused'
    case 'accept-transfer':
      return hazard.transferToCounty !== null || hazard.transferToUnitId === actor.unitId
    case 'report-progress': {
      if (hazard.progressDueOn === null || hazard.progressDueOn > today) return false
      if (hazard.supervisorId === actor.id) return true
      return actor.role !== 'county-reviewer' && tasks.some((one) => isOf(one, actor))
    }
    default:
      return true
  }
}

const isOf = ({ unitId, personId }: TaskRow, actor: Actor): boolean => unitId === actor.unitId || personId === actor.id

/** What is owed by this person on each hazard, by the verdicts of the table of moves. */
export const owedOf = async (
  db: Db,
  actor: Actor,
  rows: readonly HazardRow[],
  today: Day,
): Promise<ReadonlyMap<string, Owed>> => {
  const visits = await revisitDays(
    db,
    actor,
    rows.filter(({ stage }) => stage === 'cleared'),
  )
  const owed = new Map<string, Owed>()
  for (const { id } of rows) {
    const found = await openCase(db, actor.county, id)
    if (!found) continue
    const facts = factsOf(found, today)
    for (const move of turns[actor.role] ?? []) {
      const accepts = (candidate: TaskRow | null): boolean =>
        isWaitedFor(move, found, candidate, actor, today) && judge(move, facts, actor, candidate?.id ?? null).ok
      const task = firstOpen(tableOfMoves[move].onTask ? found.tasks : [], accepts)
      if (task === undefined) continue
      const { hazard } = found
      const dueOn = move === 'report-progress' ? hazard.progressDueOn : (task?.dueOn ?? visits.get(id) ?? hazard.dueOn)
      const because = await whyAsked(db, move, hazard, task)
      owed.set(id, { wants: move, taskId: task?.id ?? null, demand: task?.demand ?? '', dueOn, because })
      break
    }
  }
  return owed
}

/** In the words of whoever asked for it, or sent it back. */
const whyAsked = async (db: Db, move: Move, hazard: HazardRow, task: TaskRow | null): Promise<string | null> => {
  if (move === 'accept-transfer') return (await transferWaiting(db, hazard.county, hazard.id))?.because ?? null
  if (move !== 'grant-extension') return task?.returnedBecause ?? task?.refusedBecause ?? null
  const asked = (await extensionsOf(db, hazard.county, hazard.id)).filter(({ taskId }) => taskId === task?.id)
  return asked.at(-1)?.because ?? null
}

/** The task, or null for a step on the hazard as a whole, that the test accepts; undefined where none does. */
const firstOpen = (tasks: readonly TaskRow[], accepts: (task: TaskRow | null) => boolean): TaskRow | null | undefined =>
  [...tasks].sort((a, b) => a.dueOn.localeCompare(b.dueOn)).find(accepts) ?? (accepts(null) ? null : undefined)

/** The first day on which this person's unit is to look again: because it was sent, or as the team that found it. */
const revisitDays = async (
  db: Db,
  { county, unitId }: Actor,
  hazards: readonly HazardRow[],
): Promise<ReadonlyMap<string, string>> => {
  if (hazards.length === 0) return new Map()
  const { revisits } = db.t
  const ids = hazards.map(({ id }) => id)
  const ofTeam = new Set(hazards.filter(({ teamUnitId }) => teamUnitId === unitId).map(({ id }) => id))
  const rows = await db.q
    .select({ hazardId: revisits.hazardId, dueOn: revisits.dueOn, unitId: revisits.unitId })
    .from(revisits)
    .where(
      and(
        ...[eq(revisits.county, county), inArray(revisits.hazardId, ids)],
        ...[isNull(revisits.outcome), isNull(revisits.droppedAt)],
      ),
    )
    .orderBy(asc(revisits.dueOn))
  const own = rows.filter((row) => (row.unitId === null ? ofTeam.has(row.hazardId) : row.unitId === unitId))
  return new Map(own.reverse().map(({ hazardId, dueOn }) => [hazardId, dueOn]))
}
