import { z } from 'zod'
import { chiefLevels, colours, placeKinds, roadClasses, severities, stages, zoneShapes } from '../../db/vocabulary.ts'
import { HazardWhole } from '../hazards/answers.ts'

/** What a phone takes into the field: the ground around its owner's area, and the hazards known on it. */

const Text = z.string()
const Maybe = z.string().nullable()
const Position = z.array(z.number()).min(2)
const Ring = z.array(Position)

const Polygon = z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(Ring) })
const MultiPolygon = z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring)) })

/** GeoJSON, WGS-84, exactly as the server's own index has it: phone and server say the same of a position. */
const Geometry = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('LineString'), coordinates: Ring }),
  z.strictObject({ type: z.literal('MultiLineString'), coordinates: z.array(Ring) }),
  Polygon,
  MultiPolygon,
])

const Chief = z.strictObject({ name: Text, phone: Maybe, level: z.enum(chiefLevels) })

export const BookZone = z.strictObject({
  id: Text,
  shape: z.enum(zoneShapes),
  level: z.enum(chiefLevels),
  name: Text,
  placeCode: Text,
  routeCode: Maybe,
  fromMetres: z.int().nullable(),
  toMetres: z.int().nullable(),
  invented: z.boolean(),
  geometry: Geometry,
  /** Whoever is to be rung about it today. */
  chief: Chief.nullable(),
})
export type BookZone = z.infer<typeof BookZone>

export const BookRoad = z.strictObject({
  id: Text,
  /** Null for a road without a code, which has no stakes and perhaps no name. */
  routeCode: Maybe,
  name: Text,
  roadClass: z.enum(roadClasses),
  lengthMetres: z.int(),
  geometry: z.strictObject({ type: z.literal('LineString'), coordinates: Ring }),
})
export type BookRoad = z.infer<typeof BookRoad>

export const BookPlace = z.strictObject({
  code: Text,
  kind: z.enum(placeKinds),
  name: Text,
  aliases: z.array(Text),
  longitude: z.number(),
  latitude: z.number(),
})
export type BookPlace = z.infer<typeof BookPlace>

/** A township or village outside the own ground: enough to be named by, and nothing is known of its roads. */
export const BookDivision = z.strictObject({
  code: Text,
  name: Text,
  geometry: z.discriminatedUnion('type', [Polygon, MultiPolygon]),
})
export type BookDivision = z.infer<typeof BookDivision>

export const FieldBook = z
  .strictObject({
    /** Of the content: the same for as long as nothing in the book has changed. */
    version: Text,
    asOf: Text,
    county: Text,
    segmentMetres: z.int(),
    nearbyMetres: z.int(),
    bounds: z.strictObject({ west: z.number(), south: z.number(), east: z.number(), north: z.number() }).nullable(),
    /** Divisions that the book covers whole; empty means the county. */
    areaCodes: z.array(Text),
    places: z.array(BookPlace),
    zones: z.array(BookZone),
    roads: z.array(BookRoad),
    /** Outlines of the county's other divisions; missing in a book that a phone kept before there were any. */
    elsewhere: z.array(BookDivision).optional(),
  })
  .meta({ id: 'FieldBook' })
export type FieldBook = z.infer<typeof FieldBook>

export const BookHazard = z.strictObject({
  id: Text,
  version: z.int(),
  shortCode: Text,
  registerNumber: Maybe,
  code: Text,
  stage: z.enum(stages),
  severity: z.enum(severities).nullable(),
  colour: z.enum(colours).nullable(),
  lngLat: z.tuple([z.number(), z.number()]).nullable(),
  photoSha256: Maybe,
  /** Among those whose pages are to open without a connection. */
  whole: z.boolean(),
})
export type BookHazard = z.infer<typeof BookHazard>

export const BookHazards = z
  .strictObject({
    asOf: Text,
    /** Deadlines and what one may do change with the county's day. */
    today: Text,
    hazards: z.array(BookHazard),
    /** How many there are, even where no more than the most urgent are sent. */
    count: z.int(),
  })
  .meta({ id: 'FieldBookHazards' })
export type BookHazards = z.infer<typeof BookHazards>

export const mostWholeAtOnce = 25

export const WholeQuery = z.strictObject({
  ids: z
    .string()
    .max(mostWholeAtOnce * 65)
    .transform((text) => text.split(','))
    .pipe(z.array(z.string().min(1).max(64)).min(1).max(mostWholeAtOnce)),
})

/** Those of the ids asked for that are there and in the asker's scope. */
export const WholeHazards = z.strictObject({ hazards: z.array(HazardWhole) }).meta({ id: 'FieldBookWhole' })
export type WholeHazards = z.infer<typeof WholeHazards>
