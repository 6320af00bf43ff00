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
import { shieldOf } from '../../server/domain/route-shield.ts'
import { type ZoneTier, zoneTier } from '../../server/domain/zone-tier.ts'

export { shieldOf }

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
) =>
  z.object({
    features: z.array(z.object({ geometry, properties })),
    // how far a line may stray from what is stored; kept by an earlier version of this page it does not say
    drawnWithinMetres: z.number().default(0),
  })

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
  z.object({ id: z.string(), routeCode: z.string().nullable(), name: z.string(), roadClass: z.enum(roadClasses) }),
)
const PlaceLayer = layerOf(
  z.object({ type: z.literal('Point'), coordinates: position }),
  z.object({ code: z.string(), kind: z.enum(placeKinds), name: z.string() }),
)

export type Tier = ZoneTier
export const tierOf = zoneTier

export type DrawnZone = z.infer<typeof ZoneLayer>['features'][number]['properties'] & { readonly tier: Tier }
export type DrawnArea = Feature<Polygon | MultiPolygon, DrawnZone>
export type DrawnSegment = Feature<LineString | MultiLineString, DrawnZone>

export interface ZonesDrawn {
  readonly drawnWithinMetres: number
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
  const { features, drawnWithinMetres } = ZoneLayer.parse(answer)
  for (const { geometry, properties } of features) {
    const drawn = { ...properties, tier: tierOf(properties) }
    if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon')
      areas.push({ type: 'Feature', geometry, properties: drawn })
    else segments.push({ type: 'Feature', geometry, properties: drawn })
  }
  const ends = new Map(segments.flatMap(endsOf).map((end) => [end.join(), end]))
  return {
    drawnWithinMetres,
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

export const roadsDrawn = (answer: unknown): FeatureCollection<LineString> & { drawnWithinMetres: number } => {
  const { features, drawnWithinMetres } = RoadLayer.parse(answer)
  const drawn = features.map(({ geometry, properties }) => ({
    ...{ type: 'Feature' as const, geometry },
    // without a code there is no plate to draw
    properties: { ...properties, ...(properties.routeCode !== null && { shield: shieldOf(properties.routeCode) }) },
  }))
  return { ...collection(drawn), drawnWithinMetres }
}

export const placesDrawn = (answer: unknown): FeatureCollection<Point> =>
  collection(
    PlaceLayer.parse(answer).features.map(({ geometry, properties }) => ({ type: 'Feature', geometry, properties })),
  )
