import { expect, test } from 'vitest'
import { type Move, moves, type Role, roles } from '../../db/vocabulary.ts'
import { tableOfMoves } from './table-of-moves.ts'

/** workflow.md, "Who may do what". */
const ofHolders: readonly Move[] = [
  ...(['accept-task', 'refuse-task', 'start-task', 'control-interim', 'plan-task', 'resume-task'] as const),
  ...(['submit-task', 'ask-extension'] as const),
]
const ofOwners: readonly Move[] = [
  ...ofHolders,
  'report-progress',
  ...(['accept-transfer', 'refuse-transfer', 'issue-notice', 'comment'] as const),
]
const ofSquads: readonly Move[] = [
  ...ofHolders,
  ...(['dispatch-team', 'add-scene-photo', 'complete-scene', 'register-hazard'] as const),
  ...(['verify-task', 'return-task', 'pass-revisit', 'fail-revisit', 'comment'] as const),
  ...(['accept-transfer', 'refuse-transfer', 'issue-notice'] as const),
]
const allowedRoles: Record<Role, readonly Move[]> = {
  squad: ofSquads,
  'road-chief': ofOwners,
  department: ofOwners,
  'county-reviewer': moves,
  leader: ['supervise', 'lift-supervision', 'report-progress', 'comment'],
  'light-reporter': [],
  administrator: [],
}

test.each(roles)('what a %s may ever do is what the county’s rules give that role', (role) => {
  const may = moves.filter((move) => tableOfMoves[move].by.includes(role))
  expect([...may].sort()).toEqual([...allowedRoles[role]].sort())
})
