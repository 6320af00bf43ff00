import type {
  Feature,
  FeatureCollection,
  LineString,
  MultiLineString,
  MultiPolygon,
  Point,
  Polygon,
  Position,
} from 'geojson'
import { z } from 'zod'
import { chiefLevels, placeKinds, roadClasses, zoneShapes } from '../../db/vocabulary.ts'

/** The layers below the hazards, as read from the server and made ready to be drawn. */

const position = z.array(z.number()).min(2)
const line = z.array(position)
const lines = z.array(line)
const LineGeometry = z.object({ type: z.literal('LineString'), coordinates: line })
const ZoneGeometry = z.discriminatedUnion('type', [
  LineGeometry,
  z.object({ type: z.literal('MultiLineString'), coordinates: lines }),
  z.object({ type: z.literal('Polygon'), coordinates: lines }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(lines) }),
])

const layerOf = <Geometry extends z.ZodType, Properties extends z.ZodType>(
  geometry: Geometry,
  properties: Properties,
) => z.object({ features: z.array(z.object({ geometry, properties })) })

const ZoneLayer = layerOf(
  ZoneGeometry,
  z.object({
    id: z.string(),
    shape: z.enum(zoneShapes),
    level: z.enum(chiefLevels),
    name: z.string(),
    placeCode: z.string(),
    routeCode: z.string().nullable(),
  }),
)
const RoadLayer = layerOf(
  LineGeometry,
  z.object({ id: z.string(), routeCode: z.string(), name: z.string(), roadClass: z.enum(roadClasses) }),
)
const PlaceLayer = layerOf(
  z.object({ type: z.literal('Point'), coordinates: position }),
  z.object({ code: z.string(), kind: z.enum(placeKinds), name: z.string() }),
)

/** What an area is an area of, by the digits of its division code. */
export type Tier = 'county' | 'township' | 'village' | 'segment'
export const tierOf = (zone: { readonly shape: 'area' | 'segment'; readonly placeCode: string }): Tier =>
  zone.shape === 'segment'
    ? 'segment'
    : zone.placeCode.length <= 6
      ? 'county'
      : zone.placeCode.length <= 9
        ? 'township'
        : 'village'

export type DrawnZone = z.infer<typeof ZoneLayer>['features'][number]['properties'] & { readonly tier: Tier }
export type DrawnArea = Feature<Polygon | MultiPolygon, DrawnZone>
export type DrawnSegment = Feature<LineString | MultiLineString, DrawnZone>

export interface ZonesDrawn {
  readonly areas: FeatureCollection<Polygon | MultiPolygon, DrawnZone>
  readonly segments: FeatureCollection<LineString | MultiLineString, DrawnZone>
  /** Where one stretch ends: a tick on the road. */
  readonly segmentEnds: FeatureCollection<Point>
}

const collection = <Drawn extends Feature>(features: Drawn[]) => ({ type: 'FeatureCollection' as const, features })

const endsOf = ({ geometry }: DrawnSegment): Position[] => {
  const parts = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates
  const [first, last] = [parts[0]?.[0], parts.at(-1)?.at(-1)]
  return [first, last].filter((end) => end !== undefined)
}

export const zonesDrawn = (answer: unknown): ZonesDrawn => {
  const areas: DrawnArea[] = []
  const segments: DrawnSegment[] = []
  for (const { geometry, properties } of ZoneLayer.parse(answer).features) {
    const drawn = { ...properties, tier: tierOf(properties) }
    if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon')
      areas.push({ type: 'Feature', geometry, properties: drawn })
    else segments.push({ type: 'Feature', geometry, properties: drawn })
  }
  const ends = new Map(segments.flatMap(endsOf).map((end) => [end.join(), end]))
  return {
    areas: collection(areas),
    segments: collection(segments),
    segmentEnds: collection(
      [...ends.values()].map((coordinates) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates },
        properties: {},
      })),
    ),
  }
}

/** The plate by the road: within one county the six digits behind a route's own name say nothing new. */
export const shieldOf = (routeCode: string): string => routeCode.replace(/\d{6}$/, '')

export const roadsDrawn = (answer: unknown): FeatureCollection<LineString> =>
  collection(
    RoadLayer.parse(answer).features.map(({ geometry, properties }) => ({
      type: 'Feature',
      geometry,
      properties: { ...properties, shield: shieldOf(properties.routeCode) },
    })),
  )

export const placesDrawn = (answer: unknown): FeatureCollection<Point> =>
  collection(
    PlaceLayer.parse(answer).features.map(({ geometry, properties }) => ({ type: 'Feature', geometry, properties })),
  )
