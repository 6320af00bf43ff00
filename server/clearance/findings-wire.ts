import { z } from 'zod'
import { checkVerdicts, clearanceChecks, photoFormats, photoRoles } from '../../db/vocabulary.ts'
import { ExtentGeometry } from '../hazards/extent-wire.ts'

/** What the system found about a submission: facts as data, one shape for each check. */

const Verdict = z.enum(checkVerdicts)
const Maybe = z.string().nullable()
const Metres = z.number().nullable()
const bits = { differenceBits: z.int(), perceptualBits: z.int() }

const findingsWith = <Use extends z.ZodRawShape>(use: Use) => {
  const Twin = z.strictObject({ ...use, ...bits })
  const photo = { photoId: z.string() }
  const judged = { ...photo, verdict: Verdict }
  return z.discriminatedUnion('check', [
    z.strictObject({
      check: z.literal('taken-after-assignment'),
      verdict: Verdict,
      evidence: z.strictObject({
        since: z.string(),
        sinceReopened: z.boolean(),
        /** A cure on the spot: since the last photo of how it was. */
        sinceScene: z.boolean().default(false),
        clockAheadSeconds: z.number(),
        photos: z.array(
          z.strictObject({
            ...judged,
            because: z.enum(['before-assigned', 'exif-before-assigned', 'in-the-future']).nullable(),
            takenAt: z.string(),
            exifAt: Maybe,
            clockOffsetMs: z.number().nullable().default(null),
          }),
        ),
      }),
    }),
    z.strictObject({
      check: z.literal('taken-at-the-place'),
      verdict: Verdict,
      evidence: z.strictObject({
        radiusMetres: z.number(),
        /** Where the hazard was known to lie at that moment; absent from the first submissions ever checked. */
        place: z
          .strictObject({ longitude: z.number(), latitude: z.number(), accuracyMetres: Metres })
          .nullable()
          .optional(),
        /** Of what was more than a point then: the nearest part of it was measured to. */
        drawing: ExtentGeometry.optional(),
        photos: z.array(
          z.strictObject({
            ...judged,
            because: z.enum(['far', 'exif-far', 'too-rough', 'no-position', 'hazard-without-position']).nullable(),
            metres: Metres,
            accuracyMetres: Metres,
            exifMetres: Metres,
          }),
        ),
      }),
    }),
    z.strictObject({
      check: z.literal('bytes-never-used'),
      verdict: Verdict,
      evidence: z.strictObject({ photos: z.array(z.strictObject({ ...photo, uses: z.array(z.strictObject(use)) })) }),
    }),
    z.strictObject({
      check: z.literal('no-near-twin'),
      verdict: Verdict,
      evidence: z.strictObject({ photos: z.array(z.strictObject({ ...judged, twins: z.array(Twin) })) }),
    }),
    z.strictObject({
      check: z.literal('from-a-camera'),
      verdict: Verdict,
      evidence: z.strictObject({
        photos: z.array(
          z.strictObject({
            ...judged,
            because: z
              .enum([
                ...(['before-photo-again', 'original-on-phone', 'screen-format'] as const),
                ...(['viewfinder', 'screen-sized', 'no-traces'] as const),
              ])
              .nullable(),
            make: Maybe,
            format: z.enum(photoFormats),
            widthPixels: z.int(),
            heightPixels: z.int(),
            before: z.array(Twin),
          }),
        ),
      }),
    }),
    z.strictObject({
      check: z.literal('measures-accounted'),
      verdict: Verdict,
      evidence: z.strictObject({
        measures: z.array(
          z.strictObject({
            measure: z.string(),
            plannedQuantity: z.number().nullable(),
            installedQuantity: z.number().nullable(),
            struckBecause: Maybe,
          }),
        ),
      }),
    }),
  ])
}

/** As it is kept: with the ids of other hazards, whoever may see them. */
export const KeptFinding = findingsWith({
  photoId: z.string(),
  sha256: z.string(),
  hazardId: z.string(),
  sameHazard: z.boolean(),
  role: z.enum(photoRoles),
})
export type KeptFinding = z.infer<typeof KeptFinding>

/** As it leaves: of a hazard outside one's scope only that there is one. */
export const ShownFinding = findingsWith({
  sameHazard: z.boolean(),
  role: z.enum(photoRoles),
  /** Register number, or the short code before there is one; null where the asker may not see that hazard. */
  hazard: z.strictObject({ id: z.string(), number: z.string() }).nullable(),
  sha256: Maybe,
})
export type ShownFinding = z.infer<typeof ShownFinding>

export const Findings = z
  .strictObject({
    /** Newest first; `attempt` counts submissions from 1. */
    attempts: z.array(z.strictObject({ attempt: z.int(), foundAt: z.string(), findings: z.array(ShownFinding) })),
  })
  .meta({ id: 'ClearanceFindings' })
export type Findings = z.infer<typeof Findings>

/** The order in which checks are shown: the vocabulary's. */
export const orderOfCheck = (check: (typeof clearanceChecks)[number]): number => clearanceChecks.indexOf(check)
