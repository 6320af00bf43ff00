import { useWords } from '../text/language.ts'
import { mapWords } from '../text/map-words.ts'
import { mapWorkWords } from '../text/map-work-words.ts'

export type Listing = 'hazards' | 'near' | 'zones'

interface Props {
  readonly listings: readonly Listing[]
  readonly listing: Listing
  readonly onListing: (listing: Listing) => void
  /** Null until the first answer is here. */
  readonly found: number | null
  /** How many of them are listed; null where the list does not follow the view. */
  readonly inView: number | null
  /** Filters in force, where no other sign of them is in sight. */
  readonly chosenFilters: number
}

/** Which list, and how much is in it. */
export const ListHead = ({ listings, listing, onListing, found, inView, chosenFilters }: Props) => {
  const text = useWords(mapWords)
  const work = useWords(mapWorkWords)
  const counted = found === null ? '' : inView === null ? text.counted(found) : text.inView(inView, found)
  return (
    <div className="map-list-head">
      <div className="map-listings">
        {listings.map((each) => (
          <button
            key={each}
            type="button"
            className="map-listing"
            aria-pressed={each === listing}
            onClick={() => onListing(each)}
          >
            {each === 'near' ? work.near : text[each]}
          </button>
        ))}
      </div>
      <p className="map-count figures" aria-live="polite">
        {chosenFilters > 0 && counted !== '' ? text.filtered(chosenFilters, counted) : counted}
      </p>
    </div>
  )
}
