import type { LayerSpecification, SymbolLayerSpecification } from 'maplibre-gl'
import type { RoadClass } from '../../../db/vocabulary.ts'
import type { Palette } from './palette.ts'
import { schoolsFromZoom, villagesFromZoom } from './zooms.ts'

/** Families of fonts by the page's own choice; the map draws the letters itself, no glyph server stands behind it. */
export interface Fonts {
  readonly plain: string[]
  readonly strong: string[]
}

/** The weight is read off the first family's name, which need not exist. */
export const fontsOf = (families: readonly string[]): Fonts => ({
  plain: [...families],
  strong: ['map semibold', ...families],
})

const anchors: NonNullable<SymbolLayerSpecification['layout']>['text-variable-anchor'] = [
  ...(['top', 'bottom', 'right', 'left', 'top-right', 'top-left', 'bottom-right', 'bottom-left'] as const),
]

const placeName = (
  kind: 'township' | 'village' | 'school',
  fonts: string[],
  sizes: readonly [number, number],
): Pick<SymbolLayerSpecification, 'type' | 'source' | 'filter' | 'layout'> => ({
  type: 'symbol',
  source: 'places',
  filter: ['==', ['get', 'kind'], kind],
  layout: {
    'text-field': ['get', 'name'],
    'text-font': fonts,
    'text-size': ['interpolate', ['linear'], ['zoom'], 8, sizes[0], 14, sizes[1]],
    'text-variable-anchor': anchors,
    'text-radial-offset': 0.55,
    'text-justify': 'auto',
    'text-max-width': 9,
    'text-padding': 3,
  },
})

const seat = (
  kind: 'township' | 'village',
  palette: Palette,
  radius: readonly [number, number],
): LayerSpecification => ({
  id: `${kind}-seat`,
  type: 'circle',
  source: 'places',
  filter: ['==', ['get', 'kind'], kind],
  minzoom: kind === 'village' ? villagesFromZoom : 8,
  paint: {
    'circle-radius': ['interpolate', ['linear'], ['zoom'], 8, radius[0], 14, radius[1]],
    'circle-color': palette.land,
    'circle-stroke-color': palette.quietName,
    'circle-stroke-width': kind === 'village' ? 1 : 1.5,
  },
})

export const seatLayers = (palette: Palette): LayerSpecification[] => [
  seat('village', palette, [1.4, 2.4]),
  seat('township', palette, [1.8, 4]),
]

type Plate = 'trunk' | 'main' | 'local'

/** Route codes as small plates along the road: solid for national, framed for provincial and county, bare below. */
const shields: readonly (readonly [classes: readonly RoadClass[], plate: Plate, fromZoom: number])[] = [
  [['village', 'dedicated'], 'local', 14],
  [['township'], 'local', 12.2],
  [['provincial', 'county'], 'main', 9.2],
  [['national'], 'trunk', 8],
]

const shieldLayer = (
  palette: Palette,
  fonts: Fonts,
  [classes, plate, fromZoom]: (typeof shields)[number],
): LayerSpecification => ({
  id: `shield-${classes.join('-')}`,
  type: 'symbol',
  source: 'roads',
  minzoom: fromZoom,
  filter: ['all', ['has', 'shield'], ['in', ['get', 'roadClass'], ['literal', [...classes]]]],
  layout: {
    'symbol-placement': 'line',
    'symbol-spacing': ['interpolate', ['linear'], ['zoom'], 9, 180, 13, 320],
    // the plate stands upright, however the road winds beneath it
    'text-max-angle': 180,
    'text-field': ['get', 'shield'],
    'text-font': fonts.strong,
    'text-size': plate === 'local' ? 10 : 11,
    'text-rotation-alignment': 'viewport',
    'icon-rotation-alignment': 'viewport',
    'icon-image': `shield-${plate}`,
    'icon-text-fit': 'both',
    'icon-text-fit-padding': [1, 3, 0, 3],
    'text-padding': 6,
  },
  paint: { 'text-color': plate === 'trunk' ? palette.plate : palette.plateInk },
})

const haloed = (palette: Palette, ink: string): NonNullable<SymbolLayerSpecification['paint']> => ({
  'text-color': ink,
  'text-halo-color': palette.halo,
  'text-halo-width': 1.6,
  'text-halo-blur': 0.4,
})

/** What is written last has the first right to the space. */
export const nameLayers = (palette: Palette, fonts: Fonts): LayerSpecification[] => [
  {
    id: 'road-name',
    type: 'symbol',
    source: 'roads',
    minzoom: 13,
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 420,
      'text-field': ['get', 'name'],
      'text-font': fonts.plain,
      'text-size': 11,
      'text-offset': [0, 1.1],
      'text-letter-spacing': 0.06,
      'text-max-angle': 30,
    },
    paint: haloed(palette, palette.quietName),
  },
  {
    id: 'village-name',
    minzoom: villagesFromZoom,
    ...placeName('village', fonts.plain, [11, 12.5]),
    paint: haloed(palette, palette.quietName),
  },
  {
    id: 'school',
    minzoom: schoolsFromZoom,
    ...placeName('school', fonts.plain, [10, 11.5]),
    layout: {
      ...placeName('school', fonts.plain, [10, 11.5]).layout,
      'icon-image': 'school',
      'icon-allow-overlap': true,
      'text-optional': true,
      'text-field': ['step', ['zoom'], '', 13, ['get', 'name']],
      'text-radial-offset': 0.95,
    },
    paint: haloed(palette, palette.quietName),
  },
  ...shields.map((shield) => shieldLayer(palette, fonts, shield)),
  {
    id: 'township-name',
    ...placeName('township', fonts.strong, [11.5, 16]),
    paint: haloed(palette, palette.name),
  },
]
