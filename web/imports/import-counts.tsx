import type { ImportCounts as Counts } from '../../server/imports/wire.ts'
import { importWords } from '../text/import-words.ts'
import { useWords } from '../text/language.ts'
import { Facts } from '../ui/page.tsx'

/** How many rows there are, and what becomes of them. */
export const ImportCounts = ({ counts }: { readonly counts: Counts }) => {
  const text = useWords(importWords)
  const facts = (['rows', 'added', 'redrawn', 'same', 'posts', 'faulty'] as const).map((which) => ({
    label: text.counts[which],
    value: <span className="figures import-count">{counts[which]}</span>,
  }))
  return (
    <>
      <Facts facts={facts} />
      {counts.unnumbered > 0 && <p className="import-how">{text.unnumbered(counts.unnumbered)}</p>}
    </>
  )
}
