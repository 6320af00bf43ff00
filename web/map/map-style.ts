import type { GeoJSONSourceSpecification, StyleSpecification } from 'maplibre-gl'
import { chosenHazardLayers, chosenZoneLayers, standingLayers } from './layers/chosen.ts'
import { hazardLayers, hazardSource, hazardTileSource } from './layers/hazards.ts'
import { junctionLayers } from './layers/junctions.ts'
import { landLayers } from './layers/land.ts'
import { type Fonts, nameLayers, seatLayers } from './layers/names.ts'
import type { Palette } from './layers/palette.ts'
import { roadLayers } from './layers/roads.ts'
import { segmentEndLayers, segmentLayers } from './layers/segments.ts'

const empty = (promoteId?: string): GeoJSONSourceSpecification => ({
  type: 'geojson',
  data: { type: 'FeatureCollection', features: [] },
  ...(promoteId === undefined ? {} : { promoteId }),
})

/** The whole drawing from the sheet up; no glyphs, no sprite, no address: nothing is fetched to draw it. */
export const styleOf = (palette: Palette, fonts: Fonts): StyleSpecification => ({
  version: 8,
  // day turns to night, and to print, at once: a printer would catch the colours halfway
  transition: { duration: 0, delay: 0 },
  sources: {
    areas: empty('id'),
    segments: empty('id'),
    'segment-ends': empty(),
    roads: empty('id'),
    places: empty('code'),
    junctions: empty('id'),
    hazards: hazardSource,
    'hazard-tiles': hazardTileSource,
    chosen: empty(),
    standing: empty(),
  },
  layers: [
    ...landLayers(palette),
    ...segmentLayers(palette),
    ...chosenZoneLayers(palette, null),
    ...roadLayers(palette),
    ...segmentEndLayers(palette),
    ...seatLayers(palette),
    ...junctionLayers,
    ...nameLayers(palette, fonts),
    ...standingLayers(palette),
    ...hazardLayers(palette, fonts),
    ...chosenHazardLayers(palette),
  ],
})
