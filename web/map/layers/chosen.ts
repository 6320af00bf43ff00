import type { FilterSpecification, LayerSpecification } from 'maplibre-gl'
import { markSprite } from './hazards.ts'
import type { Palette } from './palette.ts'

/** Nothing bears this name, so nothing is chosen. */
const nobody = ''

export const isZone = (id: string | null): FilterSpecification => ['==', ['get', 'id'], id ?? nobody]

/** The zone in hand: its area washed in the accent, its stretch of road cased in it. */
export const chosenZoneLayers = (palette: Palette, zoneId: string | null): LayerSpecification[] => [
  {
    id: 'chosen-area',
    type: 'fill',
    source: 'areas',
    filter: isZone(zoneId),
    paint: { 'fill-color': palette.chosenFill },
  },
  {
    id: 'chosen-edge',
    type: 'line',
    source: 'areas',
    filter: isZone(zoneId),
    layout: { 'line-join': 'round' },
    paint: { 'line-color': palette.chosen, 'line-width': 2.4 },
  },
  {
    id: 'chosen-segment',
    type: 'line',
    source: 'segments',
    filter: isZone(zoneId),
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: {
      'line-color': palette.chosen,
      'line-opacity': 0.55,
      'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 8, 7, 12, 13, 16, 32],
    },
  },
]

export const chosenZoneLayerIds = ['chosen-area', 'chosen-edge', 'chosen-segment'] as const

/** The hazard in hand or under the pointer, drawn once more on top: it may be inside a plate. */
export const chosenHazardLayers = (palette: Palette): LayerSpecification[] => [
  {
    id: 'chosen-ring',
    type: 'circle',
    source: 'chosen',
    filter: ['!=', ['get', 'role'], 'tapped'],
    paint: {
      'circle-radius': 19,
      'circle-color': palette.land,
      'circle-opacity': 0.75,
      'circle-stroke-color': palette.chosen,
      'circle-stroke-width': ['case', ['==', ['get', 'role'], 'chosen'], 4, 2],
    },
  },
  {
    id: 'chosen-mark',
    type: 'symbol',
    source: 'chosen',
    filter: ['!=', ['get', 'role'], 'tapped'],
    layout: { 'icon-image': markSprite, 'icon-allow-overlap': true, 'icon-ignore-placement': true, 'icon-size': 1.1 },
  },
  {
    id: 'tapped-place',
    type: 'circle',
    source: 'chosen',
    filter: ['==', ['get', 'role'], 'tapped'],
    paint: {
      'circle-radius': 5,
      'circle-color': palette.chosen,
      'circle-stroke-color': palette.land,
      'circle-stroke-width': 2.5,
    },
  },
]

/** Where the reader stands, and how sure the device is of it. */
export const standingLayers = (palette: Palette): LayerSpecification[] => [
  {
    id: 'standing-within',
    type: 'fill',
    source: 'standing',
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'fill-color': palette.chosenFill, 'fill-outline-color': palette.chosen },
  },
  {
    id: 'standing',
    type: 'circle',
    source: 'standing',
    filter: ['==', ['geometry-type'], 'Point'],
    paint: {
      'circle-radius': 7,
      'circle-color': palette.chosen,
      'circle-stroke-color': palette.land,
      'circle-stroke-width': 3,
    },
  },
]
