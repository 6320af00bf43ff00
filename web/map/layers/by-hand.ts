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

/** In ems: to the right above the mark where there is room, else at another of its corners. */
const besideTheMark: (string | [number, number])[] = [
  'bottom-left',
  [0.8, -0.55],
  'top-left',
  [0.8, 0.55],
  'bottom-right',
  [-0.8, -0.55],
  'top-right',
  [-0.8, 0.55],
]

/** Above the marks: the numbers of the stops, and the line being drawn round some of them. */
export const byHandLayers = (palette: Palette, fonts: Fonts): LayerSpecification[] => [
  {
    id: 'route-stop',
    type: 'symbol',
    source: 'route',
    filter: ['==', ['geometry-type'], 'Point'],
    layout: {
      'icon-image': 'stop',
      'icon-text-fit': 'height',
      'icon-allow-overlap': true,
      'text-field': ['to-string', ['get', 'number']],
      'text-font': fonts.strong,
      'text-size': 12,
      'text-allow-overlap': true,
      'text-variable-anchor-offset': besideTheMark,
      'symbol-sort-key': ['get', 'number'],
    },
    paint: { 'text-color': palette.land },
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
