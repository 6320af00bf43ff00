import type { MapGeoJSONFeature, Map as MapLibre, MapMouseEvent } from 'maplibre-gl'
import type { LngLat } from '../../server/domain/distance.ts'
import { hazardLayerIds } from './layers/hazards.ts'

/** What a finger found: hazards, the worst first; else the zones there, the nearest to the ground first. */
export type Tap =
  | { readonly on: 'plate'; readonly clusterId: number | null; readonly at: LngLat }
  | { readonly on: 'hazards'; readonly ids: readonly string[] }
  | { readonly on: 'zones'; readonly ids: readonly string[]; readonly at: LngLat }
  | { readonly on: 'junction'; readonly ids: readonly string[] }
  | { readonly on: 'nothing' }

const allHazardLayers = [...hazardLayerIds.tiles, ...hazardLayerIds.laid]
export const isPlate = ({ layer }: MapGeoJSONFeature): boolean => layer.id.startsWith('hazard-plate')
const zoneLayerIds = ['segment', 'village-area', 'township-area', 'county-area']
/** A thumb is broader than a pointer; around a road it must leave room to mean the land beside it. */
const reachPixels = { thumb: { hazard: 14, segment: 6 }, pointer: { hazard: 5, segment: 4 } } as const

export const idOf = ({ properties }: MapGeoJSONFeature): string => String(properties['id'] ?? '')
const numberOf = ({ properties }: MapGeoJSONFeature, name: string): number => Number(properties[name] ?? 0)
/** Only the map's own plates know where they come apart; one from the server does not. */
const clusterOf = ({ properties }: MapGeoJSONFeature): number | null => {
  const id: unknown = properties['cluster_id']
  return typeof id === 'number' ? id : null
}
const onlyOnce = (features: readonly MapGeoJSONFeature[]): string[] => [...new Set(features.map(idOf))]

const placeOf = ({ geometry }: MapGeoJSONFeature): LngLat | null => {
  if (geometry.type !== 'Point') return null
  const [longitude = 0, latitude = 0] = geometry.coordinates
  return [longitude, latitude]
}

export const whatIsHere = (map: MapLibre, { point, lngLat }: MapMouseEvent): Tap => {
  const reach = matchMedia('(pointer: coarse)').matches ? reachPixels.thumb : reachPixels.pointer
  const within = (pixels: number, layers: string[]): MapGeoJSONFeature[] => {
    // asked for a layer that is not drawn so far out, or switched off, maplibre may still find it
    const drawn = layers.filter((layer) => map.getLayer(layer)?.isHidden(map.getZoom()) === false)
    if (drawn.length === 0) return []
    return map.queryRenderedFeatures(
      [
        [point.x - pixels, point.y - pixels],
        [point.x + pixels, point.y + pixels],
      ],
      { layers: drawn },
    )
  }
  const hits = within(reach.hazard, allHazardLayers)
  const plate = hits.find(isPlate)
  const at = plate ? placeOf(plate) : null
  if (plate && at) return { on: 'plate', clusterId: clusterOf(plate), at }
  if (hits.length > 0)
    return { on: 'hazards', ids: onlyOnce(hits.sort((a, b) => numberOf(b, 'rank') - numberOf(a, 'rank'))) }
  const [junction] = within(reach.hazard, ['junction'])
  if (junction) return { on: 'junction', ids: [idOf(junction)] }
  const zones = zoneLayerIds.flatMap((layer) => within(layer === 'segment' ? reach.segment : 0, [layer]))
  if (zones.length === 0) return { on: 'nothing' }
  return { on: 'zones', ids: onlyOnce(zones), at: [lngLat.lng, lngLat.lat] }
}
