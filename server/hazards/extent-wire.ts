import { z } from 'zod'
import { roadSides } from '../../db/vocabulary.ts'

/** A hazard that is more than a point: what may be asked for, and what is told of it. WGS-84 degrees, whole metres. */

const Degrees = z.tuple([z.number(), z.number()])
const Stake = z.int().min(0).max(99_999_999)
const RouteCode = z.string().min(1).max(20)
const side = z.enum(roadSides)
/** Far above what a hand draws, so that the refusal can say how many corners are too many. */
const Ring = z.array(Degrees).max(2000)

const stretch = { routeCode: RouteCode, fromMetres: Stake, toMetres: Stake, side }
const Stretch = z.strictObject({ kind: z.literal('stretch'), ...stretch })
const Area = z.strictObject({ kind: z.literal('area'), ring: Ring })

/** A stretch of a route between two stakes, or an area by its outline. */
export const Extent = z.discriminatedUnion('kind', [Stretch, Area]).meta({ id: 'Extent' })
export type Extent = z.infer<typeof Extent>

/** What is tried before it is kept: also two taps beside a road. The code decides whose task a part would be. */
export const TryExtent = z.strictObject({
  extent: z.discriminatedUnion('kind', [
    Stretch,
    Area,
    z.strictObject({ kind: z.literal('taps'), taps: z.tuple([Degrees, Degrees]), side }),
  ]),
  code: z
    .string()
    .regex(/^[A-Z]\d{2}$/)
    .optional(),
})
export type TryExtent = z.infer<typeof TryExtent>

export const ExtentMeasure = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('stretch'), ...stretch, lengthMetres: z.int() }),
    z.strictObject({ kind: z.literal('area'), areaSquareMetres: z.int() }),
  ])
  .meta({ id: 'ExtentMeasure' })
export type ExtentMeasure = z.infer<typeof ExtentMeasure>

const Positions = z.array(z.array(z.number()))
export const ExtentGeometry = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('LineString'), coordinates: Positions }),
  z.strictObject({ type: z.literal('MultiLineString'), coordinates: z.array(Positions) }),
  z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(Positions) }),
])
export type ExtentGeometry = z.infer<typeof ExtentGeometry>

const part = {
  /** Null: this part lies in nobody's zone. */
  zoneId: z.string().nullable(),
  zoneName: z.string().nullable(),
  runs: z.array(z.strictObject({ fromMetres: z.int(), toMetres: z.int() })),
  metres: z.int().nullable(),
  squareMetres: z.int().nullable(),
  share: z.number(),
  chief: z.strictObject({ id: z.string(), name: z.string(), phone: z.string().nullable() }).nullable(),
}
export const ExtentPart = z.strictObject(part).meta({ id: 'ExtentPart' })
export type ExtentPart = z.infer<typeof ExtentPart>

/** The drawing of a hazard's extent and the zones it touches, the greatest share first. */
export const ExtentDrawn = z
  .strictObject({ geometry: ExtentGeometry, parts: z.array(ExtentPart) })
  .meta({ id: 'ExtentDrawn' })
export type ExtentDrawn = z.infer<typeof ExtentDrawn>

export const MeasuredExtent = z
  .strictObject({
    extent: Extent,
    measure: ExtentMeasure,
    geometry: ExtentGeometry,
    /** Stands for it in lists. */
    longitude: z.number(),
    latitude: z.number(),
    parts: z.array(
      z.strictObject({
        ...part,
        /** Whom the county's matrix would have cure this part; `chiefIsOfUnit` where its chief belongs to that unit. */
        unit: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
        chiefIsOfUnit: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'MeasuredExtent' })
export type MeasuredExtent = z.infer<typeof MeasuredExtent>
