import type { LayerSpecification, VectorSourceSpecification } from 'maplibre-gl'
import type { Palette } from './palette.ts'
import { farthestZoom, nearestZoom, plainMarksFromZoom } from './zooms.ts'

/** The same tiles as the marks', under the filter of the heat; asked for only while it lies on the sheet. */
export const heatSource = { type: 'vector', tiles: [], maxzoom: nearestZoom } satisfies VectorSourceSpecification

/** From here on single marks say more than a shade does. */
const heatUntilZoom = 15
const radiusPixels = 46

/** The ink itself, thin to thick: the four warning colours mean something else here. */
export const heatShares = [0, 0.14, 0.32, 0.54, 0.78] as const

export const heatInk = (palette: Palette, share: number): string => {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(palette.name.slice(at, at + 2), 16))
  return `rgba(${red}, ${green}, ${blue}, ${share})`
}

const layer = (
  palette: Palette,
  { id, from, weight }: { id: string; from: 'points' | 'clusters'; weight: 1 | 'count' },
): LayerSpecification => ({
  id,
  type: 'heatmap',
  source: 'heat-tiles',
  'source-layer': from,
  maxzoom: heatUntilZoom,
  layout: { visibility: 'none' },
  paint: {
    // a plate weighs what it counts; by its root in the shade, or one town would leave all others white
    'heatmap-weight': weight === 1 ? 1 : ['sqrt', ['get', 'count']],
    'heatmap-intensity': ['interpolate', ['linear'], ['zoom'], farthestZoom, 0.5, 11, 0.8, plainMarksFromZoom, 1],
    'heatmap-radius': ['interpolate', ['linear'], ['zoom'], farthestZoom, radiusPixels * 0.85, 14, radiusPixels],
    'heatmap-opacity': ['interpolate', ['linear'], ['zoom'], plainMarksFromZoom, 1, heatUntilZoom, 0],
    'heatmap-color': [
      'interpolate',
      ['linear'],
      ['heatmap-density'],
      ...heatShares.flatMap((share, at): (number | string)[] => [
        at / (heatShares.length - 1),
        heatInk(palette, share),
      ]),
    ],
  },
})

export const heatLayers = (palette: Palette): LayerSpecification[] => [
  layer(palette, { id: 'heat', from: 'points', weight: 1 }),
  layer(palette, { id: 'heat-plate', from: 'clusters', weight: 'count' }),
]
export const heatLayerIds = ['heat', 'heat-plate'] as const

/** Under the heat the marks come back where it ends. */
export const marksWithHeat = {
  layers: ['hazard', 'hazard-plate', 'hazard-laid', 'hazard-plate-laid'],
  fromZoom: plainMarksFromZoom - 0.5,
} as const
