import type { ZoneWhole } from '../../server/zones/whole-wire.ts'
import { useWords } from '../text/language.ts'
import { zoneWords } from '../text/zone-words.ts'

interface Props {
  readonly zone: ZoneWhole
  readonly personId: string | null
}

/** Somebody of another township may well be meant, and is more often the wrong line of a long list. */
export const ElsewhereHint = ({ zone, personId }: Props) => {
  const text = useWords(zoneWords)
  const person = zone.candidates.find(({ id }) => id === personId)
  return person?.elsewhere ? (
    <p className="zone-hint" role="status">
      {text.elsewhere(person.name, person.unit ?? '', zone.name)}
    </p>
  ) : null
}
