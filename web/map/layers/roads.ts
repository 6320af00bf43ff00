import type { LayerSpecification, LineLayerSpecification } from 'maplibre-gl'
import type { RoadClass } from '../../../db/vocabulary.ts'
import type { Palette } from './palette.ts'
import { lanesFromZoom, townshipRoadsFromZoom, villageRoadsFromZoom } from './zooms.ts'

interface Drawn {
  /** Pixels at zoom 8, 12 and 16. */
  readonly width: readonly [number, number, number]
  readonly ink: (palette: Palette) => string
  /** Double lines, as trunk roads are drawn: pixels of edge on either side. */
  readonly edge?: number
  readonly fromZoom?: number
  readonly dashes?: number[]
}

/** From the least road to the greatest, which is drawn last, over the others. */
export const roadsDrawn = {
  village: { width: [0.3, 0.9, 3.4], ink: ({ road }) => road.village, fromZoom: villageRoadsFromZoom },
  dedicated: {
    width: [0.4, 1.1, 3.6],
    ink: ({ road }) => road.township,
    fromZoom: townshipRoadsFromZoom,
    dashes: [4, 1.5],
  },
  township: { width: [0.5, 1.5, 5], ink: ({ road }) => road.township, fromZoom: townshipRoadsFromZoom },
  county: { width: [1, 2.6, 7.5], ink: ({ road }) => road.county },
  provincial: { width: [1.4, 3.4, 10], ink: ({ road }) => road.provincial, edge: 0.9 },
  national: { width: [1.8, 4.2, 13], ink: ({ road }) => road.trunk, edge: 1.3 },
} as const satisfies Readonly<Record<RoadClass, Drawn>>

const drawnOf = (roadClass: RoadClass): Drawn => roadsDrawn[roadClass]
const drawingOrder = Object.keys(roadsDrawn) as readonly RoadClass[]

type Paint = NonNullable<LineLayerSpecification['paint']>

const widthOf = ({ width: [far, middle, near] }: Drawn, more: number): Paint => ({
  'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 8, far + more, 12, middle + more, 16, near + more],
})

const line = (id: string, roadClass: RoadClass, paint: Paint): LayerSpecification => {
  const { fromZoom, dashes } = drawnOf(roadClass)
  return {
    id,
    type: 'line',
    source: 'roads',
    ...(fromZoom === undefined ? {} : { minzoom: fromZoom }),
    // what has no plate has no route code
    filter: [
      'all',
      ['==', ['get', 'roadClass'], roadClass],
      ['any', ['has', 'shield'], ['>=', ['zoom'], lanesFromZoom]],
    ],
    layout: { 'line-join': 'round', 'line-cap': dashes === undefined ? 'round' : 'butt' },
    paint: { ...paint, ...(dashes === undefined ? {} : { 'line-dasharray': dashes }) },
  }
}

/** All edges first, so that roads of one class run into each other openly where they meet. */
export const roadLayers = (palette: Palette): LayerSpecification[] => [
  ...drawingOrder.flatMap((roadClass) => {
    const drawn = drawnOf(roadClass)
    if (drawn.edge === undefined) return []
    const paint = { ...widthOf(drawn, 2 * drawn.edge), 'line-color': palette.road.edge }
    return [line(`road-${roadClass}-edge`, roadClass, paint)]
  }),
  ...drawingOrder.map((roadClass) => {
    const drawn = drawnOf(roadClass)
    return line(`road-${roadClass}`, roadClass, { ...widthOf(drawn, 0), 'line-color': drawn.ink(palette) })
  }),
]
