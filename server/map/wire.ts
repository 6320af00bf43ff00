import { z } from 'zod'
import { colours, setAsides, severities, stages } from '../../db/vocabulary.ts'
import { ExtentGeometry } from '../hazards/extent-wire.ts'

export const HazardPoint = z.strictObject({
  type: z.literal('Feature'),
  geometry: z.strictObject({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) }),
  properties: z.strictObject({
    id: z.string(),
    /** The register number, or the short code of what has none yet. */
    number: z.string(),
    stage: z.enum(stages),
    setAside: z.enum(setAsides).nullable(),
    severity: z.enum(severities).nullable(),
    colour: z.enum(colours).nullable(),
    overdue: z.boolean(),
    code: z.string(),
    dueOn: z.string().nullable(),
    placeCode: z.string(),
    routeCode: z.string().nullable(),
  }),
})
export type HazardPoint = z.infer<typeof HazardPoint>

/** A stretch or an area, drawn beneath the points. */
export const HazardDrawing = z.strictObject({
  type: z.literal('Feature'),
  geometry: ExtentGeometry,
  properties: z.strictObject({ id: z.string(), colour: z.enum(colours).nullable(), overdue: z.boolean() }),
})
export type HazardDrawing = z.infer<typeof HazardDrawing>

/** GeoJSON; `count` is how many the filter finds, even where no more than the latest are drawn. */
export const HazardPoints = z.strictObject({
  type: z.literal('FeatureCollection'),
  features: z.array(HazardPoint),
  /** Of the hazards among `features` that are more than a point. */
  extents: z.array(HazardDrawing),
  count: z.int(),
  truncated: z.boolean(),
  asOf: z.string(),
})
export type HazardPoints = z.infer<typeof HazardPoints>

/** Another tag than before: something may be new on the map. */
export const MapPulse = z.strictObject({ tag: z.string() })
