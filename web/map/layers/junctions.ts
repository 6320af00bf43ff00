import type { LayerSpecification } from 'maplibre-gl'
import { junctionsFromZoom } from './zooms.ts'

/** Crossroads as small marks: how long ago somebody looked is told by ring and fill, in ink alone. */
export const junctionLayers: LayerSpecification[] = [
  {
    id: 'junction',
    type: 'symbol',
    source: 'junctions',
    minzoom: junctionsFromZoom,
    layout: {
      'icon-image': ['concat', 'junction-', ['get', 'age']],
      'icon-size': ['interpolate', ['linear'], ['zoom'], junctionsFromZoom, 0.6, 15, 1],
      'icon-allow-overlap': true,
      // names of villages need not keep away from marks that lie on the road anyway
      'icon-ignore-placement': true,
      // what nobody has looked at lies above what was seen
      'symbol-sort-key': ['match', ['get', 'age'], 'never', 2, 'long-ago', 1, 0],
    },
  },
]
