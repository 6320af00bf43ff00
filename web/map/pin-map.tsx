import type { FeatureCollection } from 'geojson'
import { GeoJSONSource, Map as MapLibre, Marker, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { useEffect, useEffectEvent, useRef } from 'react'
import type { ExtentGeometry } from '../../server/domain/hazard-extent.ts'
import { type Bounds, boundsOf, positionsOf } from './bounds.ts'
import { farthestZoom, nearestZoom } from './layers/zooms.ts'
import { styleOf } from './map-style.ts'
import { useBaseLayers } from './use-base-layers.ts'
import { dressNow, useLight } from './use-dress.ts'
import 'maplibre-gl/dist/maplibre-gl.css'
import './pin-map.css'

setWorkerUrl(workerUrl)

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

interface Opened {
  readonly map: MapLibre
  readonly pin: Marker
  readonly handles: Marker[]
  /** Its sources are there to be filled; whether they are being drawn just then says nothing about that. */
  readonly isDressed: () => boolean
}

const accentNow = (): string => getComputedStyle(document.documentElement).getPropertyValue('--accent').trim()
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
  const place = useRef<HTMLDivElement>(null)
  const opened = useRef<Opened | null>(null)
  const light = useLight()
  const layers = useBaseLayers()
  const moved = useEffectEvent(onMoved)
  const lay = useEffectEvent((map: MapLibre) => {
    const { zones, roads, places } = layers
    const drawn: FeatureCollection = {
      type: 'FeatureCollection',
      features: shape?.geometry ? [{ type: 'Feature', properties: {}, geometry: shape.geometry }] : [],
    }
    const sheets = { areas: zones?.areas, segments: zones?.segments, roads, places, extents: drawn }
    for (const [name, data] of Object.entries(sheets)) {
      const source = map.getSource(name)
      if (data && source instanceof GeoJSONSource) source.setData(data)
    }
  })
  const tapped = useEffectEvent((pin: Marker, to: At) => {
    if (shape) return shape.onTap(to)
    pin.setLngLat([to[0], to[1]])
    moved(to)
  })
  const dragged = useEffectEvent((handle: number, to: At) => shape?.onDragged(handle, to))
  const open = useEffectEvent((container: HTMLElement): Opened => {
    const dress = dressNow(light)
    const centre: [number, number] = [at[0], at[1]]
    const map = new MapLibre({
      ...{ container, center: centre, zoom, minZoom: farthestZoom, maxZoom: nearestZoom },
      style: styleOf(dress.palette, dress.fonts),
      ...{ attributionControl: false, dragRotate: false, touchPitch: false, localIdeographFontFamily: false },
      locale: { 'Map.Title': title },
    })
    const pin = new Marker({ color: accentNow(), draggable: true }).setLngLat(centre)
    pin.on('dragend', () => moved(micro(pin.getLngLat())))
    map.on('click', ({ lngLat }) => tapped(pin, micro(lngLat)))
    let dressed = false
    map.once('style.load', () => {
      dressed = true
      lay(map)
    })
    map.on('idle', () => container.setAttribute('data-map', 'idle'))
    return { map, pin, handles: [], isDressed: () => dressed }
  })
  const takeHold = useEffectEvent(({ map, pin, handles }: Opened) => {
    if (shape) pin.remove()
    else pin.addTo(map)
    for (const handle of handles.splice(0)) handle.remove()
    for (const [
      index,
      {
        at: [lng, lat],
        sign,
      },
    ] of (shape?.handles ?? []).entries()) {
      const handle = new Marker({ element: handleNamed(sign), draggable: true }).setLngLat([lng, lat]).addTo(map)
      handle.on('dragend', () => dragged(index, micro(handle.getLngLat())))
      handles.push(handle)
    }
  })
  useEffect(() => {
    if (place.current === null) return
    const own = open(place.current)
    opened.current = own
    takeHold(own)
    return () => {
      opened.current = null
      own.map.remove()
    }
  }, [])
  const bringIntoView = useEffectEvent((map: MapLibre, around: Bounds) => {
    const seen = map.getBounds()
    const { west, south, east, north } = around
    // what was tapped is in view already; what was typed may lie anywhere
    if (seen.contains([west, south]) && seen.contains([east, north])) return
    map.fitBounds([west, south, east, north], { padding: 40, maxZoom: 16, animate: false })
  })
  const { geometry = null, handles = null } = shape ?? {}
  useEffect(() => {
    const around = geometry && boundsOf(positionsOf(geometry))
    if (around && opened.current) bringIntoView(opened.current.map, around)
  }, [geometry])
  useEffect(() => {
    // each layer comes by itself and is laid as soon as it is here
    if (layers.zones || layers.roads || layers.places || geometry) {
      const own = opened.current
      if (own?.isDressed()) lay(own.map)
    }
  }, [layers.zones, layers.roads, layers.places, geometry])
  // biome-ignore lint/correctness/useExhaustiveDependencies: handles are taken anew whenever there are others
  useEffect(() => {
    if (opened.current) takeHold(opened.current)
  }, [handles])
  useEffect(() => {
    opened.current?.pin.setLngLat([at[0], at[1]])
  }, [at])
  return <div ref={place} className="pin-map" />
}
