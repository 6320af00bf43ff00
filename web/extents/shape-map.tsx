import { lazy, useState } from 'react'
import type { LngLat } from '../../server/domain/distance.ts'
import { IfDrawable } from '../map/if-drawable.tsx'
import type { Shape } from '../map/pin-map.tsx'
import { extentWords } from '../text/extent-words.ts'
import { useWords } from '../text/language.ts'

const PinMap = lazy(() => import('../map/pin-map.tsx'))

interface Props {
  readonly at: LngLat
  readonly far: boolean
  readonly shape: Shape
}

const nothing = (): void => undefined

/** The map on which a stretch or an area is tapped; where it cannot be drawn, that is said. */
export const ShapeMap = ({ at, far, shape }: Props) => {
  const text = useWords(extentWords)
  const [opensAt] = useState(at)
  return (
    <IfDrawable otherwise={<p className="quiet">{text.mapFailed}</p>} meanwhile={<div className="extent-map" />}>
      <div className="extent-map">
        <PinMap title={text.map} at={opensAt} zoom={far ? 9 : 15} onMoved={nothing} shape={shape} />
      </div>
    </IfDrawable>
  )
}
