import { expect, test } from 'vitest'
import type { HazardWhole, MoveView } from '../../server/hazards/answers.ts'
import type { FieldStepFacts, OutboxEntry } from './entry.ts'
import { unsentOf, withUnsent } from './unsent-steps.ts'

const me = { id: 'chief', unitId: 'unit-town1' }
const door = (move: MoveView['move'], because: MoveView['because'], taskId: string | null = 't1'): MoveView => ({
  ...{ move, taskId, because, ok: because === null, who: [] },
})
const base = { id: 'h1', stage: 'register', setAside: null, severity: 'minor', placeCode: '360424100', team: null }
const task = {
  id: 't1',
  state: 'assigned',
  unit: { id: 'unit-town1' },
  person: null,
  submittedBy: null,
  dueOn: '2026-12-01',
}
const around = { photos: [], position: null, sceneCompletedAt: null, supervision: null, transfer: null, revisits: [] }
const hazardWith = (moves: readonly MoveView[]): HazardWhole =>
  JSON.parse(JSON.stringify({ ...base, ...around, tasks: [{ ...task, extensions: [] }], moves }))

const step = (move: FieldStepFacts['move']): FieldStepFacts => ({
  ...{ kind: 'step', actId: `a-${move}`, hazardId: 'h1', move, taskId: 't1', path: '', body: {} },
  ...{ version: 1, seenSeq: null, takenAtMs: 0 },
})
const after = (steps: readonly FieldStepFacts[], moves: readonly MoveView[]) =>
  withUnsent(hazardWith(moves), steps, me, '2026-11-22').moves.map(({ ok, because }) => (ok ? 'open' : because))

test('behind an unsent acceptance the task can be submitted, and not accepted twice', () => {
  const doors = [door('accept-task', null), door('submit-task', 'another-task-state')]
  expect(after([], doors)).toEqual(['open', 'another-task-state'])
  expect(after([step('accept-task')], doors)).toEqual(['another-task-state', 'open'])
  expect(after([step('accept-task'), step('submit-task')], doors)).toEqual(['another-task-state', 'another-task-state'])
})

test('own unsent steps never open a door that was shut because of who is asking', () => {
  const doors = [door('verify-task', 'county-verifies'), door('submit-task', 'another-unit')]
  expect(after([step('accept-task'), step('submit-task')], doors)).toEqual(['county-verifies', 'another-unit'])
})

test('nobody verifies their own unsent work', () => {
  const doors = [door('verify-task', 'another-task-state')]
  expect(after([step('accept-task'), step('submit-task')], doors)).toEqual(['own-work'])
})

test('a new step waits behind what is not yet with the server, and not behind what is', () => {
  const entry = (id: string, seq: number, state: OutboxEntry['state'], hazardId = 'h1'): OutboxEntry => ({
    ...{ id, seq, state, what: { ...step('comment'), hazardId }, savedAtMs: 0, attempts: 0, photos: [] },
    ...{ recorded: false, problem: null, presentVersion: null },
  })
  const entries = [
    entry('later', 4, 'sending'),
    entry('first', 2, 'waiting'),
    ...(['recorded', 'received', 'conflict', 'refused', 'photo-refused'] as const).map((state, at) =>
      entry(state, 10 + at, state),
    ),
    entry('elsewhere', 1, 'waiting', 'h2'),
  ]
  expect(unsentOf(entries, 'h1').map(({ id }) => id)).toEqual(['first', 'later'])
})
