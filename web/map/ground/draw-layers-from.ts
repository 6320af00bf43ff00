import type { LayerSpecification, Map as MapLibre } from 'maplibre-gl'

/** The county's own layers, which the server also cuts into tiles of the same names. */
const ownSources = ['areas', 'segments', 'segment-ends', 'roads', 'places'] as const
type OwnSource = (typeof ownSources)[number]

/** Where its tiles lie nearest; beyond, the map stretches them: a unit is then half a metre. */
const nearestCut = 14
const inTiles = (name: OwnSource): string => `${name}-in-tiles`

const ownSourceOf = (layer: LayerSpecification, from: 'tiles' | 'laid'): OwnSource | null =>
  'source' in layer
    ? (ownSources.find((name) => layer.source === (from === 'tiles' ? inTiles(name) : name)) ?? null)
    : null

/**
 * Draws the county's own layers from the server's tiles, or from what was laid: each layer is put back where it was,
 * as it is now, upon the other source.
 */
export const drawLayersFrom = (map: MapLibre, from: 'tiles' | 'laid'): void => {
  const { layers } = map.getStyle()
  for (const [at, layer] of layers.entries()) {
    const name = ownSourceOf(layer, from === 'tiles' ? 'laid' : 'tiles')
    if (name === null || !('source' in layer)) continue
    if (from === 'tiles' && map.getSource(inTiles(name)) === undefined)
      map.addSource(inTiles(name), {
        ...{ type: 'vector', maxzoom: nearestCut, promoteId: name === 'places' ? 'code' : 'id' },
        tiles: [`${location.origin}/api/tiles/${name}/{z}/{x}/{y}`],
      })
    const { 'source-layer': _laidHasNone, ...rest } = layer
    map.removeLayer(layer.id)
    map.addLayer(
      from === 'tiles' ? { ...rest, source: inTiles(name), 'source-layer': name } : { ...rest, source: name },
      layers[at + 1]?.id,
    )
  }
}
