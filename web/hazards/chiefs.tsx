import type { HazardWhole } from '../../server/hazards/answers.ts'
import { hazardWords } from '../text/hazard-words.ts'
import { useWords } from '../text/language.ts'
import { tradeWords } from '../text/trade-words.ts'
import { Icon } from '../ui/icons.tsx'
import './revisits.css'

/** The road chiefs of the zone it lies in, each a tap away. */
export const Chiefs = ({ chiefs }: Pick<HazardWhole, 'chiefs'>) => {
  const text = useWords(hazardWords)
  const { chiefLevels } = useWords(tradeWords)
  if (chiefs.length === 0) return <p className="quiet">{text.noChief}</p>
  return (
    <ul className="chiefs">
      {chiefs.map(({ id, name, phone, level, zoneName }) => (
        <li key={id}>
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
