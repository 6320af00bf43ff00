import { lazy } from 'react'
import { wholeExtentInWords } from '../../server/domain/hazard-extent.ts'
import type { HazardWhole } from '../../server/hazards/answers.ts'
import { partSize } from '../extents/drawn-extent.ts'
import { IfDrawable } from '../map/if-drawable.tsx'
import { extentWords } from '../text/extent-words.ts'
import { useLanguage, useWords } from '../text/language.ts'
import { Section } from '../ui/page.tsx'
import './extent-facts.css'

const PlaceMap = lazy(() => import('../map/place-map.tsx'))

/** A hazard that is more than a point: how much of what road, or how large, on the map, and whose zones it touches. */
export const ExtentFacts = ({ hazard }: { readonly hazard: HazardWhole }) => {
  const text = useWords(extentWords)
  const language = useLanguage()
  const { extent, longitude, latitude } = hazard
  // what was kept on the device before hazards had extents has neither
  const { geometry, parts } = hazard.drawn ?? { geometry: null, parts: [] }
  if (!extent) return null
  return (
    <Section title={text.extent}>
      <p className="extent-facts-measure figures">{wholeExtentInWords(extent, language)}</p>
      {geometry !== null && longitude !== null && latitude !== null && (
        <IfDrawable otherwise={<p className="quiet">{text.mapFailed}</p>} meanwhile={<div className="place-map" />}>
          <PlaceMap title={text.drawnMap} longitude={longitude} latitude={latitude} drawn={geometry} />
        </IfDrawable>
      )}
      {(parts.length > 1 || parts.some(({ zoneId }) => zoneId === null)) && (
        <ul className="extent-facts-parts">
          {parts.map((part) => (
            <li key={part.zoneId} className="figures">
              {text.part(part.zoneName ?? text.nobody, partSize(part), part.chief?.name ?? null)}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
