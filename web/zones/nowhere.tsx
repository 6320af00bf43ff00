import { Link } from 'wouter'
import { noZone } from '../../server/domain/no-zone.ts'
import type { Counts } from '../../server/zones/wire.ts'
import { addressWith } from '../register/filter.ts'
import { useWords } from '../text/language.ts'
import { zoneWords } from '../text/zone-words.ts'
import './zones.css'

/** Never hidden: what falls into no zone, with its rows. */
export const Nowhere = ({ counts }: { readonly counts: Counts }) => {
  const text = useWords(zoneWords)
  return (
    <p className="zone-nowhere">
      <span>
        <strong>{text.nowhere}</strong> <span className="quiet">{text.nowhereHow}</span>
      </span>
      <span className="figures">
        <Link href={addressWith('/register', { zone: noZone, open: 'yes' })}>
          {text.open} {counts.open}
        </Link>
        <Link href={addressWith('/register', { zone: noZone, overdue: 'yes' })}>
          {text.overdue} {counts.overdue}
        </Link>
      </span>
    </p>
  )
}
