import type { ReactNode } from 'react'
import type { CheckVerdict } from '../../db/vocabulary.ts'
import { useWords } from '../text/language.ts'
import { tradeWords } from '../text/trade-words.ts'
import './verdict-mark.css'

/** A tick, a note of attention, a dotted line: told apart by shape, in ink alone. */
const glyphs: Readonly<Record<CheckVerdict, ReactNode>> = {
  pass: <path d="M2.5 8.5l3.6 3.8L13.5 3.8" />,
  doubt: <path d="M8 2.5l6 11H2ZM8 6.6v3.2M8 11.6v.6" />,
  'cannot-tell': <path d="M2.5 8h2.2M7 8h2M11.3 8h2.2" />,
}

export const VerdictMark = ({ verdict }: { readonly verdict: CheckVerdict }) => {
  const { checkVerdicts } = useWords(tradeWords)
  return (
    <span className={`verdict verdict-${verdict}`}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        {glyphs[verdict]}
      </svg>
      {checkVerdicts[verdict]}
    </span>
  )
}
