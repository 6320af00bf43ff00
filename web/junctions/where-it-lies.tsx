import { lazy, Suspense, useState } from 'react'
import type { JunctionWhole } from '../../server/junctions/wire.ts'
import { canDrawMaps } from '../map/web-gl.ts'
import { junctionWords } from '../text/junction-words.ts'
import { useWords } from '../text/language.ts'
import { MayFail } from '../ui/may-fail.tsx'

const PlaceMap = lazy(() => import('../map/place-map.tsx'))

export const WhereItLies = ({ junction: { longitude, latitude } }: { readonly junction: JunctionWhole }) => {
  const text = useWords(junctionWords)
  const [canDraw] = useState(canDrawMaps)
  const none = <p className="junction-map junction-map-none quiet">{text.noMap}</p>
  if (!canDraw) return none
  return (
    <MayFail otherwise={none}>
      <Suspense fallback={<div className="junction-map" />}>
        <PlaceMap title={text.map} longitude={longitude} latitude={latitude} />
      </Suspense>
    </MayFail>
  )
}
