import { useEffect } from 'react'
import { Link } from 'wouter'
import { shortCodeOf } from '../../server/domain/short-code.ts'
import { useOutboxCounts, useOutboxEntries } from '../outbox/use-outbox.ts'
import { badgeWords } from '../text/badge-words.ts'
import { captureWords } from '../text/capture-words.ts'
import { useWords } from '../text/language.ts'
import { Icon } from '../ui/icons.tsx'

const shownMs = 12_000

/** In passing, above the next picture: it is kept under this code, and so many wait. In nobody's way. */
export const SavedNote = ({ hazardId, onGone }: { readonly hazardId: string; readonly onGone: () => void }) => {
  const text = useWords(captureWords)
  const ofOutbox = useWords(badgeWords)
  const { waiting, conflicts, refused } = useOutboxCounts()
  const settle = conflicts + refused
  const entry = useOutboxEntries().find(({ what }) => what.hazardId === hazardId) ?? null
  const said = [
    ...(waiting > 0 || settle === 0 ? [text.waiting(waiting)] : []),
    ...(settle > 0 ? [ofOutbox.settle(settle)] : []),
  ]
  // the server knows it: there is a page to open
  const arrived = entry === null || entry.state === 'recorded' || entry.state === 'received'
  // biome-ignore lint/correctness/useExhaustiveDependencies: another hazard's note begins its own time
  useEffect(() => {
    const over = setTimeout(onGone, shownMs)
    return () => clearTimeout(over)
  }, [hazardId, onGone])
  return (
    <p className="saved-note">
      <span role="status">
        <Icon name="tick" /> {text.kept} <strong className="code">{shortCodeOf(hazardId)}</strong>
        {' · '}
        <span className="figures">{said.join(' · ')}</span>
      </span>
      <Link href={arrived ? `/hazards/${hazardId}` : '/outbox'}>{arrived ? text.open : text.toOutbox}</Link>
    </p>
  )
}
