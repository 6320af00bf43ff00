import { LngLatBounds, Map as MapLibre, Marker, type MarkerOptions, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { useEffect, useEffectEvent, useRef } from 'react'
import { boundsAround } from '../../server/domain/distance.ts'
import { circleAround } from './circle.ts'
import { followGround } from './ground/follow-ground.ts'
import { farthestZoom, nearestZoom } from './layers/zooms.ts'
import { styleOf } from './map-style.ts'
import { useBaseLayers } from './use-base-layers.ts'
import { dressNow, useLight } from './use-dress.ts'
import 'maplibre-gl/dist/maplibre-gl.css'

setWorkerUrl(workerUrl)

type At = readonly [longitude: number, latitude: number]

interface Placed {
  readonly key: string
  readonly side: 'before' | 'after'
  readonly sign: string
  readonly at: At
  readonly accuracyMetres: number | null
}

interface Props {
  readonly title: string
  readonly hazard: At
  readonly hazardSign: string
  readonly radiusMetres: number
  readonly photos: readonly Placed[]
}

/** A fix rougher than this would push all else into one point; its circle is then left beyond the edge. */
const widestShownMetres = 400

/** Left and right of their point, so that two taken at one spot can both be read. */
const besides: Readonly<Record<Placed['side'], Pick<MarkerOptions, 'anchor' | 'offset'>>> = {
  before: { anchor: 'top-right', offset: [-4, 4] },
  after: { anchor: 'bottom-left', offset: [4, -4] },
}

const pin = (sign: string, kind: string): HTMLElement => {
  const element = document.createElement('span')
  element.className = `evidence-pin evidence-pin-${kind}`
  element.textContent = sign
  element.setAttribute('aria-hidden', 'true')
  return element
}

/** The hazard, the circle in which its cure is expected, and each photo with how exactly its place is known. */
export default function EvidenceMap(props: Props) {
  const place = useRef<HTMLDivElement>(null)
  const opened = useRef<MapLibre | null>(null)
  const light = useLight()
  const layers = useBaseLayers()
  const lay = useEffectEvent((map: MapLibre) => {
    const { zones, roads, places } = layers
    const sheets = { areas: zones?.areas, segments: zones?.segments, roads, places }
    for (const [name, data] of Object.entries(sheets)) {
      const source = map.getSource(name)
      if (data && source && 'setData' in source && typeof source.setData === 'function') source.setData(data)
    }
  })
  const open = useEffectEvent((container: HTMLElement): MapLibre => {
    const { title, hazard, hazardSign, radiusMetres, photos } = props
    const dress = dressNow(light)
    const bounds = new LngLatBounds()
    for (const { at, metres } of [
      { at: hazard, metres: radiusMetres },
      ...photos.map(({ at, accuracyMetres }) => ({ at, metres: Math.min(accuracyMetres ?? 0, widestShownMetres) })),
    ]) {
      const { west, south, east, north } = boundsAround(at, metres)
      bounds.extend([west, south, east, north])
    }
    const map = new MapLibre({
      ...{ container, bounds, fitBoundsOptions: { padding: 24, maxZoom: 17 } },
      ...{ minZoom: farthestZoom, maxZoom: nearestZoom + 1, style: styleOf(dress.palette, dress.fonts) },
      ...{ attributionControl: false, dragRotate: false, touchPitch: false, localIdeographFontFamily: false },
      ...{ cooperativeGestures: false, scrollZoom: false, locale: { 'Map.Title': title } },
    })
    const circles = [
      circleAround(hazard, radiusMetres, 'radius'),
      ...photos.flatMap(({ at, accuracyMetres, side }) =>
        accuracyMetres === null || accuracyMetres === 0 ? [] : [circleAround(at, accuracyMetres, side)],
      ),
    ]
    const spots = {
      type: 'FeatureCollection' as const,
      features: [...photos.map(({ at, side }) => ({ at, kind: side })), { at: hazard, kind: 'hazard' }].map(
        ({ at, kind }) => ({
          ...{ type: 'Feature' as const, properties: { kind } },
          geometry: { type: 'Point' as const, coordinates: [at[0], at[1]] },
        }),
      ),
    }
    map.once('style.load', () => {
      lay(map)
      followGround(map)
      map.addSource('circles', { type: 'geojson', data: { type: 'FeatureCollection', features: circles } })
      map.addLayer({
        ...{ id: 'circle-sheets', type: 'fill', source: 'circles', filter: ['!=', 'kind', 'radius'] },
        paint: { 'fill-color': dress.palette.chosen, 'fill-opacity': 0.08 },
      })
      map.addLayer({
        ...{ id: 'circle-lines', type: 'line', source: 'circles', filter: ['!=', 'kind', 'radius'] },
        paint: { 'line-color': dress.palette.name, 'line-width': 1 },
      })
      map.addSource('spots', { type: 'geojson', data: spots })
      map.addLayer({
        ...{ id: 'spot-dots', type: 'circle', source: 'spots' },
        paint: {
          ...{
            'circle-radius': 4,
            'circle-color': ['match', ['get', 'kind'], 'hazard', dress.palette.chosen, dress.palette.name],
          },
          ...{ 'circle-stroke-width': 1.5, 'circle-stroke-color': dress.palette.halo },
        },
      })
      map.addLayer({
        ...{ id: 'radius-line', type: 'line', source: 'circles', filter: ['==', 'kind', 'radius'] },
        paint: { 'line-color': dress.palette.chosen, 'line-width': 1.5, 'line-dasharray': [4, 3] },
      })
    })
    for (const { at, sign, side } of photos)
      new Marker({ element: pin(sign, side), ...besides[side] }).setLngLat([at[0], at[1]]).addTo(map)
    new Marker({ element: pin(hazardSign, 'hazard'), anchor: 'top', offset: [0, 6] })
      .setLngLat([hazard[0], hazard[1]])
      .addTo(map)
    map.on('idle', () => container.setAttribute('data-map', 'idle'))
    return map
  })
  // what is shown of one submission never changes; another light means another drawing
  // biome-ignore lint/correctness/useExhaustiveDependencies: the drawing is made anew for another light
  useEffect(() => {
    if (place.current === null) return
    const own = open(place.current)
    opened.current = own
    return () => {
      opened.current = null
      own.remove()
    }
  }, [light])
  useEffect(() => {
    if (layers.zones || layers.roads || layers.places) {
      const map = opened.current
      // a style that has come has its sources; before that, its own coming lays them
      if (map?.getSource('areas')) lay(map)
    }
  }, [layers.zones, layers.roads, layers.places])
  return <div ref={place} className="evidence-map" />
}
