import { dialect } from './dialect.ts'
import type { Tx } from './unit-of-work.ts'

/**
 * Whoever names the same word waits here until this transaction ends, and then finds what it did. False where nobody can
 * have been waited for: SQLite has one writer.
 */
export const takeTurn = async (tx: Tx, word: string): Promise<boolean> => {
  const turn = dialect.takeTurns(tx.engine, word)
  if (turn) await tx.q.execute(turn)
  return turn !== null
}
