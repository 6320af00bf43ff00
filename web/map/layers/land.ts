import type { GeoJSONSourceSpecification, LayerSpecification } from 'maplibre-gl'
import type { Palette } from './palette.ts'
import { villagesFromZoom } from './zooms.ts'

/** A pattern of the background itself is laid wrongly between two zooms; one that fills the world is not. */
export const wholeWorld: GeoJSONSourceSpecification = {
  type: 'geojson',
  data: {
    type: 'Polygon',
    coordinates: [
      [
        [-180, -85],
        [180, -85],
        [180, 85],
        [-180, 85],
        [-180, -85],
      ],
    ],
  },
}

/** The sheet itself, hatched where the county ends. */
export const sheetLayers = (palette: Palette): LayerSpecification[] => [
  { id: 'outside', type: 'background', paint: { 'background-color': palette.outside } },
  { id: 'outside-hatch', type: 'fill', source: 'sheet', paint: { 'fill-pattern': 'hatch' } },
  // every area is filled, so that a county without an outline of its own still lies on paper
  {
    id: 'land',
    type: 'fill',
    source: 'areas',
    paint: { 'fill-color': palette.land, 'fill-outline-color': palette.land },
  },
]

/** The borders of the county, its townships and villages, and the areas within that can be tapped. */
export const landLayers = (palette: Palette): LayerSpecification[] => [
  {
    id: 'county-band',
    type: 'line',
    source: 'areas',
    filter: ['==', ['get', 'tier'], 'county'],
    layout: { 'line-join': 'round' },
    paint: { 'line-color': palette.countyBand, 'line-width': ['interpolate', ['linear'], ['zoom'], 8, 7, 14, 16] },
  },
  {
    id: 'village-area',
    type: 'fill',
    source: 'areas',
    minzoom: villagesFromZoom,
    filter: ['==', ['get', 'tier'], 'village'],
    paint: { 'fill-opacity': 0 },
  },
  {
    id: 'township-area',
    type: 'fill',
    source: 'areas',
    filter: ['==', ['get', 'tier'], 'township'],
    paint: { 'fill-opacity': 0 },
  },
  {
    id: 'county-area',
    type: 'fill',
    source: 'areas',
    filter: ['==', ['get', 'tier'], 'county'],
    paint: { 'fill-opacity': 0 },
  },
  {
    id: 'village-line',
    type: 'line',
    source: 'areas',
    minzoom: villagesFromZoom,
    filter: ['==', ['get', 'tier'], 'village'],
    layout: { 'line-join': 'round' },
    paint: { 'line-color': palette.villageLine, 'line-width': 0.9, 'line-dasharray': [2, 2.4] },
  },
  {
    id: 'township-line',
    type: 'line',
    source: 'areas',
    filter: ['==', ['get', 'tier'], 'township'],
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': palette.townshipLine,
      'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.8, 12, 1.3, 16, 2],
      'line-dasharray': [6, 3, 1.5, 3],
    },
  },
  {
    id: 'county-line',
    type: 'line',
    source: 'areas',
    filter: ['==', ['get', 'tier'], 'county'],
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': palette.countyLine,
      'line-width': ['interpolate', ['linear'], ['zoom'], 8, 1.3, 14, 2.4],
      'line-dasharray': [7, 2, 1, 2, 1, 2],
    },
  },
]
