import { expect, test } from 'vitest'
import type { Move, Role, Stage, TaskState } from '../../db/vocabulary.ts'
import type { Actor } from '../../server/domain/actor.ts'
import { type HazardFacts, verdictsFor } from '../../server/domain/hazard-workflow.ts'
import { doorsOf, nextStep } from './next-step.ts'

const today = '2026-11-21'

const actor = (role: Role): Actor => ({
  county: '360424',
  id: `${role}-1`,
  name: role,
  role,
  unitId: role === 'squad' ? 'squad1' : role === 'county-reviewer' ? 'office' : 'town',
  areaCodes: ['360424100'],
  zoneIds: [],
  zonePlaceCodes: ['360424100'],
})

interface Given {
  readonly stage: Stage
  readonly team?: boolean
  readonly sceneComplete?: boolean
  readonly tasks?: readonly { id: string; state: TaskState; dueOn: string }[]
  readonly revisitDueOn?: string
}

/** A hazard as the server would show it to this person: the doors come from the workflow itself. */
const seenBy = (role: Role, { stage, team = true, sceneComplete = true, tasks = [], revisitDueOn }: Given) => {
  const facts: HazardFacts = {
    stage,
    setAside: null,
    severity: 'minor',
    placeCode: '360424100201',
    teamUnitId: team ? 'squad1' : null,
    teamScenePhotos: stage === 'team' ? 0 : 1,
    hasPosition: true,
    sceneComplete,
    supervised: false,
    supervisorId: null,
    transfer: null,
    revisitUnitIds: [],
    tasks: tasks.map(({ id, state }) => ({
      ...{ id, state, unitId: 'town', personId: null, submittedBy: 'chief' },
      ...{ extensionAskedBy: null, deadlinePassed: false },
    })),
  }
  return {
    stage,
    team: team ? { id: 'squad1', name: '一中队' } : null,
    supervision: null,
    transfer: null,
    tasks,
    revisits:
      revisitDueOn === undefined
        ? []
        : [
            {
              ...{ id: 'r', dueOn: revisitDueOn, outcome: null, doneAt: null, doneBy: null, remark: null },
              ...{ droppedAt: null, kind: 'due' as const, unit: null },
            },
          ],
    moves: verdictsFor(facts, actor(role)).map(({ move, taskId, verdict }) => ({
      move,
      taskId,
      ok: verdict.ok,
      because: verdict.ok ? null : verdict.because,
      who: [],
    })),
  }
}
const next = (role: Role, given: Given): Move | undefined => nextStep(seenBy(role, given), actor(role), today)?.move
const task = (id: string, state: TaskState, dueOn: string) => ({ id, state, dueOn })

test('a chief first accepts, then submits, the task due first before the others', () => {
  const tasks = [task('late', 'assigned', '2026-12-20'), task('soon', 'assigned', '2026-11-25')]
  expect(nextStep(seenBy('road-chief', { stage: 'register', tasks }), actor('road-chief'), today)).toMatchObject({
    move: 'accept-task',
    taskId: 'soon',
  })
  expect(next('road-chief', { stage: 'register', tasks: [task('t', 'returned', '2026-11-25')] })).toBe('submit-task')
})

test('a squad photographs, says that the scene is complete, registers, verifies, in this order of stages', () => {
  expect(next('squad', { stage: 'team', team: false })).toBe('dispatch-team')
  expect(next('squad', { stage: 'team' })).toBe('add-scene-photo')
  expect(next('squad', { stage: 'camera', sceneComplete: false })).toBe('complete-scene')
  expect(next('squad', { stage: 'camera' })).toBe('register-hazard')
  expect(next('squad', { stage: 'register', tasks: [task('t', 'submitted', '2026-11-25')] })).toBe('verify-task')
})

test('a revisit is asked for when it is near, not two months ahead', () => {
  expect(next('squad', { stage: 'cleared', revisitDueOn: '2026-11-28' })).toBe('pass-revisit')
  expect(next('squad', { stage: 'cleared', revisitDueOn: '2027-01-20' })).toBeUndefined()
})

test('the county is asked to re-assign what was refused, never what is in hand', () => {
  expect(next('county-reviewer', { stage: 'register', tasks: [task('t', 'refused', '2026-11-25')] })).toBe(
    'reassign-task',
  )
  expect(next('county-reviewer', { stage: 'register', tasks: [task('t', 'accepted', '2026-11-25')] })).toBeUndefined()
})

test('every door of the table stands in exactly one group', () => {
  const { moves } = seenBy('road-chief', { stage: 'register', tasks: [task('t', 'assigned', '2026-11-25')] })
  const whole = doorsOf(moves, null)
  const ofTask = doorsOf(moves, 't')
  expect(whole.open.length + whole.shut.length + ofTask.open.length + ofTask.shut.length).toBe(moves.length)
  expect(whole.open.map(({ move }) => move)).toEqual(['issue-notice', 'comment'])
})
