import type {
  ExpressionSpecification,
  FilterSpecification,
  GeoJSONSourceSpecification,
  LayerSpecification,
} from 'maplibre-gl'
import { marksByRank, rankOf } from '../marked-points.ts'
import type { Fonts } from './names.ts'
import type { Palette } from './palette.ts'
import { plainMarksFromZoom } from './zooms.ts'

/** Close ones are gathered; the plate knows the worst it holds and how many of them are overdue. */
export const hazardSource = {
  type: 'geojson',
  data: { type: 'FeatureCollection', features: [] },
  promoteId: 'id',
  cluster: true,
  clusterRadius: 44,
  clusterMaxZoom: plainMarksFromZoom - 1,
  clusterMinPoints: 3,
  clusterProperties: {
    worst: ['max', ['get', 'rank']],
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
  ['at', ['get', 'worst'], ['literal', [...marksByRank]]],
  ['case', ['>', ['get', 'overdue'], 0], '-overdue', ''],
]

/** What nobody has to look at any more is drawn smaller than what waits. */
const sizeTimes = (size: number): ExpressionSpecification => [
  'case',
  ['<=', ['get', 'rank'], rankOf('no-longer-watched')],
  size * 0.72,
  size,
]

/** Marks never give way to each other: a hazard that is not drawn would be a hazard that is not there. */
export const hazardLayers = (palette: Palette, fonts: Fonts): LayerSpecification[] => [
  {
    id: 'hazard',
    type: 'symbol',
    source: 'hazards',
    filter: alone,
    layout: {
      'icon-image': markSprite,
      'icon-size': ['interpolate', ['linear'], ['zoom'], 8, sizeTimes(0.78), 13, sizeTimes(1), 17, sizeTimes(1.25)],
      'icon-allow-overlap': true,
      // what is worse lies on top; among equals the overdue one
      'symbol-sort-key': ['+', ['*', 2, ['get', 'rank']], ['case', ['get', 'overdue'], 1, 0]],
    },
  },
  {
    id: 'hazard-plate',
    type: 'symbol',
    source: 'hazards',
    filter: gathered,
    layout: {
      'icon-image': plateSprite,
      'icon-text-fit': 'both',
      'icon-text-fit-padding': [0, 0, 0, 0],
      'icon-allow-overlap': true,
      'text-field': ['to-string', ['get', 'point_count']],
      'text-font': fonts.strong,
      'text-size': 13,
      'text-allow-overlap': true,
      'symbol-sort-key': ['get', 'worst'],
    },
    paint: { 'text-color': palette.plateInk },
  },
]
