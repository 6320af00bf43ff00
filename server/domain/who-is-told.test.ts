import { expect, test } from 'vitest'
import { type EventKind, eventKinds } from '../../db/event-kinds.ts'
import { isTold, type ToldHazard, whoIsTold } from './who-is-told.ts'

const task = { id: 't1', unitId: 'town', personId: null, submittedBy: 'chief', dueOn: '2026-12-01' }
const hazard: ToldHazard = {
  ...{ severity: 'serious', stage: 'register', teamUnitId: 'squad', reportedBy: 'reporter', supervisorId: 'boss' },
  ...{ supervisorBefore: 'boss', progressDueOn: '2026-11-25', transferToUnitId: 'roads', tasks: [task] },
  chiefIds: ['zone-chief'],
}
const after = (kind: EventKind, given: Partial<ToldHazard> = {}, body: Record<string, unknown> = {}) =>
  whoIsTold({ kind, taskId: 't1', body, extensionAskedBy: 'asker' }, { ...hazard, ...given })

test('a unit is told of its task, with the deadline', () => {
  expect(after('task-reassigned')).toMatchObject([
    { kind: 'task-assigned', taskId: 't1', unitId: 'town', dueOn: '2026-12-01', who: [{ unit: 'town' }] },
  ])
})

test('each unit of a registered hazard hears of its own task and of no other', () => {
  const two = [task, { ...task, id: 't2', unitId: 'roads', personId: 'zhu' }]
  expect(after('hazard-registered', { tasks: two }).map(({ taskId, unitId }) => [taskId, unitId])).toEqual([
    ['t1', 'town'],
    ['t2', 'roads'],
  ])
})

test('a minor submission is for the team that found it, a graver one for the county', () => {
  expect(after('task-submitted', { severity: 'minor' })[0]?.who).toMatchObject([{ unit: 'squad' }])
  expect(after('task-submitted')[0]?.who).toEqual([{ role: 'county-reviewer' }])
})

test('a returned task goes to whoever answers for it and whoever submitted it, with the reason itself', () => {
  expect(after('task-returned', {}, { because: '没有反光' })).toMatchObject([
    { because: '没有反光', who: [{ answerable: { unitId: 'town' } }, { person: 'chief' }] },
  ])
})

test('the last verification tells the reporter that it is cleared', () => {
  expect(after('hazard-cleared', { stage: 'cleared' })).toMatchObject([
    { kind: 'task-verified', variant: 'cleared', who: [{ person: 'reporter' }, { unit: 'squad' }, { person: 'boss' }] },
  ])
})

test('an extension is asked of the county and answered to whoever asked', () => {
  expect(after('extension-asked', {}, { dueOn: '2026-12-20' })).toMatchObject([
    { who: [{ role: 'county-reviewer' }], dueOn: '2026-12-20' },
  ])
  expect(after('extension-refused')[0]).toMatchObject({ variant: 'refused', who: [{ person: 'asker' }, {}] })
})

test('the one who was named learns that the supervision is lifted', () => {
  expect(after('supervision-lifted', { supervisorId: null })[0]?.who).toContainEqual({ person: 'boss' })
})

test('a relapse reaches the units, the chiefs of the zone and the county', () => {
  const [told] = after('revisit-failed', { stage: 'register' }, { because: '又塌了', dueOn: '2026-12-30' })
  expect(told).toMatchObject({ kind: 'hazard-reopened', because: '又塌了', dueOn: '2026-12-30' })
  expect(told?.who).toContainEqual({ person: 'zone-chief' })
  expect(told?.who).toContainEqual({ role: 'county-reviewer' })
})

test('what is not on the list of telling acts tells nobody, and what is on it tells somebody', () => {
  for (const kind of eventKinds) expect(after(kind).length > 0, kind).toBe(isTold(kind))
})
