import type {
  ExpressionSpecification,
  FilterSpecification,
  GeoJSONSourceSpecification,
  LayerSpecification,
  SymbolLayerSpecification,
  VectorSourceSpecification,
} from 'maplibre-gl'
import { marksByRank, rankOf } from '../marked-points.ts'
import { extentLayerIds } from './extents.ts'
import type { Fonts } from './names.ts'
import type { Palette } from './palette.ts'
import { nearestZoom, plainMarksFromZoom } from './zooms.ts'

/** Cut by the server: close ones are gathered there, and the plate counts them all, however many there are. */
export const hazardTileSource = {
  type: 'vector',
  tiles: [],
  maxzoom: nearestZoom,
} satisfies VectorSourceSpecification

/**
 * What lies on the device, for where there is no connection. Close ones are gathered; the plate knows the worst it holds
 * and how many of them are overdue.
 */
export const hazardSource = {
  type: 'geojson',
  data: { type: 'FeatureCollection', features: [] },
  promoteId: 'id',
  cluster: true,
  clusterRadius: 44,
  clusterMaxZoom: plainMarksFromZoom - 1,
  clusterMinPoints: 3,
  clusterProperties: {
    rank: ['max', ['get', 'rank']],
    overdue: ['+', ['case', ['get', 'overdue'], 1, 0]],
  },
} satisfies GeoJSONSourceSpecification

const gathered: FilterSpecification = ['has', 'point_count']
const alone: FilterSpecification = ['!', ['has', 'point_count']]

/** The sprite of one hazard: its mark, in a heavy dark ring once overdue. */
export const markSprite: ExpressionSpecification = [
  'concat',
  'mark-',
  ['get', 'mark'],
  ['case', ['get', 'overdue'], '-overdue', ''],
]

/** The plate of many: the worst mark inside, a heavy frame once one of them is overdue. */
export const plateSprite: ExpressionSpecification = [
  'concat',
  'plate-',
  ['at', ['get', 'rank'], ['literal', [...marksByRank]]],
  ['case', ['>', ['get', 'overdue'], 0], '-overdue', ''],
]

/** What nobody has to look at any more is drawn smaller than what waits. */
const sizeTimes = (size: number): ExpressionSpecification => [
  'case',
  ['<=', ['get', 'rank'], rankOf('no-longer-watched')],
  size * 0.72,
  size,
]

type Drawn = Pick<SymbolLayerSpecification, 'type' | 'layout' | 'paint'>

/** Marks never give way to each other: a hazard that is not drawn would be a hazard that is not there. */
const mark = (visibility: 'visible' | 'none'): Drawn => ({
  type: 'symbol',
  layout: {
    visibility,
    'icon-image': markSprite,
    'icon-size': ['interpolate', ['linear'], ['zoom'], 8, sizeTimes(0.78), 13, sizeTimes(1), 17, sizeTimes(1.25)],
    'icon-allow-overlap': true,
    // what is worse lies on top; among equals the overdue one
    'symbol-sort-key': ['+', ['*', 2, ['get', 'rank']], ['case', ['get', 'overdue'], 1, 0]],
  },
})

const plate = (palette: Palette, fonts: Fonts, count: string, visibility: 'visible' | 'none'): Drawn => ({
  type: 'symbol',
  layout: {
    visibility,
    'icon-image': plateSprite,
    'icon-text-fit': 'both',
    'icon-text-fit-padding': [0, 0, 0, 0],
    'icon-allow-overlap': true,
    'text-field': ['to-string', ['get', count]],
    'text-font': fonts.strong,
    'text-size': 13,
    'text-allow-overlap': true,
    'symbol-sort-key': ['get', 'rank'],
  },
  paint: { 'text-color': palette.plateInk },
})

/** The layers of either way to have the hazards, marks before plates; those of one alone are shown. */
export const hazardLayerIds = {
  laid: [...extentLayerIds.laid, 'hazard-laid', 'hazard-plate-laid'],
  tiles: [...extentLayerIds.tiles, 'hazard', 'hazard-plate'],
} as const

/** Tiles are shown only once the map is told where they come from. */
export const hazardLayers = (palette: Palette, fonts: Fonts): LayerSpecification[] => {
  const [laid, tiles] = [{ source: 'hazards' }, { source: 'hazard-tiles' }] as const
  return [
    { id: 'hazard-laid', ...laid, filter: alone, ...mark('visible') },
    { id: 'hazard', ...tiles, 'source-layer': 'points', ...mark('none') },
    { id: 'hazard-plate-laid', ...laid, filter: gathered, ...plate(palette, fonts, 'point_count', 'visible') },
    { id: 'hazard-plate', ...tiles, 'source-layer': 'clusters', ...plate(palette, fonts, 'count', 'none') },
  ]
}
