import { useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useOnline } from '../frame/use-online.ts'
import { badgeWords } from '../text/badge-words.ts'
import { useWords } from '../text/language.ts'
import { Icon, type IconName } from '../ui/icons.tsx'
import { type BadgePart, badgeOf, somethingWaits } from './badge-state.ts'
import type { OutboxCounts } from './entry.ts'
import { useOutboxCounts } from './use-outbox.ts'
import './outbox-badge.css'

const allThereMs = 20_000

/** True for a while after the last of what waited had gone up. */
const useLately = (counts: OutboxCounts): boolean => {
  const waits = somethingWaits(counts)
  const waited = useRef(waits)
  const [lately, setLately] = useState(false)
  useEffect(() => {
    const finished = waited.current && !waits
    waited.current = waits
    if (!finished) return waits ? setLately(false) : undefined
    setLately(true)
    const over = setTimeout(() => setLately(false), allThereMs)
    return () => clearTimeout(over)
  }, [waits])
  return lately
}

/** Empty while there is nothing to say. */
export const useBadge = (): readonly BadgePart[] => {
  const counts = useOutboxCounts()
  const online = useOnline()
  return badgeOf(counts, online, useLately(counts))
}

const iconOf = (parts: readonly BadgePart[]): IconName => {
  const kinds = parts.map(({ kind }) => kind)
  if (kinds.includes('settle')) return 'warning'
  return kinds.includes('all-there') ? 'tick' : 'outbox'
}

/** Always in view while anything waits on this device, with the way to it. */
export const OutboxBadge = ({ parts }: { readonly parts: readonly BadgePart[] }) => {
  const text = useWords(badgeWords)
  const [here] = useLocation()
  const said = (part: BadgePart): string => {
    switch (part.kind) {
      case 'offline':
        return text.offline
      case 'settle':
        return text.settle(part.entries)
      case 'waiting':
        return text.waiting(part.hazards)
      case 'photos':
        return text.photos(part.received, part.all)
      case 'originals':
        return text.originals(part.photos)
      case 'all-there':
        return text.allThere
    }
  }
  return (
    <Link href="/outbox" className="outbox-badge" aria-current={here === '/outbox' ? 'page' : undefined}>
      <Icon name={iconOf(parts)} sizePixels={18} />
      <span className="outbox-badge-words figures">
        {parts.map((part) => (
          <span key={part.kind} className={`outbox-badge-${part.kind}`}>
            {said(part)}
          </span>
        ))}
      </span>
    </Link>
  )
}
