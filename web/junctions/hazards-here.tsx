import { Link } from 'wouter'
import type { JunctionWhole } from '../../server/junctions/wire.ts'
import { photoUrl } from '../api.ts'
import { placeAddress } from '../places/place-address.ts'
import { junctionWords } from '../text/junction-words.ts'
import { useWords } from '../text/language.ts'
import { mapWorkWords } from '../text/map-work-words.ts'
import { useTime } from '../text/use-time.ts'
import { Section } from '../ui/page.tsx'
import { SeverityMark } from '../ui/severity-mark.tsx'
import { markOf } from '../ui/severity-shapes.ts'
import { useCodeNames } from '../ui/use-county.ts'

/** What was ever reported at this junction, open first: the reader's own scope only. */
export const HazardsHere = ({ junction }: { readonly junction: JunctionWhole }) => {
  const { hazards, hazardMetres, longitude, latitude } = junction
  const text = useWords(junctionWords)
  const work = useWords(mapWorkWords)
  const names = useCodeNames()
  const time = useTime()
  return (
    <Section title={text.hazards(hazardMetres)}>
      {hazards.length === 0 ? (
        <p className="quiet">{text.noHazards}</p>
      ) : (
        <ul className="junction-hazards">
          {hazards.map(({ hazard, metres, open }) => (
            <li key={hazard.id}>
              <Link href={`/hazards/${hazard.id}`}>
                {hazard.photoSha256 === null ? (
                  <span className="junction-photo" />
                ) : (
                  <img className="junction-photo" src={photoUrl(hazard.photoSha256, 'small')} alt="" loading="lazy" />
                )}
                <span>
                  <span className="junction-outcome figures">
                    <SeverityMark kind={markOf(hazard)} sizePixels={18} />
                    <strong>{hazard.registerNumber ?? hazard.shortCode}</strong>
                  </span>
                  <span>{names.hazard(hazard.code)}</span>
                  <span className="quiet figures">
                    {[
                      open ? text.open : text.past,
                      text.metres(metres),
                      time.shortDay(time.dayKey(hazard.reportedAt)),
                    ].join(' · ')}
                  </span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {hazards.length > 0 && <Link href={placeAddress([longitude, latitude])}>{work.years}</Link>}
    </Section>
  )
}
