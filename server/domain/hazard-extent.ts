import type { LineString, MultiLineString, Polygon } from 'geojson'
import type { RoadSide } from '../../db/vocabulary.ts'
import { formatChainage } from './chainage.ts'
import type { PositionFault } from './datum.ts'
import type { LngLat } from './distance.ts'
import { shieldOf } from './route-shield.ts'

/** A hazard that is more than a point, as it is asked for: chainages in metres, a ring in WGS-84 degrees. */
export type ExtentAsked =
  | {
      readonly kind: 'stretch'
      readonly routeCode: string
      readonly fromMetres: number
      readonly toMetres: number
      readonly side: RoadSide
    }
  | { readonly kind: 'area'; readonly ring: readonly LngLat[] }

/** As it is drawn with a finger: two taps beside a road become a stretch. */
export type ExtentTried =
  | ExtentAsked
  | { readonly kind: 'taps'; readonly taps: readonly [LngLat, LngLat]; readonly side: RoadSide }

/** What is on record of it in figures. A stretch's length is told by its stakes, so that the text adds up. */
export type ExtentMeasure =
  | (Extract<ExtentAsked, { kind: 'stretch' }> & { readonly lengthMetres: number })
  | { readonly kind: 'area'; readonly areaSquareMetres: number }

export type ExtentGeometry = LineString | MultiLineString | Polygon

/** Why it cannot be taken. */
export const extentFaults = [
  'no-such-road',
  'no-length',
  'beyond-the-end',
  'stretch-too-long',
  'not-on-a-road',
  'not-one-road',
  'no-stakes',
  'stakes-unclear',
  'too-few-corners',
  'too-many-corners',
  'crosses-itself',
  'too-large',
  'no-area',
] as const
export type ExtentFault = (typeof extentFaults)[number] | PositionFault

/** Of what one zone has of it: metres along the road or square metres, and its share of the whole, from 0 to 1. */
export interface ExtentPart {
  /** Null: this part lies in nobody's zone. */
  readonly zoneId: string | null
  readonly runs: readonly { readonly fromMetres: number; readonly toMetres: number }[]
  readonly metres: number | null
  readonly squareMetres: number | null
  readonly share: number
  /** A position in it, for what depends on the place. */
  readonly at: LngLat
}

const sides: Readonly<Record<RoadSide, { readonly zh: string; readonly en: string }>> = {
  left: { zh: '左侧', en: 'left side' },
  right: { zh: '右侧', en: 'right side' },
  both: { zh: '两侧', en: 'both sides' },
  full: { zh: '全幅', en: 'full width' },
}

/** 左侧 and right side: as seen by who travels towards the greater stake. */
export const sideInWords = (side: RoadSide, language: 'zh' | 'en' = 'zh'): string => sides[side][language]

/** K12+300—K12+850. RangeError on what is no chainage. */
export const stakesInWords = ({ fromMetres, toMetres }: { fromMetres: number; toMetres: number }): string =>
  `${formatChainage(fromMetres)}—${formatChainage(toMetres)}`

/** 550 m, 12.4 km: whole metres up to ten kilometres. */
export const lengthInWords = (metres: number): string =>
  metres < 10_000 ? `${Math.round(metres)} m` : `${(metres / 1000).toFixed(1)} km`

/** 1240 m², 0.35 km²: whole square metres up to a tenth of a square kilometre. */
export const areaInWords = (squareMetres: number): string =>
  squareMetres < 100_000 ? `${Math.round(squareMetres)} m²` : `${(squareMetres / 1_000_000).toFixed(2)} km²`

/** What stands where the one stake of a point would: K12+300—K12+850 右侧 550 m, or the measure of an area. */
export const extentInWords = (extent: ExtentMeasure, language: 'zh' | 'en' = 'zh'): string =>
  extent.kind === 'stretch'
    ? [stakesInWords(extent), sideInWords(extent.side, language), lengthInWords(extent.lengthMetres)].join(' ')
    : language === 'zh'
      ? `面积 ${areaInWords(extent.areaSquareMetres)}`
      : `area ${areaInWords(extent.areaSquareMetres)}`

/**
 * What follows the route in a line about a hazard: its stake, of a stretch both with side and length, of an area its
 * measure behind the stake. Empty where there is neither.
 */
export const stakesOrMeasure = (
  hazard: { readonly extent?: ExtentMeasure | null | undefined; readonly chainageMetres: number | null },
  language: 'zh' | 'en' = 'zh',
): string => {
  const { extent, chainageMetres } = hazard
  if (extent?.kind === 'stretch') return extentInWords(extent, language)
  const stake = chainageMetres === null ? '' : formatChainage(chainageMetres)
  return [stake, extent ? extentInWords(extent, language) : ''].join(' ').trim()
}

/** A part as a task's demand says it: K12+300—K12+600, 300 m; of an area its measure. */
export const partInWords = (part: Pick<ExtentPart, 'runs' | 'metres' | 'squareMetres'>): string =>
  part.metres === null
    ? areaInWords(part.squareMetres ?? 0)
    : `${part.runs.map(stakesInWords).join('、')}，${lengthInWords(part.metres)}`

/** X801 K12+300—K12+850 右侧 550 m; an area has no road of its own. */
export const wholeExtentInWords = (extent: ExtentMeasure, language: 'zh' | 'en' = 'zh'): string =>
  [extent.kind === 'stretch' ? shieldOf(extent.routeCode) : '', extentInWords(extent, language)].join(' ').trim()
