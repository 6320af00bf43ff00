import { useQueryClient } from '@tanstack/react-query'
import { shortCodeOf } from '../../server/domain/short-code.ts'
import type { HazardWhole } from '../../server/hazards/answers.ts'
import { hazardKey } from '../hazards/use-hazard.ts'
import { useWords } from '../text/language.ts'
import { outboxWords } from '../text/outbox-words.ts'
import { tradeWords } from '../text/trade-words.ts'
import { useCodeNames } from '../ui/use-county.ts'
import type { OutboxEntry } from './entry.ts'

/** What an entry is, and on which hazard; a number known on this device, else the short code that its id gives. */
export const useEntryWords = () => {
  const text = useWords(outboxWords)
  const { moves } = useWords(tradeWords)
  const names = useCodeNames()
  const client = useQueryClient()
  return {
    what: ({ what }: Pick<OutboxEntry, 'what'>): string => {
      if (what.kind === 'step') return moves[what.move]
      return `${text.report} · ${what.code === '' ? text.noCode : names.hazard(what.code)}`
    },
    hazard: ({ what }: Pick<OutboxEntry, 'what'>): string => {
      const known = client.getQueryData<HazardWhole>(hazardKey(what.hazardId))
      const label = what.kind === 'step' ? (what.label ?? null) : null
      return known?.registerNumber ?? label ?? shortCodeOf(what.hazardId)
    },
  }
}
