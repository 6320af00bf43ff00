import { type Move, moves, type Role } from '../../db/vocabulary.ts'
import { tableOfMoves } from '../../server/domain/table-of-moves.ts'
import type { Waiting } from '../../server/register/wire.ts'

export interface StepsOfRole {
  readonly own: readonly Move[]
  /** Steps of a unit or a team that the county's reviewer may take in its place. */
  readonly standIn: readonly Move[]
  readonly others: readonly Move[]
}

/** Which steps are a role's, as the table of moves has it. */
export const stepsOfRole = (role: Role): StepsOfRole => {
  const mayTake = moves.filter((move) => tableOfMoves[move].by.includes(role))
  const standsIn = (move: Move): boolean => {
    const { whose, onTask } = tableOfMoves[move]
    return role === 'county-reviewer' && (whose === 'task' || whose === 'receiver' || (whose === 'team' && !onTask))
  }
  return {
    own: mayTake.filter((move) => !standsIn(move)),
    standIn: mayTake.filter(standsIn),
    others: moves.filter((move) => !mayTake.includes(move)),
  }
}

/** How many hazards wait for each step. */
export const waitingByStep = (items: Waiting['items']): ReadonlyMap<Move, number> => {
  const counts = new Map<Move, number>()
  for (const { wants } of items) if (wants !== null) counts.set(wants, (counts.get(wants) ?? 0) + 1)
  return counts
}
