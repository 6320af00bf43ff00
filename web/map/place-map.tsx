import type { FeatureCollection } from 'geojson'
import { Map as MapLibre, Marker, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { useEffect, useEffectEvent, useRef } from 'react'
import type { ExtentGeometry } from '../../server/domain/hazard-extent.ts'
import { wordsNow } from '../text/language.ts'
import { mapWords } from '../text/map-words.ts'
import { boundsOf, positionsOf } from './bounds.ts'
import { followGround } from './ground/follow-ground.ts'
import { farthestZoom, nearestZoom } from './layers/zooms.ts'
import { styleOf } from './map-style.ts'
import { useBaseLayers } from './use-base-layers.ts'
import { dressNow, useLight } from './use-dress.ts'
import 'maplibre-gl/dist/maplibre-gl.css'
import './place-map.css'

setWorkerUrl(workerUrl)

interface Props {
  readonly title: string
  readonly longitude: number
  readonly latitude: number
  /** Of a hazard that is more than a point; the map then shows the whole of it. */
  readonly drawing?: ExtentGeometry | null
}

const nearZoom = 15.5

/** The county's own drawing around one place, with a ring about it. */
export default function PlaceMap({ title, longitude, latitude, drawing = null }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const opened = useRef<MapLibre | null>(null)
  /** Layers come by themselves, before the style is there or after it. */
  const drawn = useRef(false)
  const light = useLight()
  const layers = useBaseLayers()
  const lay = useEffectEvent((map: MapLibre) => {
    const { zones, roads, places } = layers
    const extents: FeatureCollection = {
      type: 'FeatureCollection',
      features: drawing ? [{ type: 'Feature', properties: {}, geometry: drawing }] : [],
    }
    const sheets = { areas: zones?.areas, segments: zones?.segments, roads, places, extents }
    for (const [name, data] of Object.entries(sheets)) {
      const source = map.getSource(name)
      if (data && source && 'setData' in source && typeof source.setData === 'function') source.setData(data)
    }
  })
  const open = useEffectEvent((container: HTMLElement): MapLibre => {
    const dress = dressNow(light)
    const centre: [number, number] = [longitude, latitude]
    const map = new MapLibre({
      ...{ container, center: centre, zoom: nearZoom, minZoom: farthestZoom, maxZoom: nearestZoom },
      style: styleOf(dress.palette, dress.fonts),
      ...{ attributionControl: false, dragRotate: false, touchPitch: false, localIdeographFontFamily: false },
      // a page is scrolled past it with one finger, or the wheel; two fingers move it, and it says so
      ...{ cooperativeGestures: true, scrollZoom: false },
      locale: { 'Map.Title': title, 'CooperativeGesturesHandler.MobileHelpText': wordsNow(mapWords).twoFingers },
    })
    const around = drawing && boundsOf(positionsOf(drawing))
    if (around) {
      const { west, south, east, north } = around
      map.fitBounds([west, south, east, north], { padding: 32, maxZoom: 17, animate: false })
    } else {
      const ring = document.createElement('span')
      ring.className = 'place-ring'
      ring.setAttribute('aria-hidden', 'true')
      new Marker({ element: ring }).setLngLat(centre).addTo(map)
    }
    map.once('style.load', () => {
      drawn.current = true
      lay(map)
      followGround(map)
    })
    map.on('idle', () => container.setAttribute('data-map', 'idle'))
    return map
  })
  useEffect(() => {
    if (place.current === null || light === null) return
    const map = open(place.current)
    opened.current = map
    return () => {
      opened.current = null
      drawn.current = false
      map.remove()
    }
  }, [light])
  useEffect(() => {
    const map = opened.current
    if ((layers.zones || layers.roads || layers.places) && map && drawn.current) lay(map)
  }, [layers.zones, layers.roads, layers.places])
  return <div ref={place} className="place-map" />
}
