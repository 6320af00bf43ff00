import { lazy, Suspense, useState } from 'react'
import type { LngLat } from '../../server/domain/distance.ts'
import type { Shape } from '../map/pin-map.tsx'
import { canDrawMaps } from '../map/web-gl.ts'
import { extentWords } from '../text/extent-words.ts'
import { useWords } from '../text/language.ts'
import { MayFail } from '../ui/may-fail.tsx'

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
  const [drawable] = useState(canDrawMaps)
  const [opensAt] = useState(at)
  if (!drawable) return <p className="quiet">{text.mapFailed}</p>
  return (
    <MayFail otherwise={<p>{text.mapFailed}</p>}>
      <Suspense fallback={<div className="extent-map" />}>
        <div className="extent-map">
          <PinMap title={text.map} at={opensAt} zoom={far ? 9 : 15} onMoved={nothing} shape={shape} />
        </div>
      </Suspense>
    </MayFail>
  )
}
