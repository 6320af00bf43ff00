import { z } from 'zod'
import { leadSources, moves, positionSources } from '../../db/vocabulary.ts'
import { Extent } from '../../server/hazards/extent-wire.ts'
import { unsentKind, unsentVersion } from './unsent-names.ts'

/** The file in which what could not be sent leaves a phone, and comes in at a desk. */

const Id = z.uuid()
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const Position = z
  .object({
    ...{ longitude: z.number(), latitude: z.number(), accuracyMetres: z.number().nullable() },
    ...{ source: z.enum(positionSources), atMs: z.number() },
  })
  .nullable()

const Report = z.object({
  ...{ kind: z.literal('report'), hazardId: Id, code: z.string(), source: z.enum(leadSources) },
  ...{ description: z.string(), spot: z.string(), placeCode: z.string().nullable(), position: Position },
  extent: Extent.nullable().optional(),
  ...{ sceneComplete: z.boolean(), takenAtMs: z.number() },
})
const Step = z.object({
  ...{ kind: z.literal('step'), actId: Id, hazardId: Id, move: z.enum(moves), taskId: Id.nullable() },
  ...{ path: z.string(), body: z.record(z.string(), z.unknown()), version: z.int().nullable() },
  ...{ seenSeq: z.int().nullable(), label: z.string().max(100).nullish(), takenAtMs: z.number() },
})
const Photo = z.object({
  ...{ id: Id, name: z.string().max(300), type: z.string().max(100), sha256: Sha256 },
  /** Null where its bytes were with the server already. */
  bytes: z.int().nullable(),
  copy: z.object({ sha256: Sha256, bytes: z.int() }).nullable(),
})
export type CarriedPhoto = z.infer<typeof Photo>

export const CarriedFacts = z.object({
  id: Id,
  what: z.discriminatedUnion('kind', [Report, Step]),
  savedAtMs: z.number(),
  /** As it was first sent, or would have been. */
  request: z.object({ method: z.enum(['PUT', 'POST']), path: z.string(), body: z.string(), sentAtMs: z.number() }),
  photos: z.array(Photo).max(30),
})
export type CarriedFacts = z.infer<typeof CarriedFacts>

export const Manifest = z.object({
  kind: z.literal(unsentKind),
  version: z.literal(unsentVersion),
  county: z.object({ code: z.string(), name: z.string() }),
  person: z.object({ id: z.string().min(1).max(64), name: z.string(), unit: z.string() }),
  savedAt: z.iso.datetime(),
  entries: z.array(CarriedFacts).max(1000),
})
export type Manifest = z.infer<typeof Manifest>
