import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { HazardWhole } from '../../server/hazards/answers.ts'
import { doubtfulMetres } from '../photos/device-position.ts'
import { placeAddress } from '../places/place-address.ts'
import { arrivalWords } from '../text/arrival-words.ts'
import { hazardWords } from '../text/hazard-words.ts'
import { useWords } from '../text/language.ts'
import { mapWorkWords } from '../text/map-work-words.ts'
import { responsibilityWords } from '../text/responsibility-words.ts'
import { tradeWords } from '../text/trade-words.ts'
import { useTime } from '../text/use-time.ts'
import { Facts } from '../ui/page.tsx'
import { useCodeNames } from '../ui/use-county.ts'
import { cameLate, clockDoubtful, clockOffMinutes } from './photo-facts.ts'
import { placeText } from './place-text.ts'

/** What is on record about the hazard itself, as in the title block of a drawing. */
export const HazardFacts = ({ hazard }: { readonly hazard: HazardWhole }) => {
  const text = useWords(hazardWords)
  const work = useWords(mapWorkWords)
  const arrival = useWords(arrivalWords)
  const trade = useWords(tradeWords)
  const responsibility = useWords(responsibilityWords)
  const names = useCodeNames()
  const time = useTime()
  const { position } = hazard
  const clockOff = clockOffMinutes(hazard)
  const accuracy = position?.accuracyMetres ?? null
  const facts: { label: string; value: ReactNode }[] = [
    { label: text.place, value: placeText(hazard) || text.noPlace },
    {
      label: text.position,
      value:
        position === null ? (
          text.noPosition
        ) : (
          <>
            <span className="figures">
              {position.longitude.toFixed(6)}, {position.latitude.toFixed(6)}
            </span>
            {accuracy !== null && <span className="quiet"> {text.accuracy(Math.round(accuracy))}</span>}
            {accuracy !== null && accuracy > doubtfulMetres && <strong> {text.doubtful}</strong>}
            {hazard.outsideCounty && <strong> {text.outsideCounty}</strong>}{' '}
            <Link href={placeAddress([position.longitude, position.latitude])} className="not-in-print">
              {work.years}
            </Link>
          </>
        ),
    },
    { label: text.source, value: trade.leadSources[hazard.source] },
    {
      label: text.reportedBy,
      value: [hazard.reportedBy?.name, hazard.reportedBy?.unitName].filter(Boolean).join(' · '),
    },
    {
      label: text.reportedAt,
      value: (
        <span className="figures">
          {time.instant(hazard.reportedAt)}
          {cameLate({ capturedAt: hazard.capturedAt, receivedAt: hazard.reportedAt }) && (
            <span className="quiet">
              {' '}
              {arrival.late}
              {text.comma}
              {text.captured(time.instant(hazard.capturedAt))}
            </span>
          )}
          {clockOff !== null && <span className="quiet"> {arrival.clockOff(clockOff)}</span>}
          {clockDoubtful({ capturedAt: hazard.capturedAt, receivedAt: hazard.reportedAt }) && (
            <strong> {arrival.clockDoubtful(time.instant(hazard.capturedAt))}</strong>
          )}
        </span>
      ),
    },
  ]
  if (hazard.otherCodes.length > 0)
    facts.push({
      label: text.otherCodes,
      value: hazard.otherCodes.map((code) => `${code} ${names.hazard(code)}`).join('、'),
    })
  if (hazard.roadClass !== null) facts.push({ label: text.roadClass, value: trade.roadClasses[hazard.roadClass] })
  if (hazard.team) facts.push({ label: text.team, value: hazard.team.name })
  const { local, sector, cure } = hazard.responsibility
  for (const [field, unit] of [
    ['localUnitId', local],
    ['sectorUnitId', sector],
    ['cureUnitId', cure],
  ] as const)
    if (unit) facts.push({ label: responsibility.fields[field], value: unit.name })
  if (hazard.severitySetBy) facts.push({ label: text.severitySetBy, value: hazard.severitySetBy.name })
  if (hazard.firstDueOn !== null)
    facts.push({ label: text.firstDue, value: <span className="figures">{time.day(hazard.firstDueOn)}</span> })
  if (hazard.clearedBy) facts.push({ label: text.clearedBy, value: hazard.clearedBy.name })
  if (hazard.watchUntilOn !== null)
    facts.push({ label: text.watchUntil, value: <span className="figures">{time.day(hazard.watchUntilOn)}</span> })
  return <Facts facts={facts} />
}
