import { lazy } from 'react'
import type { JunctionWhole } from '../../server/junctions/wire.ts'
import { IfDrawable } from '../map/if-drawable.tsx'
import { junctionWords } from '../text/junction-words.ts'
import { useWords } from '../text/language.ts'

const PlaceMap = lazy(() => import('../map/place-map.tsx'))

export const WhereItLies = ({ junction: { longitude, latitude } }: { readonly junction: JunctionWhole }) => {
  const text = useWords(junctionWords)
  return (
    <IfDrawable
      otherwise={<p className="junction-map junction-map-none quiet">{text.noMap}</p>}
      meanwhile={<div className="junction-map" />}
    >
      <PlaceMap title={text.map} longitude={longitude} latitude={latitude} />
    </IfDrawable>
  )
}
