import { describe, expect, test } from 'vitest'
import { taskStates } from '../../db/vocabulary.ts'
import { addDays } from './county-calendar.ts'
import {
  isReminderHour,
  type RemindedTask,
  reminderOfProgress,
  reminderOfReply,
  reminderOfRevisit,
  remindersOfTask,
} from './reminders.ts'

const settings = { remindBeforeDays: [3, 1], remindAfterDays: [1, 3, 7], acceptWithinDays: 3, escalateAfterDays: 7 }
const due = '2026-12-15'
const task: RemindedTask = {
  ...{ id: 't', state: 'under-way', unitId: 'town', personId: null, dueOn: due },
  ...{ assignedOn: '2026-12-01', escalatedOn: null },
}
const keysOn = (days: number, given: Partial<RemindedTask> = {}) =>
  remindersOfTask({ ...task, ...given }, addDays(due, days), settings).map(({ onceKey }) => onceKey)

describe('a deadline', () => {
  test('is announced three days and one day before, each once', () => {
    expect(keysOn(-4)).toEqual([])
    expect(keysOn(-3)).toEqual([`deadline-near:3:t:${due}`])
    expect(keysOn(-2)).toEqual([`deadline-near:3:t:${due}`])
    expect(keysOn(-1)).toEqual([`deadline-near:1:t:${due}`])
  })
  test('is said on its day, and after it on the days the county set', () => {
    expect(keysOn(0)).toEqual([`deadline-today:t:${due}`])
    expect(keysOn(1)).toEqual([`deadline-passed:1:t:${due}`])
    expect(keysOn(2)).toEqual([`deadline-passed:1:t:${due}`])
    expect(keysOn(3)).toEqual([`deadline-passed:3:t:${due}`])
    expect(keysOn(6)).toEqual([`deadline-passed:3:t:${due}`])
  })
  test('that was moved is announced anew', () => {
    expect(keysOn(-3, { dueOn: addDays(due, -1) })).toEqual([`deadline-near:3:t:${addDays(due, -1)}`])
  })
  test('given only just now is not announced at once', () => {
    expect(keysOn(-2, { assignedOn: addDays(due, -2) })).toEqual([])
    expect(keysOn(-1, { assignedOn: addDays(due, -2) })).toEqual([`deadline-near:1:t:${due}`])
    expect(keysOn(0, { assignedOn: due })).toEqual([])
  })
})

describe('the county is told', () => {
  test('of a task a week overdue, once', () => {
    expect(keysOn(6)).not.toContain(`escalated:overdue:t:${due}`)
    expect(keysOn(7)).toContain(`escalated:overdue:t:${due}`)
    expect(keysOn(9, { escalatedOn: addDays(due, 7) })).not.toContain(`escalated:overdue:t:${due}`)
  })
  test('again when a later deadline passes as well', () => {
    const later = addDays(due, 20)
    const keys = keysOn(27, { dueOn: later, escalatedOn: addDays(due, 7) })
    expect(keys).toContain(`escalated:overdue:t:${later}`)
  })
  test('of a task that nobody accepted, after its unit was', () => {
    const fresh = { state: 'assigned', assignedOn: addDays(due, -14) } as const
    expect(keysOn(-12, fresh)).toEqual([])
    expect(keysOn(-11, fresh)).toEqual([`not-accepted:t:${fresh.assignedOn}`])
    expect(keysOn(-5, fresh)).toEqual([`not-accepted:t:${fresh.assignedOn}`])
    expect(keysOn(-4, fresh)).toEqual([`not-accepted:t:${fresh.assignedOn}`, `escalated:accept:t:${fresh.assignedOn}`])
  })
  test('and it is the reviewers who are', () => {
    const [, escalated] = remindersOfTask(task, addDays(due, 7), settings)
    expect(escalated).toMatchObject({ to: [{ role: 'county-reviewer' }], variant: 'overdue' })
  })
})

test('planned, refused, submitted and verified tasks are silent', () => {
  const silent = taskStates.filter((state) =>
    [-3, -1, 0, 1, 7, 30].every((days) => keysOn(days, { state }).length === 0),
  )
  expect(silent).toEqual(['submitted', 'verified', 'refused', 'planned'])
})

test('a county that wants no reminders gets none', () => {
  const none = { ...settings, remindBeforeDays: [], remindAfterDays: [] }
  for (const days of [-3, -1, 1, 3]) expect(remindersOfTask(task, addDays(due, days), none)).toEqual([])
})

test('a revisit is announced a week before and on its day, to the unit sent or else the team that found it', () => {
  const visit = { id: 'v', kind: 'due', dueOn: due, unitId: null, teamUnitId: 'squad' } as const
  expect(reminderOfRevisit(visit, addDays(due, -8))).toBeNull()
  expect(reminderOfRevisit(visit, addDays(due, -7))).toMatchObject({
    onceKey: `revisit-due:7:v:${due}`,
    to: [{ unit: 'squad' }],
  })
  expect(reminderOfRevisit({ ...visit, unitId: 'other' }, due)).toMatchObject({
    onceKey: `revisit-due:0:v:${due}`,
    to: [{ unit: 'other' }],
  })
  expect(reminderOfRevisit({ ...visit, kind: 'spot-check' }, addDays(due, -7))).toBeNull()
})

test('progress is asked for on its day and a reply the day before', () => {
  const hazard = { id: 'h', progressDueOn: due, supervisorId: 'boss' }
  expect(reminderOfProgress(hazard, [], addDays(due, -1))).toBeNull()
  expect(reminderOfProgress(hazard, [{ person: 'x' }], due)?.to).toEqual([{ person: 'boss' }, { person: 'x' }])
  const notice = { id: 'n', unitId: 'town', replyDueOn: due }
  expect(reminderOfReply(notice, addDays(due, -2))).toBeNull()
  expect(reminderOfReply(notice, addDays(due, -1))?.onceKey).toBe(`reply-due:1:n:${due}`)
  expect(reminderOfReply(notice, addDays(due, 5))?.onceKey).toBe(`reply-due:0:n:${due}`)
})

test('nobody is reminded at night', () => {
  expect([0, 7, 8, 20, 21, 23].map(isReminderHour)).toEqual([false, false, true, true, false, false])
})
