import { NativeSelect } from '@mantine/core'
import { hazardGroups } from '../../server/domain/hazard-codes.ts'
import { useLanguage, useWords } from '../text/language.ts'
import { mapWorkWords } from '../text/map-work-words.ts'
import { type Heat, heatIn, heats } from './heat.ts'
import { heatShares } from './layers/heat.ts'
import type { NoHeat } from './use-heat.ts'

const useHeatName = (): ((heat: Heat) => string) => {
  const text = useWords(mapWorkWords)
  const language = useLanguage()
  return (heat) => {
    if (heat === 'all') return text.heatAll
    if (heat === 'accident') return text.heatAccident
    const group = hazardGroups.find(({ code }) => code === heat)
    return group ? `${group.code} ${group[language]}` : heat
  }
}

/** Which hazards the heat counts, or that it is off. */
export const HeatChoice = ({ heat, onHeat }: { heat: Heat | null; onHeat: (heat: Heat | null) => void }) => {
  const text = useWords(mapWorkWords)
  const nameOf = useHeatName()
  return (
    <NativeSelect
      label={text.heat}
      value={heat ?? ''}
      onChange={(event) => onHeat(heatIn(event.currentTarget.value))}
      data={[{ value: '', label: text.heatNone }, ...heats.map((value) => ({ value, label: nameOf(value) }))]}
    />
  )
}

/** What the shades mean, in sight as long as they lie on the sheet. */
export const HeatKey = ({ heat, why }: { readonly heat: Heat; readonly why: NoHeat | null }) => {
  const text = useWords(mapWorkWords)
  const nameOf = useHeatName()
  return (
    <div className="map-heat-key" role="status">
      <strong>{text.heat}</strong>
      {why === null ? (
        <>
          <span className="map-heat-scale">
            <span>{text.heatFew}</span>
            {heatShares.slice(1).map((share) => (
              <span key={share} className="map-heat-shade" style={{ '--share': String(share) }} aria-hidden="true" />
            ))}
            <span>{text.heatMany}</span>
          </span>
          <span className="map-heat-words">{text.heatCounts(nameOf(heat))}</span>
        </>
      ) : (
        <span className="map-heat-words">{why === 'offline' ? text.heatOffline : text.heatNothing}</span>
      )}
    </div>
  )
}
