import { expect, test } from 'vitest'
import type { Severity } from '../../db/vocabulary.ts'
import { dueGroupOf, inDueGroups, type WaitingItem } from './due-groups.ts'

const item = (id: string, dueOn: string | null, severity: Severity | null = null): WaitingItem => ({
  hazard: {
    ...{ id, version: 1, shortCode: 'ABCDE', registerNumber: null, stage: 'register', setAside: null, severity },
    ...{ colour: null, source: 'patrol', code: 'A01', description: '', spot: '', longitude: null, latitude: null },
    ...{ placeCode: '360424100', townshipName: null, villageName: null, outsideCounty: false, routeCode: null },
    ...{
      roadClass: null,
      chainageMetres: null,
      extent: null,
      reportedAt: `2026-11-0${id}T00:00:00.000Z`,
      registeredAt: null,
    },
    ...{ dueOn, daysOverdue: 0, clearedAt: null, timesReopened: 0, photoSha256: null },
  },
  wants: 'accept-task',
  taskId: null,
  demand: '',
  dueOn,
  because: null,
})

test('the week ends on Sunday: on a Saturday only tomorrow is left of it', () => {
  const saturday = '2026-11-21'
  expect(dueGroupOf('2026-11-20', saturday)).toBe('overdue')
  expect(dueGroupOf('2026-11-21', saturday)).toBe('today')
  expect(dueGroupOf('2026-11-22', saturday)).toBe('this-week')
  expect(dueGroupOf('2026-11-23', saturday)).toBe('later')
  expect(dueGroupOf(null, saturday)).toBe('no-deadline')
})

test('on a Sunday nothing is left of the week but today, and on a Monday all of it', () => {
  expect(dueGroupOf('2026-11-23', '2026-11-22')).toBe('later')
  expect(dueGroupOf('2026-11-29', '2026-11-23')).toBe('this-week')
  expect(dueGroupOf('2026-11-30', '2026-11-23')).toBe('later')
})

test('what is due first stands first, on one day the worse, and what has no deadline at the end', () => {
  const groups = inDueGroups(
    [item('1', null), item('2', '2026-11-21', 'minor'), item('3', '2026-11-21', 'major'), item('4', '2026-11-02')],
    '2026-11-21',
  )
  expect(groups.map(({ group, items }) => [group, items.map(({ hazard }) => hazard.id)])).toEqual([
    ['overdue', ['4']],
    ['today', ['3', '2']],
    ['no-deadline', ['1']],
  ])
})
