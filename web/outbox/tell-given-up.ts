import { judgeAnswer } from './judge-answer.ts'
import { type KeptEntry, withPhoto } from './kept.ts'
import { settleProgress } from './send-record.ts'
import type { SenderTools } from './sender.ts'

type Tools = Pick<SenderTools, 'store' | 'ledger' | 'wire' | 'clock' | 'arrived'>

/** Tells the server that this photo, or its original, will not come. What it throws is to be tried again. */
export const tellGivenUp = async (tools: Tools, entry: KeptEntry, photoId: string): Promise<void> => {
  try {
    await tools.wire.giveUpPhoto(entry.facts.what.hazardId, photoId)
  } catch (error) {
    // what it does not know it does not wait for
    if (judgeAnswer(error).kind !== 'refused') throw error
  }
  // the hazard may have another version now
  await settleProgress(tools, entry, (now) => ({
    ...withPhoto(now, photoId, { givenUp: 'told' }),
    ...{ leftVersion: null, problem: null },
  }))
}
