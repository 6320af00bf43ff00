/** What a file of a county's own data can be, told by what it holds. */
export const importFormats = [
  'geojson',
  'shapefile',
  'geopackage',
  'kml',
  'kmz',
  'csv',
  'xlsx',
  'osm-pbf',
  'osm-xml',
] as const
export type ImportFormat = (typeof importFormats)[number]

/** What it can become: zones by area and by road, roads, named places, or names for division codes. */
export const importLayers = ['areas', 'segments', 'roads', 'places', 'divisions'] as const
export type ImportLayer = (typeof importLayers)[number]
