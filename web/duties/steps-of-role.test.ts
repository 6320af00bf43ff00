import { expect, test } from 'vitest'
import { moves, roles } from '../../db/vocabulary.ts'
import { tableOfMoves } from '../../server/domain/table-of-moves.ts'
import { stepsOfRole } from './steps-of-role.ts'

test('every step is told to every role once: as its own, as one it may stand in for, or as another’s', () => {
  for (const role of roles) {
    const { own, standIn, others } = stepsOfRole(role)
    expect([...own, ...standIn, ...others].sort()).toEqual([...moves].sort())
    for (const move of [...own, ...standIn]) expect(tableOfMoves[move].by).toContain(role)
    for (const move of others) expect(tableOfMoves[move].by).not.toContain(role)
  }
})

test('only the county stands in for others; its own are the verifying, deciding and supervising', () => {
  for (const role of roles) expect(stepsOfRole(role).standIn.length > 0).toBe(role === 'county-reviewer')
  const { own, standIn } = stepsOfRole('county-reviewer')
  expect(own).toEqual(expect.arrayContaining(['verify-task', 'grant-extension', 'supervise', 'reassign-task']))
  expect(standIn).toEqual(expect.arrayContaining(['accept-task', 'submit-task', 'dispatch-team']))
})

test('those who only report and those who keep the settings have no step of the workflow', () => {
  for (const role of ['light-reporter', 'administrator'] as const) expect(stepsOfRole(role).own).toEqual([])
})
