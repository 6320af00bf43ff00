import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl'
import type { MarkColours } from '../../ui/severity-shapes.ts'
import type { Palette } from './palette.ts'

/** Stretches and areas beneath their marks: in the hazard's colour, edged in ink so that no colour has to be told apart. */
type Inks = Pick<MarkColours, 'red' | 'orange' | 'yellow' | 'blue'>

const colourOf = (palette: Palette, inks: Inks | null): ExpressionSpecification | string =>
  inks === null
    ? palette.chosen
    : [
        'match',
        ['coalesce', ['get', 'colour'], ''],
        ...(['red', inks.red] as const),
        ...['orange', inks.orange, 'yellow', inks.yellow, 'blue', inks.blue],
        palette.quietName,
      ]

const isArea: FilterSpecification = ['==', ['geometry-type'], 'Polygon']
const isLine: FilterSpecification = ['!=', ['geometry-type'], 'Polygon']
const width = (more: number): ExpressionSpecification => [
  'interpolate',
  ['linear'],
  ['zoom'],
  ...[9, 3 + more, 14, 5 + more, 17, 9 + more],
]

type From = { readonly source: string; readonly 'source-layer'?: string }

const layersOf = (
  palette: Palette,
  inks: Inks | null,
  { name, from, visibility }: { name: string; from: From; visibility: 'visible' | 'none' },
): LayerSpecification[] => {
  const colour = colourOf(palette, inks)
  const line = { visibility, 'line-join': 'round', 'line-cap': 'round' } as const
  return [
    {
      ...{ id: `${name}-area`, type: 'fill', ...from, filter: isArea, layout: { visibility } },
      paint: { 'fill-color': colour, 'fill-opacity': 0.28 },
    },
    {
      ...{ id: `${name}-edge`, type: 'line', ...from, filter: isArea, layout: line },
      paint: { 'line-color': palette.name, 'line-width': 4 },
    },
    {
      ...{ id: `${name}-rim`, type: 'line', ...from, filter: isArea, layout: line },
      paint: { 'line-color': colour, 'line-width': 2 },
    },
    {
      ...{ id: `${name}-casing`, type: 'line', ...from, filter: isLine, layout: line },
      paint: { 'line-color': palette.name, 'line-width': width(3) },
    },
    {
      ...{ id: `${name}-line`, type: 'line', ...from, filter: isLine, layout: line },
      paint: { 'line-color': colour, 'line-width': width(0) },
    },
  ]
}

const parts = ['area', 'edge', 'rim', 'casing', 'line'] as const
const idsOf = (name: string): string[] => parts.map((part) => `${name}-${part}`)

/** The layers of either way to have them, as those of the marks. */
export const extentLayerIds = { laid: idsOf('extent-laid'), tiles: idsOf('extent') } as const

/** Tiles are shown only once the map is told where they come from. */
export const extentLayers = (palette: Palette, inks: Inks | null): LayerSpecification[] => [
  ...layersOf(palette, inks, { name: 'extent-laid', from: { source: 'extents' }, visibility: 'visible' }),
  ...layersOf(palette, inks, {
    ...{ name: 'extent', visibility: 'none' },
    from: { source: 'hazard-tiles', 'source-layer': 'extents' },
  }),
]
