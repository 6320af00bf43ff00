import { Map as MapLibre, Marker, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { useEffect, useEffectEvent, useRef } from 'react'
import { farthestZoom, nearestZoom } from './layers/zooms.ts'
import { styleOf } from './map-style.ts'
import { useBaseLayers } from './use-base-layers.ts'
import { dressNow, useLight } from './use-dress.ts'
import 'maplibre-gl/dist/maplibre-gl.css'

setWorkerUrl(workerUrl)

interface Props {
  readonly title: string
  readonly at: readonly [longitude: number, latitude: number]
  /** Read once, when the map opens. */
  readonly zoom: number
  readonly onMoved: (to: readonly [longitude: number, latitude: number]) => void
}

interface Opened {
  readonly map: MapLibre
  readonly pin: Marker
  /** Its sources are there to be filled; whether they are being drawn just then says nothing about that. */
  readonly isDressed: () => boolean
}

const accentNow = (): string => getComputedStyle(document.documentElement).getPropertyValue('--accent').trim()

/** The county's own drawing with one pin: dragged, or put by a tap where it belongs. */
export default function PinMap({ title, at, zoom, onMoved }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const opened = useRef<Opened | null>(null)
  const light = useLight()
  const layers = useBaseLayers()
  const moved = useEffectEvent(onMoved)
  const lay = useEffectEvent((map: MapLibre) => {
    const { zones, roads, places } = layers
    const sheets = { areas: zones?.areas, segments: zones?.segments, roads, places }
    for (const [name, data] of Object.entries(sheets)) {
      const source = map.getSource(name)
      if (data && source && 'setData' in source && typeof source.setData === 'function') source.setData(data)
    }
  })
  const open = useEffectEvent((container: HTMLElement): Opened => {
    const dress = dressNow(light)
    const centre: [number, number] = [at[0], at[1]]
    const map = new MapLibre({
      ...{ container, center: centre, zoom, minZoom: farthestZoom, maxZoom: nearestZoom },
      style: styleOf(dress.palette, dress.fonts),
      ...{ attributionControl: false, dragRotate: false, touchPitch: false, localIdeographFontFamily: false },
      locale: { 'Map.Title': title },
    })
    const pin = new Marker({ color: accentNow(), draggable: true }).setLngLat(centre).addTo(map)
    const tell = (): void => {
      const { lng, lat } = pin.getLngLat()
      moved([Math.round(lng * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6])
    }
    pin.on('dragend', tell)
    map.on('click', ({ lngLat }) => {
      pin.setLngLat(lngLat)
      tell()
    })
    let dressed = false
    map.once('style.load', () => {
      dressed = true
      lay(map)
    })
    map.on('idle', () => container.setAttribute('data-map', 'idle'))
    return { map, pin, isDressed: () => dressed }
  })
  useEffect(() => {
    if (place.current === null) return
    const own = open(place.current)
    opened.current = own
    return () => {
      opened.current = null
      own.map.remove()
    }
  }, [])
  useEffect(() => {
    // each layer comes by itself and is laid as soon as it is here
    if (layers.zones || layers.roads || layers.places) {
      const own = opened.current
      if (own?.isDressed()) lay(own.map)
    }
  }, [layers.zones, layers.roads, layers.places])
  useEffect(() => {
    opened.current?.pin.setLngLat([at[0], at[1]])
  }, [at])
  return <div ref={place} className="pin-map" />
}
