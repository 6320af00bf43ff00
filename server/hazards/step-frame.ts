import type { EventKind } from '../../db/event-kinds.ts'
import type { NewRow, Row } from '../../db/schema/tables.ts'
import { inTransaction, type Tx } from '../../db/unit-of-work.ts'
import type { Move } from '../../db/vocabulary.ts'
import { type Actor, inScope, scopeOf } from '../domain/actor.ts'
import { type Day, dayOf, type Instant } from '../domain/county-calendar.ts'
import { judge, type Next } from '../domain/hazard-workflow.ts'
import { Problem } from '../http/problem.ts'
import { hashOfContent, rememberAct, wasDoneBefore } from '../journal/act-once.ts'
import { note } from '../journal/note.ts'
import { tellOfStep } from '../messages/tell-of-step.ts'
import type { World } from '../world.ts'
import { contentOf } from './content-of.ts'
import { earliestDeadline } from './deadlines.ts'
import { readHazard } from './hazard-whole.ts'
import { type Case, factsOf, findCounty, moveHazard, openCase, type TaskRow, tasksOf, whereaboutsOf } from './store.ts'
import type { StepBody } from './wire.ts'

/** What somebody asks for: a step on a hazard, decided on the version they saw. */
export interface Asked<Body extends StepBody> {
  hazardId: string
  taskId?: string
  version: number
  body: Body
}

export interface Ground extends Case {
  tx: Tx
  county: Row<'counties'>
  task: TaskRow | null
  next: Next
  now: Instant
  today: Day
}

export interface Done {
  /** Columns of the hazard that change besides stage, deadline and version. */
  change?: Partial<NewRow<'hazards'>>
  /** What the journal keeps of this act beside its name. */
  body?: Record<string, unknown>
  /** Further entries that the same act brings about, in their order. */
  also?: { kind: EventKind; body?: Record<string, unknown> }[]
}

/**
 * The frame of every step on a hazard: known before? in scope? the version decided on? allowed by the table of moves?
 * Then the act, the hazard's new version and the journal, in one transaction; the answer is the hazard as it is now.
 */
export const takeStep = async <Body extends StepBody>(
  world: World,
  actor: Actor,
  { hazardId, taskId = '', version, body }: Asked<Body>,
  step: { move: Move; kind: EventKind },
  act: (ground: Ground) => Promise<Done>,
) => {
  const contentHash = hashOfContent({ hazardId, taskId, move: step.move, body: contentOf(body) })
  const taken = inTransaction(world.db, async (tx) => {
    if (await wasDoneBefore(tx, actor, body.actId, contentHash)) return
    const found = await openCase(tx, actor.county, hazardId)
    if (!found || !inScope(scopeOf(actor), whereaboutsOf(found))) throw new Problem('not-there')
    if (found.hazard.version !== version) throw new Problem('changed-meanwhile')
    const task = found.tasks.find(({ id }) => id === taskId) ?? null
    if (taskId !== '' && !task) throw new Problem('not-there')
    const county = await findCounty(tx, actor.county)
    const now = world.now()
    const today = dayOf(now, county.timeZone)
    const verdict = judge(step.move, factsOf(found, today), actor, task?.id ?? null)
    if (!verdict.ok) throw new Problem(verdict.kind, { because: verdict.because, who: verdict.who })

    const done = await act({ ...found, tx, county, task, next: verdict.next, now, today })
    const tasks = await tasksOf(tx, actor.county, hazardId)
    const deadline = earliestDeadline(tasks)
    const change = { stage: verdict.next.stage, dueOn: deadline, changedAt: now, ...done.change }
    if (!(await moveHazard(tx, found.hazard, change))) throw new Problem('changed-meanwhile')
    const entry = { county: actor.county, at: now, actorId: actor.id, subjectId: hazardId }
    const always = { ...(task && { taskId: task.id }), ...(body.deviceAt !== null && { deviceAt: body.deviceAt }) }
    await note(tx, { ...entry, kind: step.kind, body: { ...always, ...done.body } })
    for (const more of done.also ?? []) await note(tx, { ...entry, kind: more.kind, body: more.body ?? {} })
    await tellOfStep(tx, {
      ...{ actor, at: now, county, newId: world.newId, before: found.hazard, tasks },
      happenings: [{ kind: step.kind, body: done.body }, ...(done.also ?? [])].map(({ kind, body: said = {} }) => ({
        ...{ kind, taskId: task?.id ?? null, body: said, extensionAskedBy: task?.extensionAskedBy ?? null },
      })),
    })
    await rememberAct(tx, actor, { id: body.actId, contentHash, subjectId: hazardId, at: now })
  })
  try {
    await taken
  } catch (error) {
    // whoever came second is shown what is there now, so that nothing they did is lost on an empty page
    if (error instanceof Problem && error.code === 'changed-meanwhile')
      throw new Problem('changed-meanwhile', { present: await readHazard(world, actor, hazardId) })
    throw error
  }
  return readHazard(world, actor, hazardId)
}
