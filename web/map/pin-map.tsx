import { type Map as MapLibre, Marker } from 'maplibre-gl'
import { useEffect, useEffectEvent, useMemo, useRef } from 'react'
import { boundsOf } from '../../server/domain/bounds.ts'
import type { Bounds } from '../../server/domain/distance.ts'
import { positionsOf } from '../../server/domain/geometry-runs.ts'
import type { ExtentGeometry } from '../../server/domain/hazard-extent.ts'
import { corners } from './make-map.ts'
import { drawing, useSmallMap } from './use-small-map.ts'
import './pin-map.css'

type At = readonly [longitude: number, latitude: number]

/** What is drawn instead of the pin: a stretch or an outline, and the handles by which it is taken hold of. */
export interface Shape {
  readonly geometry: ExtentGeometry | null
  readonly handles: readonly { readonly at: At; readonly sign: string }[]
  readonly onTap: (at: At) => void
  readonly onDragged: (handle: number, to: At) => void
}

interface Props {
  readonly title: string
  readonly at: At
  /** Read once, when the map opens. */
  readonly zoom: number
  readonly onMoved: (to: At) => void
  readonly shape?: Shape | null
}

const micro = ({ lng, lat }: { lng: number; lat: number }): At => [
  Math.round(lng * 1e6) / 1e6,
  Math.round(lat * 1e6) / 1e6,
]

const handleNamed = (sign: string): HTMLElement => {
  const element = document.createElement('span')
  element.className = 'shape-handle'
  element.dataset['sign'] = sign
  element.setAttribute('aria-hidden', 'true')
  // a tap on a handle is no tap on the ground below it
  element.addEventListener('click', (event) => event.stopPropagation())
  return element
}

/** The county's own drawing with one pin, dragged or put by a tap where it belongs; or with a shape that is being drawn. */
export default function PinMap({ title, at, zoom, onMoved, shape = null }: Props) {
  const pin = useRef<Marker | null>(null)
  const held = useRef<readonly Marker[]>([])
  const { geometry = null, handles = null } = shape ?? {}
  const extents = useMemo(() => drawing(...(geometry ? [geometry] : [])), [geometry])
  const moved = useEffectEvent(onMoved)
  const tapped = useEffectEvent((to: At) => {
    if (shape) return shape.onTap(to)
    pin.current?.setLngLat([to[0], to[1]])
    moved(to)
  })
  const dragged = useEffectEvent((handle: number, to: At) => shape?.onDragged(handle, to))
  const { place, map } = useSmallMap({
    ...{ title, sheets: { extents } },
    at: { longitude: at[0], latitude: at[1], zoom },
    onOpen: (opened) => {
      const own = new Marker({ color: 'var(--accent)', draggable: true }).setLngLat([at[0], at[1]])
      own.on('dragend', () => moved(micro(own.getLngLat())))
      opened.on('click', ({ lngLat }) => tapped(micro(lngLat)))
      pin.current = own
    },
  })
  const takeHold = useEffectEvent((opened: MapLibre) => {
    if (shape) pin.current?.remove()
    else pin.current?.addTo(opened)
    for (const handle of held.current) handle.remove()
    held.current = (handles ?? []).map(({ at: [lng, lat], sign }, index) => {
      const handle = new Marker({ element: handleNamed(sign), draggable: true }).setLngLat([lng, lat]).addTo(opened)
      handle.on('dragend', () => dragged(index, micro(handle.getLngLat())))
      return handle
    })
  })
  const bringIntoView = useEffectEvent((opened: MapLibre, around: Bounds) => {
    const seen = opened.getBounds()
    const [west, south, east, north] = corners(around)
    // what was tapped is in view already; what was typed may lie anywhere
    if (seen.contains([west, south]) && seen.contains([east, north])) return
    opened.fitBounds(corners(around), { padding: 40, maxZoom: 16, animate: false })
  })
  useEffect(() => {
    const around = geometry && boundsOf(positionsOf(geometry))
    if (around && map.current) bringIntoView(map.current, around)
  }, [geometry, map])
  // biome-ignore lint/correctness/useExhaustiveDependencies: handles are taken anew whenever there are others
  useEffect(() => {
    if (map.current) takeHold(map.current)
  }, [handles])
  useEffect(() => {
    pin.current?.setLngLat([at[0], at[1]])
  }, [at])
  return <div ref={place} className="pin-map" />
}
