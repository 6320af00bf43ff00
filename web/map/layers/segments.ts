import type { LayerSpecification } from 'maplibre-gl'
import type { Palette } from './palette.ts'
import { segmentsFromZoom } from './zooms.ts'

/** Road chiefs' stretches: a soft casing beneath the road, a tick where one chief's part ends and the next begins. */
export const segmentLayers = (palette: Palette): LayerSpecification[] => [
  {
    id: 'segment',
    type: 'line',
    source: 'segments',
    minzoom: segmentsFromZoom,
    layout: { 'line-join': 'round', 'line-cap': 'butt' },
    paint: {
      'line-color': palette.segment,
      'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 10, 7, 12, 11, 16, 28],
    },
  },
]

export const segmentEndLayers = (palette: Palette): LayerSpecification[] => [
  {
    id: 'segment-end',
    type: 'circle',
    source: 'segment-ends',
    minzoom: segmentsFromZoom,
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 10, 2.2, 14, 4],
      'circle-color': palette.land,
      'circle-stroke-color': palette.chosen,
      'circle-stroke-width': 1.6,
    },
  },
]
