import type { HazardWhole } from '../../server/hazards/answers.ts'
import { hazardWords } from '../text/hazard-words.ts'
import { useWords } from '../text/language.ts'
import { tradeWords } from '../text/trade-words.ts'
import { Icon } from '../ui/icons.tsx'
import './revisits.css'

/** The road chiefs who answer for the place where it lies, from the highest level down; each a tap away. */
export const Chiefs = ({ hazard: { chiefs } }: { readonly hazard: Pick<HazardWhole, 'chiefs'> }) => {
  const text = useWords(hazardWords)
  const { chiefLevels } = useWords(tradeWords)
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
