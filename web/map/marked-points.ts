import type { Feature, FeatureCollection, Point } from 'geojson'
import { type MarkKind, markOf, marksByRank } from '../../server/domain/hazard-mark.ts'
import type { HazardPoint } from '../../server/map/wire.ts'

export { marksByRank }

export const rankOf = (kind: MarkKind): number => marksByRank.indexOf(kind)

export type MarkedPoint = HazardPoint['properties'] & { readonly mark: MarkKind; readonly rank: number }
export type MarkedPoints = FeatureCollection<Point, MarkedPoint>

/** Hazards as the map draws them: each with its mark, and the rank by which a plate knows its worst. */
export const markedPoints = (points: readonly HazardPoint[]): MarkedPoints => ({
  type: 'FeatureCollection',
  features: points.map(({ geometry, properties }): Feature<Point, MarkedPoint> => {
    const mark = markOf(properties)
    return { type: 'Feature', geometry, properties: { ...properties, mark, rank: rankOf(mark) } }
  }),
})
