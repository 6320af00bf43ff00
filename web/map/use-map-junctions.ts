import type { FeatureCollection } from 'geojson'
import { api, told } from '../api.ts'
import { useAsked } from '../asking.ts'

/** What counts as recent on the map; the list lets one choose. */
export const mapMonths = '12'

/** Junctions in use; asked for only while their layer lies on the sheet. */
export const useMapJunctions = (shown: boolean): FeatureCollection | undefined =>
  useAsked(['map-junctions'], () => told(api.map.junctions.$get({ query: { months: mapMonths } })), { enabled: shown })
    .data
