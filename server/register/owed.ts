import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Db } from '../../db/unit-of-work.ts'
import type { Move, Role, TaskState } from '../../db/vocabulary.ts'
import type { Actor } from '../domain/actor.ts'
import { judge, tableOfMoves } from '../domain/hazard-workflow.ts'
import { factsOf, type HazardRow, openCase, type TaskRow } from '../hazards/store.ts'

export interface Owed {
  wants: Move | null
  taskId: string | null
  demand: string
  dueOn: string | null
  because: string | null
}

/** Steps that are somebody's turn, most pressing first. Whoever stands above a unit is not asked to do its work. */
const turns: Partial<Record<Role, readonly Move[]>> = {
  'road-chief': ['accept-task', 'submit-task'],
  department: ['accept-task', 'submit-task'],
  squad: ['verify-task', 'register-hazard', 'complete-scene', 'add-scene-photo', 'dispatch-team', 'pass-revisit'],
  'county-reviewer': ['reassign-task', 'verify-task', 'register-hazard', 'dispatch-team'],
}

/** The county re-assigns a task at any time, but it is only waited for when somebody refused it. */
const onlyFrom: Partial<Record<Move, TaskState>> = { 'reassign-task': 'refused' }

/** What is owed by this person on each hazard, by the verdicts of the table of moves. */
export const owedOf = async (db: Db, actor: Actor, rows: readonly HazardRow[]): Promise<ReadonlyMap<string, Owed>> => {
  const visits = await revisitDays(
    db,
    actor.county,
    rows.filter(({ stage }) => stage === 'cleared').map(({ id }) => id),
  )
  const owed = new Map<string, Owed>()
  for (const { id } of rows) {
    const found = await openCase(db, actor.county, id)
    if (!found) continue
    const facts = factsOf(found)
    for (const move of turns[actor.role] ?? []) {
      const accepts = (candidate: TaskRow | null): boolean => {
        const from = onlyFrom[move]
        if (from !== undefined && candidate?.state !== from) return false
        return judge(move, facts, actor, candidate?.id ?? null).ok
      }
      const task = firstOpen(tableOfMoves[move].onTask ? found.tasks : [], accepts)
      if (task === undefined) continue
      const dueOn = task?.dueOn ?? visits.get(id) ?? found.hazard.dueOn
      const because = task?.returnedBecause ?? task?.refusedBecause ?? null
      owed.set(id, { wants: move, taskId: task?.id ?? null, demand: task?.demand ?? '', dueOn, because })
      break
    }
  }
  return owed
}

/** The task, or null for a step on the hazard as a whole, that the test accepts; undefined where none does. */
const firstOpen = (tasks: readonly TaskRow[], accepts: (task: TaskRow | null) => boolean): TaskRow | null | undefined =>
  [...tasks].sort((a, b) => a.dueOn.localeCompare(b.dueOn)).find(accepts) ?? (accepts(null) ? null : undefined)

const revisitDays = async (db: Db, county: string, hazardIds: string[]): Promise<ReadonlyMap<string, string>> => {
  if (hazardIds.length === 0) return new Map()
  const { revisits } = db.t
  const rows = await db.q
    .select({ hazardId: revisits.hazardId, dueOn: revisits.dueOn })
    .from(revisits)
    .where(
      and(
        eq(revisits.county, county),
        inArray(revisits.hazardId, hazardIds),
        isNull(revisits.outcome),
        isNull(revisits.droppedAt),
      ),
    )
    .orderBy(asc(revisits.dueOn))
  return new Map([...rows].reverse().map(({ hazardId, dueOn }) => [hazardId, dueOn]))
}
