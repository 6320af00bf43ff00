import type { ImportCounts as Counts } from '../../server/imports/wire.ts'
import { importDoubtWords } from '../text/import-doubt-words.ts'
import { importWords } from '../text/import-words.ts'
import { useWords } from '../text/language.ts'
import { Icon } from '../ui/icons.tsx'
import { Facts } from '../ui/page.tsx'

/** How many rows there are, and what becomes of them. */
export const ImportCounts = ({ counts }: { readonly counts: Counts }) => {
  const text = useWords(importWords)
  const doubts = useWords(importDoubtWords)
  const facts = (['rows', 'added', 'redrawn', 'same', 'posts', 'faulty'] as const).map((which) => ({
    label: text.counts[which],
    value: <span className="figures import-count">{counts[which]}</span>,
  }))
  return (
    <>
      <Facts facts={facts} />
      {counts.movedFar > 0 && (
        <p className="import-how import-warns">
          <Icon name="warning" sizePixels={16} />
          <span className="figures">{doubts.movedFar(counts.movedFar)}</span>
        </p>
      )}
      {counts.unnumbered > 0 && <p className="import-how">{text.unnumbered(counts.unnumbered)}</p>}
    </>
  )
}
