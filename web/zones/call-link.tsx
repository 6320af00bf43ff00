import { useWords } from '../text/language.ts'
import { mapWords } from '../text/map-words.ts'
import { zoneWords } from '../text/zone-words.ts'
import { Icon } from '../ui/icons.tsx'

/** A number to be rung with one tap; without one it says so. */
export const CallLink = ({ name, phone }: { readonly name: string; readonly phone: string | null }) => {
  const text = useWords(zoneWords)
  const { noPhone } = useWords(mapWords)
  if (phone === null) return <span className="quiet">{noPhone}</span>
  return (
    <a
      className="zone-call figures"
      href={`tel:${phone.replace(/[^\d+]/g, '')}`}
      aria-label={`${text.call(name)} ${phone}`}
    >
      <Icon name="phone" sizePixels={18} />
      {phone}
    </a>
  )
}
