import { type Move, moves, type Role, type Stage, type TaskState } from '../../db/vocabulary.ts'
import type { Actor } from './actor.ts'
import type { HazardFacts, TaskFacts } from './hazard-facts.ts'
import type { Reason } from './reasons.ts'
import { type MoveRow, tableOfMoves } from './table-of-moves.ts'

export type { HazardFacts, TaskFacts } from './hazard-facts.ts'
export { tableOfMoves } from './table-of-moves.ts'

export interface Next {
  readonly stage: Stage
  readonly taskState: TaskState | null
}

export type Verdict =
  | { readonly ok: true; readonly next: Next }
  | {
      readonly ok: false
      /** not-yours travels as 403, does-not-fit as 409. */
      readonly kind: 'not-yours' | 'does-not-fit'
      readonly because: Reason
      /** Roles that could take the step. */
      readonly who: readonly Role[]
    }

/**
 * May this person take this step on this hazard now? The caller has already made sure that the hazard is in the
 * person's scope. Rights come first (403), then whether the step fits (409); nobody verifies their own work (409).
 * Source: workflow.md. `taskId` is needed for moves on a task and ignored for the others.
 */
export const judge = (move: Move, hazard: HazardFacts, actor: Actor, taskId: string | null = null): Verdict => {
  const row = tableOfMoves[move]
  const task = hazard.tasks.find(({ id }) => id === taskId) ?? null
  const shut = (kind: 'not-yours' | 'does-not-fit', because: Reason): Verdict => ({
    ok: false,
    kind,
    because,
    who: because === 'county-verifies' ? row.by.filter((role) => role === 'county-reviewer') : row.by,
  })

  if (!row.by.includes(actor.role)) return shut('not-yours', 'another-role')
  if (row.onTask && !task) return shut('does-not-fit', 'no-task-named')
  const notMine = actor.role === 'county-reviewer' ? null : ownership(row, hazard, task, actor)
  if (notMine) return shut('not-yours', notMine)

  if (row.whileSetAside !== 'either' && (hazard.setAside !== null) !== row.whileSetAside)
    return shut('does-not-fit', hazard.setAside ?? 'not-set-aside')
  if (!row.from.includes(hazard.stage)) return shut('does-not-fit', 'another-stage')
  if (row.onTask && task && !row.onTask.includes(task.state)) return shut('does-not-fit', 'another-task-state')
  const missing = row.needs?.(hazard, actor, task) ?? null
  if (missing) return shut('does-not-fit', missing)
  return { ok: true, next: nextOf(move, row, hazard, task) }
}

/** Every step with its verdict, for the screen: an open door, or a shut one with its reason. */
export const verdictsFor = (
  hazard: HazardFacts,
  actor: Actor,
): { move: Move; taskId: string | null; verdict: Verdict }[] =>
  moves.flatMap((move) => {
    const subjects: (string | null)[] = tableOfMoves[move].onTask ? hazard.tasks.map(({ id }) => id) : [null]
    return subjects.map((taskId) => ({ move, taskId, verdict: judge(move, hazard, actor, taskId) }))
  })

/**
 * The facts after a step that was allowed; the step itself is not judged here. `taskId` as for `judge`.
 * A failed revisit hands every task back to its unit, as `returned`. What a step brings along (the team sent, the
 * tasks made, who takes one over, whom a transfer asks) is written by the verb.
 */
export const advance = (
  hazard: HazardFacts,
  move: Move,
  next: Next,
  actor: Actor,
  taskId: string | null,
): HazardFacts => {
  const clearing = next.stage === 'cleared' && hazard.stage !== 'cleared'
  const lifted = clearing || move === 'lift-supervision'
  const answered = clearing || move === 'accept-transfer' || move === 'refuse-transfer'
  return {
    ...hazard,
    stage: next.stage,
    setAside: asideAfter(hazard, move),
    teamUnitId: move === 'accept-transfer' && hazard.transfer?.asTeam ? hazard.transfer.toUnitId : hazard.teamUnitId,
    sceneComplete: hazard.sceneComplete || move === 'complete-scene',
    teamScenePhotos: hazard.teamScenePhotos + (move === 'add-scene-photo' ? 1 : 0),
    supervised: !lifted && (hazard.supervised || move === 'supervise' || startsSupervised(move, hazard.severity)),
    supervisorId: lifted ? null : hazard.supervisorId,
    transfer: answered ? null : hazard.transfer,
    revisitUnitIds: stillSent(hazard, move, actor),
    tasks: hazard.tasks.map((task) => taskAfter(task, hazard, move, next, actor, taskId)),
  }
}

/** Major ones are supervised from the moment they are on the register, also when they come back to it. */
export const startsSupervised = (move: Move, severity: HazardFacts['severity']): boolean =>
  severity === 'major' && (move === 'register-hazard' || move === 'fail-revisit')

/** Tasks that go to the unit which accepts a transfer: what waits for a verdict, or has one, stays where it was done. */
export const passesOn = (state: TaskState): boolean => state !== 'submitted' && state !== 'verified'

const taskAfter = (
  task: TaskFacts,
  { transfer }: HazardFacts,
  move: Move,
  next: Next,
  actor: Actor,
  taskId: string | null,
): TaskFacts => {
  const afresh = { extensionAskedBy: null, deadlinePassed: false }
  if (move === 'fail-revisit') return { ...task, ...afresh, state: 'returned' }
  if (move === 'accept-transfer' && transfer?.toUnitId && !transfer.asTeam && passesOn(task.state)) {
    const personId = transfer.toUnitId === actor.unitId ? actor.id : null
    return {
      ...task,
      state: 'accepted',
      unitId: transfer.toUnitId,
      personId,
      submittedBy: null,
      extensionAskedBy: null,
    }
  }
  if (task.id !== taskId) return task
  if (move === 'ask-extension') return { ...task, extensionAskedBy: actor.id }
  if (move === 'grant-extension') return { ...task, ...afresh }
  if (move === 'refuse-extension') return { ...task, extensionAskedBy: null }
  const moved = next.taskState === null ? task : { ...task, state: next.taskState }
  if (move === 'submit-task') return { ...moved, submittedBy: actor.id }
  if (move === 'verify-task') return { ...moved, extensionAskedBy: null }
  return move === 'reassign-task' || move === 'resume-task' ? { ...moved, ...afresh } : moved
}

const stillSent = ({ revisitUnitIds }: HazardFacts, move: Move, { unitId }: Actor): readonly string[] => {
  if (move === 'fail-revisit') return []
  return move === 'pass-revisit' ? revisitUnitIds.filter((id) => id !== unitId) : revisitUnitIds
}

const asideAfter = ({ setAside, transfer }: HazardFacts, move: Move): HazardFacts['setAside'] => {
  if (move === 'void-hazard') return 'void'
  if (move === 'merge-hazard') return 'merged'
  if (move === 'accept-transfer' && transfer?.toUnitId === null) return 'transferred'
  return move === 'reinstate-hazard' ? null : setAside
}

const ownership = (row: MoveRow, hazard: HazardFacts, task: TaskFacts | null, actor: Actor): Reason | null => {
  switch (row.whose) {
    case 'anybody':
      return null
    case 'team':
      if (hazard.teamUnitId === null) return withinArea(hazard, actor) ? null : 'another-team'
      return hazard.teamUnitId === actor.unitId ? null : 'another-team'
    case 'revisitor':
      if (actor.unitId !== null && hazard.revisitUnitIds.includes(actor.unitId)) return null
      return ownership({ ...row, whose: 'team' }, hazard, task, actor)
    case 'supervised':
      if (hazard.supervisorId === actor.id) return null
      return hazard.tasks.some((one) => one.personId === actor.id || one.unitId === actor.unitId)
        ? null
        : 'not-the-supervised'
    case 'receiver':
      // without a transfer there is nobody to wait for: then the step does not fit
      return !hazard.transfer || (hazard.transfer.toUnitId !== null && hazard.transfer.toUnitId === actor.unitId)
        ? null
        : 'another-receiver'
    case 'task':
      return task && (task.personId === actor.id || task.unitId === actor.unitId) ? null : 'another-unit'
    case 'finder-if-minor':
      if (hazard.severity !== 'minor') return 'county-verifies'
      return hazard.teamUnitId !== null && hazard.teamUnitId === actor.unitId ? null : 'another-team'
  }
}

const withinArea = (hazard: HazardFacts, actor: Actor): boolean =>
  actor.areaCodes.some((code) => hazard.placeCode.startsWith(code))

const nextOf = (move: Move, row: MoveRow, hazard: HazardFacts, task: TaskFacts | null): Next => {
  if (move === 'verify-task') {
    const last = hazard.tasks.every(({ id, state }) => id === task?.id || state === 'verified')
    return { stage: last ? 'cleared' : 'register', taskState: 'verified' }
  }
  // the team's first photo of the scene opens the second stage; later ones only add to it
  if (move === 'add-scene-photo') return { stage: hazard.stage === 'team' ? 'camera' : hazard.stage, taskState: null }
  return { stage: row.to ?? hazard.stage, taskState: row.taskTo ?? null }
}
