import type { Feature } from 'geojson'

/** The layers of the file, each with its attributes as its readers find them, and from which zoom it holds anything. */
export const groundLayers = {
  land: { minZoom: 6, fields: { kind: 'String' } },
  water: { minZoom: 6, fields: { kind: 'String', name: 'String' } },
  rivers: { minZoom: 8, fields: { kind: 'String', name: 'String' } },
  buildings: { minZoom: 14, fields: {} },
  ways: { minZoom: 6, fields: { kind: 'String', name: 'String', ref: 'String' } },
  names: { minZoom: 7, fields: { kind: 'String', name: 'String', metres: 'Number' } },
  areas: { minZoom: 6, fields: { tier: 'String', code: 'String', name: 'String' } },
  roads: { minZoom: 6, fields: { roadClass: 'String', routeCode: 'String', shield: 'String', name: 'String' } },
  places: { minZoom: 7, fields: { kind: 'String', code: 'String', name: 'String' } },
} as const satisfies Readonly<
  Record<string, { minZoom: number; fields: Readonly<Record<string, 'String' | 'Number'>> }>
>

export type GroundLayer = keyof typeof groundLayers
export const groundLayerNames = Object.keys(groundLayers) as readonly GroundLayer[]

/** Something of the ground: in which layer it lies, and from which zoom on it is worth its bytes. */
export interface GroundFeature {
  readonly layer: GroundLayer
  readonly fromZoom: number
  readonly feature: Feature
}

export const groundFeature = (
  layer: GroundLayer,
  fromZoom: number,
  geometry: Feature['geometry'],
  properties: Readonly<Record<string, string | number>>,
): GroundFeature => ({ layer, fromZoom, feature: { type: 'Feature', geometry, properties } })
