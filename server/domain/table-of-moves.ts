import type { Move, Role, Stage, TaskState } from '../../db/vocabulary.ts'
import type { Actor } from './actor.ts'
import type { HazardFacts, TaskFacts } from './hazard-facts.ts'
import type { Reason } from './reasons.ts'

/**
 * `revisitor` is the team that found it or a unit sent to look again; `supervised` whoever owes progress: the units of
 * its tasks and the person named; `receiver` the unit that a transfer asks.
 */
export type Whose = 'anybody' | 'team' | 'task' | 'finder-if-minor' | 'revisitor' | 'supervised' | 'receiver'

/** One step: where it starts, where it leads, who takes it, and what must be there first. */
export interface MoveRow {
  readonly from: readonly Stage[]
  /** Stage it leads to; absent where it stays or depends on the facts. */
  readonly to?: Stage
  /** States of the task it applies to; absent where it is about the hazard as a whole. */
  readonly onTask?: readonly TaskState[]
  readonly taskTo?: TaskState
  readonly by: readonly Role[]
  /** Whose it is among those roles; the county reviewer stands above this. */
  readonly whose: Whose
  /** False: only on the path; true: only off it (void, merged, transferred). */
  readonly whileSetAside: boolean | 'either'
  readonly needs?: (hazard: HazardFacts, actor: Actor, task: TaskFacts | null) => Reason | null
}

/** Whoever holds a task takes its steps; a squad holds one where it cures something on the spot. */
const owners: readonly Role[] = ['squad', 'road-chief', 'department', 'county-reviewer']
const verifiers: readonly Role[] = ['squad', 'county-reviewer']
const everybody: readonly Role[] = ['squad', 'road-chief', 'department', 'county-reviewer', 'leader']
const onRegister = { from: ['register'] as const, whileSetAside: false as const }
const open: readonly TaskState[] = ['assigned', 'accepted', 'under-way', 'returned', 'planned']

/** Nobody judges their own work, not even the county reviewer who stood in for a unit. */
const bySomebodyElse: MoveRow['needs'] = (_hazard, actor, task) => (task?.submittedBy === actor.id ? 'own-work' : null)

const notByTheCurer: MoveRow['needs'] = (hazard, actor) =>
  hazard.tasks.some(({ submittedBy }) => submittedBy === actor.id) ? 'own-cure' : null

const othersRequest: MoveRow['needs'] = (_hazard, actor, task) => {
  if (task?.extensionAskedBy == null) return 'no-extension'
  return task.extensionAskedBy === actor.id ? 'own-request' : null
}

const whereTransferred = {
  from: ['team', 'camera', 'register'] as const,
  by: ['squad', 'road-chief', 'department', 'county-reviewer'] as const,
  whose: 'receiver' as const,
  whileSetAside: false as const,
}

/** The whole workflow as data (workflow.md): `judge` reads it, the screen and the duties page are drawn from it. */
export const tableOfMoves: Readonly<Record<Move, MoveRow>> = {
  'dispatch-team': { from: ['team'], by: ['squad', 'county-reviewer'], whose: 'team', whileSetAside: false },
  'add-scene-photo': {
    from: ['team', 'camera', 'register'],
    by: ['squad', 'county-reviewer'],
    whose: 'team',
    whileSetAside: false,
    needs: (hazard) => (hazard.teamUnitId === null ? 'no-team' : null),
  },
  'complete-scene': {
    from: ['camera'],
    by: ['squad', 'county-reviewer'],
    whose: 'team',
    whileSetAside: false,
    needs: (hazard) => {
      if (hazard.sceneComplete) return 'scene-complete'
      if (hazard.teamScenePhotos === 0) return 'no-scene-photo'
      return hazard.hasPosition ? null : 'no-position'
    },
  },
  'register-hazard': {
    from: ['camera'],
    to: 'register',
    by: ['squad', 'county-reviewer'],
    whose: 'team',
    whileSetAside: false,
    needs: (hazard) => (hazard.sceneComplete ? null : 'scene-not-complete'),
  },
  'accept-task': { ...onRegister, onTask: ['assigned'], taskTo: 'accepted', by: owners, whose: 'task' },
  'refuse-task': { ...onRegister, onTask: ['assigned'], taskTo: 'refused', by: owners, whose: 'task' },
  'reassign-task': {
    ...onRegister,
    onTask: ['refused', 'assigned', 'accepted', 'under-way', 'returned', 'planned'],
    taskTo: 'assigned',
    by: ['county-reviewer'],
    whose: 'anybody',
  },
  'start-task': { ...onRegister, onTask: ['accepted', 'returned'], taskTo: 'under-way', by: owners, whose: 'task' },
  'control-interim': { ...onRegister, onTask: open, by: owners, whose: 'task' },
  'plan-task': {
    ...onRegister,
    onTask: ['assigned', 'accepted', 'under-way', 'returned'],
    taskTo: 'planned',
    by: owners,
    whose: 'task',
  },
  'resume-task': { ...onRegister, onTask: ['planned'], taskTo: 'assigned', by: owners, whose: 'task' },
  'submit-task': {
    ...onRegister,
    onTask: ['accepted', 'under-way', 'returned'],
    taskTo: 'submitted',
    by: owners,
    whose: 'task',
  },
  'return-task': {
    ...onRegister,
    onTask: ['submitted'],
    taskTo: 'returned',
    by: verifiers,
    whose: 'finder-if-minor',
    needs: bySomebodyElse,
  },
  'verify-task': {
    ...onRegister,
    onTask: ['submitted'],
    taskTo: 'verified',
    by: verifiers,
    whose: 'finder-if-minor',
    needs: bySomebodyElse,
  },
  'pass-revisit': { from: ['cleared'], by: verifiers, whose: 'revisitor', whileSetAside: false, needs: notByTheCurer },
  'fail-revisit': {
    from: ['cleared'],
    to: 'register',
    by: verifiers,
    whose: 'revisitor',
    whileSetAside: false,
    needs: notByTheCurer,
  },
  'void-hazard': {
    from: ['team', 'camera', 'register'],
    by: ['county-reviewer'],
    whose: 'anybody',
    whileSetAside: false,
  },
  'reinstate-hazard': {
    from: ['team', 'camera', 'register'],
    by: ['county-reviewer'],
    whose: 'anybody',
    whileSetAside: true,
  },
  'ask-extension': {
    ...onRegister,
    onTask: ['assigned', 'accepted', 'under-way', 'returned'],
    by: owners,
    whose: 'task',
    needs: (_hazard, _actor, task) => {
      if (task?.extensionAskedBy != null) return 'extension-pending'
      return task?.deadlinePassed ? 'deadline-passed' : null
    },
  },
  'grant-extension': { ...onRegister, onTask: open, by: ['county-reviewer'], whose: 'anybody', needs: othersRequest },
  'refuse-extension': { ...onRegister, onTask: open, by: ['county-reviewer'], whose: 'anybody', needs: othersRequest },
  supervise: {
    ...onRegister,
    by: ['county-reviewer', 'leader'],
    whose: 'anybody',
    needs: ({ supervised }) => (supervised ? 'already-supervised' : null),
  },
  'lift-supervision': {
    ...onRegister,
    by: ['county-reviewer', 'leader'],
    whose: 'anybody',
    needs: ({ supervised }) => (supervised ? null : 'not-supervised'),
  },
  'report-progress': {
    ...onRegister,
    by: ['road-chief', 'department', 'county-reviewer', 'leader'],
    whose: 'supervised',
    needs: ({ supervised }) => (supervised ? null : 'not-supervised'),
  },
  'merge-hazard': {
    from: ['team', 'camera', 'register'],
    by: ['county-reviewer'],
    whose: 'anybody',
    whileSetAside: false,
  },
  'transfer-hazard': {
    from: ['team', 'camera', 'register'],
    by: ['county-reviewer'],
    whose: 'anybody',
    whileSetAside: false,
    needs: ({ transfer }) => (transfer ? 'transfer-pending' : null),
  },
  'accept-transfer': { ...whereTransferred, needs: ({ transfer }) => (transfer ? null : 'no-transfer') },
  'refuse-transfer': { ...whereTransferred, needs: ({ transfer }) => (transfer ? null : 'no-transfer') },
  'issue-notice': {
    from: ['register', 'cleared'],
    by: ['squad', 'road-chief', 'department', 'county-reviewer'],
    whose: 'anybody',
    whileSetAside: false,
  },
  comment: {
    from: ['team', 'camera', 'register', 'cleared'],
    by: everybody,
    whose: 'anybody',
    whileSetAside: 'either',
  },
}
