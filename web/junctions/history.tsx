import { Link } from 'wouter'
import type { JunctionWhole } from '../../server/junctions/wire.ts'
import { junctionWords } from '../text/junction-words.ts'
import { useWords } from '../text/language.ts'
import { tradeWords } from '../text/trade-words.ts'
import { useTime } from '../text/use-time.ts'
import { Icon } from '../ui/icons.tsx'
import { Section } from '../ui/page.tsx'

/** What was received more than an hour after somebody stood there says so. */
const lateMs = 3_600_000

/** Who looked and when, the newest first; nothing here is ever changed. */
export const History = ({ junction: { inspections, hazards } }: { readonly junction: JunctionWhole }) => {
  const text = useWords(junctionWords)
  const { inspectionOutcomes } = useWords(tradeWords)
  const time = useTime()
  const nameOf = (id: string): string => {
    const hazard = hazards.find((one) => one.hazard.id === id)?.hazard
    return hazard?.registerNumber ?? hazard?.shortCode ?? id
  }
  return (
    <Section title={text.history}>
      {inspections.length === 0 ? (
        <p className="quiet">{text.noHistory}</p>
      ) : (
        <ol className="junction-history">
          {inspections.map(({ id, outcome, inspectedAt, receivedAt, by, unit, note, hazardIds }) => (
            <li key={id}>
              <span className="junction-outcome">
                <Icon name={outcome === 'nothing-found' ? 'tick' : 'warning'} sizePixels={18} />
                <strong>{inspectionOutcomes[outcome]}</strong>
              </span>
              <span className="quiet figures">
                {[time.instant(inspectedAt), unit, by ?? text.someone].filter((part) => part !== null).join(' · ')}
                {Date.parse(receivedAt) - Date.parse(inspectedAt) > lateMs &&
                  ` · ${text.lateReceipt(time.shortInstant(receivedAt))}`}
              </span>
              {note !== '' && <span>{note}</span>}
              {hazardIds.length > 0 && (
                <span className="junction-linked">
                  {text.linked(hazardIds.length)}
                  {hazardIds.map((hazardId) => (
                    <Link key={hazardId} href={`/hazards/${hazardId}`} className="figures">
                      {nameOf(hazardId)}
                    </Link>
                  ))}
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}
