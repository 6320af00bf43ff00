import { Marker } from 'maplibre-gl'
import { useMemo } from 'react'
import { boundsOf } from '../../server/domain/bounds.ts'
import { positionsOf } from '../../server/domain/geometry-runs.ts'
import type { ExtentGeometry } from '../../server/domain/hazard-extent.ts'
import { useWords } from '../text/language.ts'
import { mapWords } from '../text/map-words.ts'
import { drawing, useSmallMap } from './use-small-map.ts'
import './place-map.css'

interface Props {
  readonly title: string
  readonly longitude: number
  readonly latitude: number
  /** Of a hazard that is more than a point; the map then shows the whole of it. */
  readonly drawn?: ExtentGeometry | null
}

const nearZoom = 15.5

const ring = (): HTMLElement => {
  const element = document.createElement('span')
  element.className = 'place-ring'
  element.setAttribute('aria-hidden', 'true')
  return element
}

/** The county's own drawing around one place, with a ring about it. */
export default function PlaceMap({ title, longitude, latitude, drawn = null }: Props) {
  const { twoFingers } = useWords(mapWords)
  const around = drawn && boundsOf(positionsOf(drawn))
  const extents = useMemo(() => drawing(...(drawn ? [drawn] : [])), [drawn])
  const { place } = useSmallMap({
    ...{ title, twoFingers, sheets: { extents } },
    at: around ?? { longitude, latitude, zoom: nearZoom },
    own: { fitBoundsOptions: { padding: 32, maxZoom: 17 } },
    onOpen: (map) => {
      if (!around) new Marker({ element: ring() }).setLngLat([longitude, latitude]).addTo(map)
    },
  })
  return <div ref={place} className="place-map" />
}
