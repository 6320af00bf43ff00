import type { FeatureCollection } from 'geojson'
import { GeoJSONSource, type LayerSpecification, Map as MapLibre, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { useEffect, useEffectEvent, useRef } from 'react'
import { boundsOf, positionsOf } from '../map/bounds.ts'
import { followGround } from '../map/ground/follow-ground.ts'
import { farthestZoom, nearestZoom } from '../map/layers/zooms.ts'
import type { Dress } from '../map/make-map.ts'
import { styleOf } from '../map/map-style.ts'
import { useBaseLayers } from '../map/use-base-layers.ts'
import { dressNow, useLight } from '../map/use-dress.ts'
import { asPreview } from './as-preview.ts'
import 'maplibre-gl/dist/maplibre-gl.css'

setWorkerUrl(workerUrl)

interface Props {
  readonly preview: unknown
  readonly title: string
}

const source = 'imported'

/** Sound rows drawn full, those as they are already thin, faulty ones dashed and crossed: never the colour alone. */
const previewLayers = ({ palette, fonts }: Dress): LayerSpecification[] => {
  const { chosen, chosenFill, name, halo, quietName } = palette
  const good: ['in', ['get', 'state'], ['literal', string[]]] = [
    'in',
    ['get', 'state'],
    ['literal', ['added', 'redrawn']],
  ]
  const same: ['==', ['get', 'state'], 'same'] = ['==', ['get', 'state'], 'same']
  const faulty: ['==', ['get', 'state'], 'faulty'] = ['==', ['get', 'state'], 'faulty']
  const isPoint: ['==', ['geometry-type'], 'Point'] = ['==', ['geometry-type'], 'Point']
  const isArea: ['==', ['geometry-type'], 'Polygon'] = ['==', ['geometry-type'], 'Polygon']
  return [
    { id: 'import-fill', type: 'fill', source, filter: ['all', isArea, good], paint: { 'fill-color': chosenFill } },
    { id: 'import-same', type: 'line', source, filter: same, paint: { 'line-color': quietName, 'line-width': 1 } },
    { id: 'import-line', type: 'line', source, filter: good, paint: { 'line-color': chosen, 'line-width': 2.2 } },
    {
      ...{ id: 'import-faulty', type: 'line', source, filter: faulty },
      paint: { 'line-color': name, 'line-width': 1.8, 'line-dasharray': [2, 2] },
    },
    {
      ...{ id: 'import-points', type: 'circle', source, filter: ['all', isPoint, ['!', faulty]] },
      paint: {
        'circle-radius': 4.5,
        'circle-color': ['case', same, halo, chosen],
        'circle-stroke-color': ['case', same, quietName, halo],
        'circle-stroke-width': 1.2,
      },
    },
    {
      ...{ id: 'import-crosses', type: 'symbol', source, filter: faulty },
      layout: {
        'text-field': '✕',
        'text-font': fonts.strong,
        'text-size': 15,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': name, 'text-halo-color': halo, 'text-halo-width': 2 },
    },
  ]
}

/** The rows of a dry run over what the county has already. */
export default function PreviewMap({ preview, title }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const opened = useRef<MapLibre | null>(null)
  // set when the style stands; a map that is still fetching its tiles says that it is not loaded
  const ready = useRef(false)
  const light = useLight()
  const base = useBaseLayers()
  const drawn = asPreview(preview)
  const lay = useEffectEvent((map: MapLibre) => {
    const { zones, roads, places } = base
    const sheets = { areas: zones?.areas, segments: zones?.segments, roads, places, [source]: drawn }
    for (const [name, data] of Object.entries(sheets)) {
      const own = map.getSource(name)
      if (data && own instanceof GeoJSONSource) own.setData(data)
    }
  })
  const frame = useEffectEvent((map: MapLibre) => {
    const bounds = boundsOf(framed(drawn))
    if (bounds === null) return
    const { west, south, east, north } = bounds
    map.fitBounds([west, south, east, north], { padding: 32, maxZoom: 15, duration: 0 })
  })
  const open = useEffectEvent((container: HTMLElement): MapLibre => {
    const dress = dressNow(light)
    const style = styleOf(dress.palette, dress.fonts)
    const map = new MapLibre({
      container,
      style: {
        ...style,
        sources: { ...style.sources, [source]: { type: 'geojson', data: drawn } },
        layers: [...style.layers, ...previewLayers(dress)],
      },
      ...{ center: [114.5, 29], zoom: 9, minZoom: Math.min(2, farthestZoom), maxZoom: nearestZoom },
      ...{ attributionControl: false, dragRotate: false, touchPitch: false, localIdeographFontFamily: false },
      ...{ fadeDuration: 0, locale: { 'Map.Title': title } },
    })
    map.touchZoomRotate.disableRotation()
    map.once('style.load', () => {
      ready.current = true
      lay(map)
      followGround(map)
      frame(map)
    })
    map.on('movestart', () => container.setAttribute('data-map', 'moving'))
    map.on('idle', () => container.setAttribute('data-map', 'idle'))
    return map
  })
  // day or night is another drawing: opened anew, which here costs nothing
  // biome-ignore lint/correctness/useExhaustiveDependencies: the light alone opens it anew
  useEffect(() => {
    if (place.current === null) return
    const own = open(place.current)
    opened.current = own
    return () => {
      opened.current = null
      ready.current = false
      own.remove()
    }
  }, [light])
  useEffect(() => {
    if (opened.current && ready.current && (base.zones || base.roads || base.places)) lay(opened.current)
  }, [base.zones, base.roads, base.places])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer of the server is drawn and framed once
  useEffect(() => {
    const map = opened.current
    if (map === null || !ready.current) return
    lay(map)
    frame(map)
  }, [preview])
  return <div ref={place} className="import-map" />
}

/** Sound rows set the frame; where there are none, the faulty ones do. */
const framed = ({ features }: FeatureCollection) => {
  const sound = features.filter(({ properties }) => properties?.['state'] !== 'faulty')
  return (sound.length > 0 ? sound : features).flatMap(({ geometry }) => positionsOf(geometry))
}
