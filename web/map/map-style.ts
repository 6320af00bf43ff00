import type { GeoJSONSourceSpecification, StyleSpecification } from 'maplibre-gl'
import type { MarkColours } from '../ui/severity-shapes.ts'
import { byHandLayers, pickedLayers } from './layers/by-hand.ts'
import { chosenHazardLayers, chosenZoneLayers, standingLayers } from './layers/chosen.ts'
import { extentLayers } from './layers/extents.ts'
import { groundLayers, groundSources, pictureLayers } from './layers/ground.ts'
import { groundNameLayers } from './layers/ground-names.ts'
import { hazardLayers, hazardSource, hazardTileSource } from './layers/hazards.ts'
import { heatLayers, heatSource } from './layers/heat.ts'
import { junctionLayers } from './layers/junctions.ts'
import { landLayers, sheetLayers, wholeWorld } from './layers/land.ts'
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
export const styleOf = (palette: Palette, fonts: Fonts, marks: MarkColours | null = null): StyleSpecification => ({
  version: 8,
  // day turns to night, and to print, at once: a printer would catch the colours halfway
  transition: { duration: 0, delay: 0 },
  sources: {
    ...groundSources,
    sheet: wholeWorld,
    areas: empty('id'),
    segments: empty('id'),
    'segment-ends': empty(),
    roads: empty('id'),
    places: empty('code'),
    junctions: empty('id'),
    extents: empty('id'),
    hazards: hazardSource,
    'hazard-tiles': hazardTileSource,
    'heat-tiles': heatSource,
    chosen: empty(),
    standing: empty(),
    picked: empty(),
    route: empty(),
    lasso: empty(),
  },
  layers: [
    ...sheetLayers(palette),
    ...pictureLayers(palette),
    ...groundLayers(palette),
    ...landLayers(palette),
    ...segmentLayers(palette),
    ...chosenZoneLayers(palette, null),
    ...roadLayers(palette),
    ...segmentEndLayers(palette),
    ...seatLayers(palette),
    ...junctionLayers,
    ...groundNameLayers(palette, fonts),
    ...nameLayers(palette, fonts),
    ...heatLayers(palette),
    ...standingLayers(palette),
    ...pickedLayers(palette),
    ...extentLayers(palette, marks),
    ...hazardLayers(palette, fonts),
    ...chosenHazardLayers(palette),
    ...byHandLayers(palette, fonts),
  ],
})
