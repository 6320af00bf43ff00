import { GeoJSONSource, type Map as MapLibre, RasterTileSource, VectorTileSource } from 'maplibre-gl'
import type { GroundFile } from '../../../server/base-map/wire.ts'
import type { Bounds } from '../../../server/domain/distance.ts'
import { beyond, groundLayers, groundSources, pictureLayerIds, sheetLayerIds } from '../layers/ground.ts'
import { groundNameLayers } from '../layers/ground-names.ts'
import { fontsOf } from '../layers/names.ts'
import { palettes } from '../layers/palette.ts'
import { readArchives, tilesWithin } from './base-archive.ts'
import { drawLayersFrom } from './draw-layers-from.ts'
import { backdropShown, groundNow, onGroundChange } from './ground-state.ts'

const heightLayerIds = ['ground-shade']
const groundLayerIds = [...groundLayers(palettes.day), ...groundNameLayers(palettes.day, fontsOf([]))]
  .map(({ id }) => id)
  .filter((id) => !heightLayerIds.includes(id))

const giveTiles = (map: MapLibre, name: string, address: string | null): void => {
  const source = map.getSource(name)
  if (address === null || !(source instanceof VectorTileSource || source instanceof RasterTileSource)) return
  if (source.tiles?.[0] !== address) source.setTiles([address])
}

/** How near heights were measured, and how far they reach, a source can be told only when it is made. */
const layHeights = (map: MapLibre, { address, minZoom, maxZoom }: GroundFile, bounds: Bounds | null): void => {
  const tiles = [tilesWithin(address)]
  const source = map.getSource('heights')
  if (source instanceof RasterTileSource && source.tiles?.[0] === tiles[0]) return
  const { layers } = map.getStyle()
  const at = layers.findIndex(({ id }) => id === 'ground-shade')
  const layer = layers[at]
  if (layer === undefined) return
  map.removeLayer(layer.id)
  map.removeSource('heights')
  map.addSource('heights', {
    ...{ ...groundSources.heights, tiles, minzoom: minZoom, maxzoom: maxZoom },
    ...(bounds
      ? { bounds: [bounds.west, bounds.south, bounds.east, bounds.north] satisfies [number, number, number, number] }
      : {}),
  })
  map.addLayer(layer, layers[at + 1]?.id)
}

const show = (map: MapLibre, layers: readonly string[], shown: boolean): void => {
  for (const layer of layers) map.setLayoutProperty(layer, 'visibility', shown ? 'visible' : 'none')
}

/** Lays beneath a map whatever the county has to lie there, now and whenever that changes. Its style must be there. */
export const followGround = (map: MapLibre): void => {
  readArchives()
  const lay = (): void => {
    const state = groundNow()
    const { ground = null, heights = null, bounds = null } = state.answer ?? {}
    const edge = map.getSource('beyond')
    const backdrop = backdropShown(state)
    const own = backdrop === 'own'
    giveTiles(map, 'ground', ground && tilesWithin(ground.address))
    if (bounds && edge instanceof GeoJSONSource) edge.setData(beyond(bounds))
    if (heights) layHeights(map, heights, bounds)
    if (!own) {
      const tiles = (layer: string): string => `${location.origin}/api/tianditu/${layer}/{z}/{x}/{y}`
      giveTiles(map, 'picture', tiles(backdrop))
      giveTiles(map, 'picture-names', tiles(backdrop === 'vec' ? 'cva' : 'cia'))
    }
    show(map, groundLayerIds, own && ground !== null)
    show(map, heightLayerIds, own && heights !== null)
    show(map, pictureLayerIds, !own)
    show(map, sheetLayerIds, own)
    // where the land beyond the border is drawn too, nothing has to say that there is none
    show(map, ['outside-hatch'], own && ground === null)
    drawLayersFrom(map, state.tiled ? 'tiles' : 'laid')
  }
  lay()
  const stop = onGroundChange(lay)
  map.once('remove', stop)
}
