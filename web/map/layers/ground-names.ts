import type { LayerSpecification, SymbolLayerSpecification } from 'maplibre-gl'
import type { Fonts } from './names.ts'
import type { Palette } from './palette.ts'

type Layout = NonNullable<SymbolLayerSpecification['layout']>
const hidden = { visibility: 'none' } as const

/** Names of the land: water in its own ink along its course, hills by their height, hamlets that no register has. */
export const groundNameLayers = ({ ground, quietName, halo }: Palette, { plain }: Fonts): LayerSpecification[] => {
  const haloed = (ink: string) => ({ 'text-color': ink, 'text-halo-color': halo, 'text-halo-width': 1.4 })
  const name: Layout = { ...hidden, 'text-field': ['get', 'name'], 'text-font': plain }
  return [
    {
      ...{ id: 'ground-way-name', type: 'symbol', source: 'ground', 'source-layer': 'ways', minzoom: 14 },
      filter: ['has', 'name'],
      layout: { ...name, 'symbol-placement': 'line', 'symbol-spacing': 360, 'text-size': 10.5, 'text-max-angle': 30 },
      paint: haloed(quietName),
    },
    {
      ...{ id: 'ground-hamlet-name', type: 'symbol', source: 'ground', 'source-layer': 'names', minzoom: 12 },
      filter: ['!=', ['get', 'kind'], 'peak'],
      layout: { ...name, 'text-size': 11, 'text-max-width': 7, 'text-padding': 4 },
      paint: haloed(quietName),
    },
    {
      ...{ id: 'ground-peak', type: 'symbol', source: 'ground', 'source-layer': 'names', minzoom: 11 },
      filter: ['==', ['get', 'kind'], 'peak'],
      layout: {
        ...name,
        'icon-image': 'peak',
        'text-field': [
          'format',
          ['coalesce', ['get', 'name'], ''],
          { 'font-scale': 1 },
          ['case', ['all', ['has', 'name'], ['has', 'metres']], '\n', ''],
          {},
          ['case', ['has', 'metres'], ['to-string', ['get', 'metres']], ''],
          { 'font-scale': 0.92 },
        ],
        'text-size': 10.5,
        'text-anchor': 'top',
        'text-offset': [0, 0.45],
        'text-optional': true,
        'text-padding': 4,
      },
      paint: haloed(quietName),
    },
    {
      ...{ id: 'ground-lake-name', type: 'symbol', source: 'ground', 'source-layer': 'water', minzoom: 10 },
      filter: ['has', 'name'],
      layout: { ...name, 'text-size': 11.5, 'text-letter-spacing': 0.12, 'text-max-width': 8, 'text-padding': 6 },
      paint: haloed(ground.waterName),
    },
    {
      ...{ id: 'ground-river-name', type: 'symbol', source: 'ground', 'source-layer': 'rivers', minzoom: 9.5 },
      filter: ['has', 'name'],
      layout: {
        ...name,
        ...{ 'symbol-placement': 'line', 'symbol-spacing': 420, 'text-max-angle': 38 },
        // set wide along the water, as river names are on every map sheet
        ...{ 'text-size': ['interpolate', ['linear'], ['zoom'], 9, 11, 14, 13], 'text-letter-spacing': 0.35 },
        'text-offset': [0, -0.7],
      },
      paint: haloed(ground.waterName),
    },
  ]
}
