import type { Move } from '../../db/vocabulary.ts'

/** Steps that a phone without a signal may take: what somebody sees and does on the spot. Every other one asks the server first. */
export const fieldMoves: readonly Move[] = [
  'add-scene-photo',
  'complete-scene',
  'register-hazard',
  'accept-task',
  'refuse-task',
  'start-task',
  'control-interim',
  'submit-task',
  'verify-task',
  'return-task',
  'pass-revisit',
  'fail-revisit',
  'report-progress',
  'comment',
  'ask-extension',
]

export const isFieldMove = (move: Move): boolean => fieldMoves.includes(move)
