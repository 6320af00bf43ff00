import type { LayerSpecification } from 'maplibre-gl'
import type { Fonts } from './names.ts'
import type { Palette } from './palette.ts'

/** Below the marks: the ring round each that is picked out, and the line of a day's route. */
export const pickedLayers = (palette: Palette): LayerSpecification[] => [
  {
    id: 'picked',
    type: 'circle',
    source: 'picked',
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 8, 3.5, 12, 6, 13.5, 15, 17, 18],
      'circle-color': palette.land,
      'circle-opacity': 0.6,
      'circle-stroke-color': palette.chosen,
      'circle-stroke-width': 2,
    },
  },
  {
    id: 'route-line',
    type: 'line',
    source: 'route',
    filter: ['==', ['geometry-type'], 'LineString'],
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': palette.chosen, 'line-width': 2, 'line-dasharray': [2, 2] },
  },
]

/** Above the marks: the numbers of the stops, and the line being drawn round some of them. */
export const byHandLayers = (palette: Palette, fonts: Fonts): LayerSpecification[] => [
  {
    id: 'route-stop',
    type: 'circle',
    source: 'route',
    filter: ['==', ['geometry-type'], 'Point'],
    paint: {
      'circle-radius': 10,
      'circle-color': palette.chosen,
      'circle-stroke-color': palette.land,
      'circle-stroke-width': 2,
      'circle-translate': [13, -13],
    },
  },
  {
    id: 'route-number',
    type: 'symbol',
    source: 'route',
    filter: ['==', ['geometry-type'], 'Point'],
    layout: {
      'text-field': ['to-string', ['get', 'number']],
      'text-font': fonts.strong,
      'text-size': 12,
      'text-allow-overlap': true,
      'text-ignore-placement': true,
    },
    paint: { 'text-color': palette.land, 'text-translate': [13, -13] },
  },
  {
    id: 'lasso-within',
    type: 'fill',
    source: 'lasso',
    paint: { 'fill-color': palette.chosenFill },
  },
  {
    id: 'lasso-edge',
    type: 'line',
    source: 'lasso',
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': palette.chosen, 'line-width': 2.5 },
  },
]
