import type { ZoneWhole } from '../../server/zones/whole-wire.ts'
import { useWords } from '../text/language.ts'
import { tradeWords } from '../text/trade-words.ts'
import { useTime } from '../text/use-time.ts'
import { zoneWords } from '../text/zone-words.ts'
import { Section } from '../ui/page.tsx'

/** What was done to the zone by hand, as the journal has it. */
export const ChangesPart = ({ zone }: { readonly zone: ZoneWhole }) => {
  const text = useWords(zoneWords)
  const { eventKinds } = useWords(tradeWords)
  const time = useTime()
  return (
    <Section title={text.changes}>
      {zone.entries.length === 0 && <p className="quiet">{text.noChanges}</p>}
      <ul className="zone-changes">
        {zone.entries.map(({ seq, at, by, kind, person, other, heldFrom, heldUntil, because, tasks }) => (
          <li key={seq}>
            <span className="quiet figures">{time.instant(at)}</span>
            <span>
              {text.told(by ?? text.system, eventKinds[kind])}
              {person !== null && <strong> {person}</strong>}
            </span>
            <span className="quiet">
              {[
                other === null ? null : text.formerWas(other),
                heldFrom === null
                  ? null
                  : heldUntil === null
                    ? text.since(time.day(heldFrom))
                    : text.term(time.day(heldFrom), time.day(heldUntil)),
                tasks === null || tasks === 0 ? null : text.tasksWith(tasks),
                because,
              ]
                .filter((part) => part !== null && part !== '')
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
