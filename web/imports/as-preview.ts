import type { FeatureCollection } from 'geojson'

const isCollection = (given: unknown): given is FeatureCollection =>
  typeof given === 'object' && given !== null && 'features' in given && Array.isArray(given.features)

/** The server's own GeoJSON, as the map's types call it. */
export const asPreview = (given: unknown): FeatureCollection =>
  isCollection(given) ? given : { type: 'FeatureCollection', features: [] }
