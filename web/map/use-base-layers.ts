import { askServer } from '../api.ts'
import { useAsked } from '../asking.ts'
import { useGround } from './ground/use-ground.ts'
import { type LayerName, layerAddress, layerKey, mapLayers } from './map-layers.ts'

/** Layers change only when the county is furnished anew; the server's tag tells whether they have. */
const keptMs = 10 * 60_000

const useLayer = <Drawn>(name: LayerName, drawn: (answer: unknown) => Drawn) =>
  useAsked(
    layerKey(name),
    async (signal) => {
      const answer: unknown = await (await askServer(layerAddress(name), { signal })).json()
      return drawn(answer)
    },
    { staleTimeMs: keptMs },
  )

/** Everything below the hazards; each layer comes by itself, and the map draws what is there. */
export const useBaseLayers = () => {
  const zones = useLayer('zones', mapLayers.zones)
  const roads = useLayer('roads', mapLayers.roads)
  const places = useLayer('places', mapLayers.places)
  useGround(Math.max(zones.data?.drawnWithinMetres ?? 0, roads.data?.drawnWithinMetres ?? 0))
  const all = [zones, roads, places]
  return {
    zones: zones.data,
    roads: roads.data,
    places: places.data,
    loading: all.some(({ isPending }) => isPending),
    failed: all.some(({ isError, data }) => isError && data === undefined),
    retry: () => {
      for (const layer of all) if (layer.isError) void layer.refetch()
    },
    empty: zones.data?.areas.features.length === 0 && roads.data?.features.length === 0,
  }
}

export type BaseLayers = ReturnType<typeof useBaseLayers>

/** The county's own layers by the sources they are drawn from; what has not come yet is left out. */
export const countySheets = ({ zones, roads, places }: Pick<BaseLayers, 'zones' | 'roads' | 'places'>) => ({
  ...(zones ? { areas: zones.areas, segments: zones.segments, 'segment-ends': zones.segmentEnds } : {}),
  ...(roads ? { roads } : {}),
  ...(places ? { places } : {}),
})
