import type { CheckVerdict } from '../../db/vocabulary.ts'

/** As doubtful as its most doubtful part; of nothing, nothing can be told. */
export const worstOf = (verdicts: readonly CheckVerdict[]): CheckVerdict => {
  if (verdicts.includes('doubt')) return 'doubt'
  return verdicts.length === 0 || verdicts.includes('cannot-tell') ? 'cannot-tell' : 'pass'
}
