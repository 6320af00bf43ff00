import type { FeatureCollection } from 'geojson'
import type {
  ExpressionSpecification,
  FilterSpecification,
  GeoJSONSourceSpecification,
  LayerSpecification,
  LineLayerSpecification,
  RasterDEMSourceSpecification,
  RasterSourceSpecification,
  VectorSourceSpecification,
} from 'maplibre-gl'
import type { Bounds } from '../../../server/domain/distance.ts'
import type { Palette } from './palette.ts'

/** Addresses come with the county's base map, if it has one; until then there is nothing to ask for. */
export const groundSources = {
  beyond: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } } satisfies GeoJSONSourceSpecification,
  ground: { type: 'vector', tiles: [], minzoom: 6, maxzoom: 14 } satisfies VectorSourceSpecification,
  heights: {
    ...{ type: 'raster-dem', tiles: [], encoding: 'terrarium' },
    ...{ tileSize: 256, minzoom: 6, maxzoom: 12 },
  } satisfies RasterDEMSourceSpecification,
  picture: { type: 'raster', tiles: [], tileSize: 256, minzoom: 1, maxzoom: 18 } satisfies RasterSourceSpecification,
  'picture-names': {
    ...{ type: 'raster', tiles: [], tileSize: 256, minzoom: 1, maxzoom: 18 },
  } satisfies RasterSourceSpecification,
} as const

const kindIs = (...kinds: string[]): FilterSpecification => ['in', ['get', 'kind'], ['literal', kinds]]
const hidden = { visibility: 'none' } as const
const byZoom = (...stops: readonly (readonly [zoom: number, pixels: number])[]): ExpressionSpecification => [
  'interpolate',
  ['exponential', 1.5],
  ['zoom'],
  ...stops.flat(),
]

/** Somebody else's picture of the country, where the reader has chosen it instead of the county's own sheet. */
export const pictureLayers = (palette: Palette): LayerSpecification[] => {
  const paint = { 'raster-fade-duration': 0, 'raster-brightness-max': palette.pictureBrightness }
  return [
    { id: 'picture', type: 'raster', source: 'picture', layout: hidden, paint },
    { id: 'picture-names', type: 'raster', source: 'picture-names', layout: hidden, paint },
  ]
}
export const pictureLayerIds = ['picture', 'picture-names'] as const

/** What a picture takes the place of. */
export const sheetLayerIds = ['outside', 'outside-hatch', 'land'] as const

const line = (
  id: string,
  sourceLayer: string,
  filter: FilterSpecification,
  paint: NonNullable<LineLayerSpecification['paint']>,
  minzoom = 0,
): LayerSpecification => ({
  ...{ id, type: 'line', source: 'ground', 'source-layer': sourceLayer, filter, paint, minzoom },
  layout: { ...hidden, 'line-join': 'round', 'line-cap': 'line-dasharray' in paint ? 'butt' : 'round' },
})

/** Woods, fields, hills, water, houses: the land as it lies, fainter than anything that is said about it. */
export const groundLayers = ({ ground, shade, outside }: Palette): LayerSpecification[] => [
  {
    ...{ id: 'ground-land', type: 'fill', source: 'ground', 'source-layer': 'land', layout: hidden },
    paint: {
      'fill-antialias': false,
      'fill-color': [
        'match',
        ['get', 'kind'],
        ...(['forest', ground.forest, 'orchard', ground.orchard, 'farm', ground.farm] as const),
        ...(['grass', ground.grass, 'built', ground.built] as const),
        ground.rock,
      ],
    },
  },
  {
    ...{ id: 'ground-shade', type: 'hillshade', source: 'heights', layout: hidden },
    paint: {
      'hillshade-exaggeration': shade.strength,
      'hillshade-shadow-color': shade.shadow,
      'hillshade-highlight-color': shade.light,
      'hillshade-accent-color': shade.shadow,
      // light from the north-west, as every map sheet has it, however the reader turns
      'hillshade-illumination-direction': 315,
      'hillshade-illumination-anchor': 'map',
    },
  },
  line('ground-stream', 'rivers', kindIs('stream', 'canal'), {
    'line-color': ground.river,
    'line-width': byZoom([11, 0.5], [14, 1.1], [17, 3]),
  }),
  line('ground-river', 'rivers', kindIs('river'), {
    'line-color': ground.river,
    'line-width': byZoom([8, 0.8], [12, 1.8], [16, 6]),
  }),
  {
    ...{ id: 'ground-water', type: 'fill', source: 'ground', 'source-layer': 'water', layout: hidden },
    paint: { 'fill-color': ground.water },
  },
  line('ground-shore', 'water', ['has', 'kind'], {
    'line-color': ground.shore,
    'line-width': byZoom([8, 0.4], [12, 0.8], [16, 1.2]),
  }),
  {
    ...{ id: 'ground-building', type: 'fill', source: 'ground', 'source-layer': 'buildings', layout: hidden },
    minzoom: 14,
    paint: { 'fill-color': ground.building, 'fill-outline-color': ground.buildingEdge },
  },
  line(
    'ground-track',
    'ways',
    kindIs('track', 'service'),
    { 'line-color': ground.wayEdge, 'line-width': byZoom([13, 0.5], [17, 1.6]), 'line-dasharray': [4, 2] },
    13,
  ),
  line('ground-rail', 'ways', kindIs('rail'), {
    'line-color': ground.rail,
    'line-width': byZoom([8, 0.8], [12, 1.3], [16, 2.6]),
  }),
  line(
    'ground-rail-ties',
    'ways',
    kindIs('rail'),
    { 'line-color': ground.rail, 'line-width': byZoom([11, 3], [16, 8]), 'line-dasharray': [0.18, 2.2] },
    11,
  ),
  ...casedWay('minor', kindIs('minor'), [11, 0.5], [13, 1.3], [16, 5.5])(ground),
  ...casedWay('tertiary', kindIs('tertiary'), [10, 0.7], [13, 2], [16, 7])(ground),
  ...casedWay('main', kindIs('secondary', 'primary', 'trunk'), [8, 0.9], [12, 2.6], [16, 9])(ground),
  ...casedWay('motorway', kindIs('motorway'), [6, 1.4], [11, 3.4], [16, 13])(ground),
  {
    ...{ id: 'ground-beyond', type: 'fill', source: 'beyond', layout: hidden },
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'fill-color': outside, 'fill-antialias': false },
  },
  {
    ...{ id: 'ground-fading', type: 'line', source: 'beyond', layout: { ...hidden, 'line-join': 'round' } },
    filter: ['==', ['geometry-type'], 'LineString'],
    paint: {
      'line-color': outside,
      'line-width': ['interpolate', ['exponential', 2], ['zoom'], 6, 7, 12, 440],
      'line-blur': ['interpolate', ['exponential', 2], ['zoom'], 6, 3.4, 12, 215],
    },
  },
]

/** Everything beyond the base map's edge, and the edge itself: the drawing fades out there and is not cut off. */
export const beyond = ({ west, south, east, north }: Bounds): FeatureCollection => {
  const ring = (w: number, s: number, e: number, n: number) => [
    [w, s],
    [e, s],
    [e, n],
    [w, n],
    [w, s],
  ]
  const edge = ring(west, south, east, north)
  return {
    type: 'FeatureCollection',
    features: [
      {
        ...{ type: 'Feature', properties: {} },
        geometry: { type: 'Polygon', coordinates: [ring(-180, -85, 180, 85), edge] },
      },
      { ...{ type: 'Feature', properties: {} }, geometry: { type: 'LineString', coordinates: edge } },
    ],
  }
}

/** A pale core within two thin lines; so far out that there is no room for a core, one line. */
const casedWay =
  (name: string, filter: FilterSpecification, ...stops: readonly (readonly [zoom: number, pixels: number])[]) =>
  ({ way, wayEdge }: Palette['ground']): LayerSpecification[] => [
    line(`ground-way-${name}-edge`, 'ways', filter, {
      'line-color': wayEdge,
      'line-width': byZoom(...stops.map(([zoom, pixels]) => [zoom, pixels + 0.9] as const)),
    }),
    line(`ground-way-${name}`, 'ways', filter, { 'line-color': way, 'line-width': byZoom(...stops) }, 11),
  ]
