import { placesDrawn, roadsDrawn, zonesDrawn } from './base-layers.ts'

/** Everything below the hazards, by the names the server has for it, and how each is made ready to be drawn. */
export const mapLayers = { zones: zonesDrawn, roads: roadsDrawn, places: placesDrawn } as const

export type LayerName = keyof typeof mapLayers
export const layerNames = ['zones', 'roads', 'places'] as const satisfies readonly LayerName[]

export const layerKey = (name: LayerName) => ['map-layer', name] as const
export const layerAddress = (name: LayerName): string => `/api/map/${name}`
