import type { FeatureCollection } from 'geojson'
import type { LayerSpecification, Map as MapLibre } from 'maplibre-gl'
import { useEffect, useEffectEvent, useMemo } from 'react'
import { boundsOf } from '../../server/domain/bounds.ts'
import { positionsOf } from '../../server/domain/geometry-runs.ts'
import { corners, type Dress } from '../map/make-map.ts'
import { useSmallMap } from '../map/use-small-map.ts'
import { asPreview } from './as-preview.ts'

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
  const drawn = useMemo(() => asPreview(preview), [preview])
  const { place, map } = useSmallMap({
    ...{ title, sheets: { [source]: drawn }, layers: previewLayers },
    at: { longitude: 114.5, latitude: 29, zoom: 9 },
    // a row gone astray may lie anywhere on earth
    own: { minZoom: 2, fadeDuration: 0 },
  })
  const frame = useEffectEvent((opened: MapLibre) => {
    const bounds = boundsOf(framed(drawn))
    if (bounds !== null) opened.fitBounds(corners(bounds), { padding: 32, maxZoom: 15, duration: 0 })
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer of the server is framed once
  useEffect(() => {
    if (map.current) frame(map.current)
  }, [preview])
  return <div ref={place} className="import-map" />
}

/** Sound rows set the frame; where there are none, the faulty ones do. */
const framed = ({ features }: FeatureCollection) => {
  const sound = features.filter(({ properties }) => properties?.['state'] !== 'faulty')
  return (sound.length > 0 ? sound : features).flatMap(({ geometry }) => positionsOf(geometry))
}
