import type { HazardWhole } from '../../server/hazards/answers.ts'
import { api, told } from '../api.ts'
import { useAsked } from '../asking.ts'
import { hazardWords } from '../text/hazard-words.ts'
import { useWords } from '../text/language.ts'
import { tradeWords } from '../text/trade-words.ts'
import { Icon } from '../ui/icons.tsx'
import './revisits.css'

/** The road chiefs of its zone and, once they are here, those of the areas around it; each a tap away. */
export const Chiefs = ({ hazard }: { readonly hazard: Pick<HazardWhole, 'chiefs' | 'zoneId'> }) => {
  const text = useWords(hazardWords)
  const { chiefLevels } = useWords(tradeWords)
  const id = hazard.zoneId ?? ''
  const zone = useAsked(['zone', id], () => told(api.zones[':id'].$get({ param: { id } })), {
    enabled: hazard.zoneId !== null,
    staleTimeMs: 5 * 60_000,
  })
  const chiefs = zone.data?.chiefs ?? hazard.chiefs
  if (chiefs.length === 0) return <p className="quiet">{text.noChief}</p>
  return (
    <ul className="chiefs">
      {chiefs.map(({ name, phone, level, zoneName }) => (
        <li key={`${level}-${zoneName}-${name}`}>
          <span>
            <strong>{name}</strong> {chiefLevels[level]} <span className="quiet">{zoneName}</span>
          </span>
          {phone === null ? (
            <span className="quiet">{text.noPhone}</span>
          ) : (
            <a href={`tel:${phone.replaceAll(' ', '')}`} className="figures" aria-label={`${text.call(name)} ${phone}`}>
              <Icon name="phone" sizePixels={18} />
              {phone}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}
