import type { CheckVerdict, PhotoFormat, PhotoRole, PhotoTaker } from '../../db/vocabulary.ts'
import { fromACamera } from './camera-traces.ts'
import type { Instant } from './county-calendar.ts'
import type { ExtentGeometry } from './hazard-extent.ts'
import type { Likeness } from './perceptual-hash.ts'
import { takenAfterAssignment } from './taken-after-assignment.ts'
import { takenAtThePlace } from './taken-at-the-place.ts'
import { worstOf } from './worst-of.ts'

/** A position as measured: WGS-84 degrees, metres of its accuracy where the device said them. */
export interface Measured {
  readonly longitude: number
  readonly latitude: number
  readonly accuracyMetres: number | null
}

/** An after photo with everything its checks look at. */
export interface CheckedPhoto {
  readonly photoId: string
  /** The phone's clock at the shutter, corrected by the phone's own measured offset. */
  readonly capturedAt: Instant
  /** That offset in milliseconds, positive where the phone was slow; null where it was not measured. */
  readonly clockOffsetMs: number | null
  /** What took it, as the phone says; null for phones that do not say. */
  readonly takenWith: PhotoTaker | null
  /** Only the phone's own copy is here: it bears nothing of what the camera wrote. */
  readonly copyOnly: boolean
  /** By the device at the shutter; null where there was no fix, or where a hand put the pin. */
  readonly fix: Measured | null
  readonly exif: {
    /** `YYYY-MM-DDTHH:mm:ss`, with an offset where the camera wrote one. */
    readonly takenAt: string | null
    readonly longitude: number | null
    readonly latitude: number | null
    readonly make: string | null
  }
  readonly format: PhotoFormat
  readonly widthPixels: number
  readonly heightPixels: number
  /** False where the picture has not been looked at, or shows too little to be told from others. */
  readonly tellable: boolean
  readonly sameBytes: readonly OtherUse[]
  readonly twins: readonly (OtherUse & Likeness)[]
}

/** A use of the same bytes, or of a near twin, elsewhere. */
export interface OtherUse {
  readonly photoId: string
  readonly sha256: string
  readonly hazardId: string
  /** This hazard, or one that was merged into it. */
  readonly sameHazard: boolean
  readonly role: PhotoRole
}

export interface Submission {
  /** From when on the cure can be seen, and why from then on; see cureBegins. */
  readonly since: Instant
  readonly sinceReopened: boolean
  readonly sinceScene: boolean
  /** The server's clock on receipt, and what the phone's clock said when it sent, where it said so. */
  readonly receivedAt: Instant
  readonly deviceAt: Instant | null
  readonly timeZone: string
  readonly place: Measured | null
  /** Of a hazard that is more than a point. */
  readonly drawing?: ExtentGeometry | null | undefined
  readonly radiusMetres: number
  readonly photos: readonly CheckedPhoto[]
  readonly measures: readonly {
    readonly measure: string
    readonly plannedQuantity: number | null
    readonly installedQuantity: number | null
    readonly struckBecause: string | null
  }[]
}

/**
 * The system's checks on a clearance (workflow.md), each once, in the order of the vocabulary. They advise: no verdict
 * opens or shuts a door. Pure, and the same submission is always judged alike.
 */
export const checkSubmission = (submission: Submission) => [
  takenAfterAssignment(submission),
  takenAtThePlace(submission),
  bytesNeverUsed(submission),
  noNearTwin(submission),
  fromACamera(submission),
  measuresAccounted(submission),
]

export type Finding = ReturnType<typeof checkSubmission>[number]

/** The same bytes on another hazard, or here in another role, are not a new photo of this cure. */
export const bytesNeverUsed = ({ photos }: Pick<Submission, 'photos'>) => {
  const judged = photos.map(({ photoId, sameBytes }) => ({
    photoId,
    uses: sameBytes.filter(({ sameHazard, role }) => !sameHazard || role !== 'after'),
  }))
  return {
    check: 'bytes-never-used' as const,
    verdict: worstOf(judged.map(({ uses }) => (uses.length > 0 ? 'doubt' : 'pass'))),
    evidence: { photos: judged },
  }
}

/** A picture that looks like one of another hazard; the same bytes are the check before. */
export const noNearTwin = ({ photos }: Pick<Submission, 'photos'>) => {
  const judged = photos.map(({ photoId, tellable, twins }) => {
    const elsewhere = twins.filter(({ sameHazard }) => !sameHazard)
    const verdict: CheckVerdict = elsewhere.length > 0 ? 'doubt' : tellable ? 'pass' : 'cannot-tell'
    return { photoId, verdict, twins: elsewhere }
  })
  return {
    check: 'no-near-twin' as const,
    verdict: worstOf(judged.map(({ verdict }) => verdict)),
    evidence: { photos: judged },
  }
}

/**
 * Every planned measure stands there in a quantity or was struck with a reason. Struck altogether, nothing was done:
 * doubt. Nothing planned and nothing installed: cannot tell. A shortfall is evidence, no verdict.
 */
export const measuresAccounted = ({ measures }: Pick<Submission, 'measures'>) => {
  const isThere = ({ installedQuantity }: (typeof measures)[number]): boolean => installedQuantity !== null
  const open = measures.filter((one) => !isThere(one) && (one.struckBecause ?? '') === '')
  const verdict: CheckVerdict =
    measures.length === 0 ? 'cannot-tell' : open.length > 0 || !measures.some(isThere) ? 'doubt' : 'pass'
  return { check: 'measures-accounted' as const, verdict, evidence: { measures: [...measures] } }
}
