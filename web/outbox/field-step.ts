import type { Move } from '../../db/vocabulary.ts'
import type { PhotoTakenBody } from '../../server/hazards/wire.ts'
import type { TrayPhoto } from '../photos/photo-tray.ts'
import { requestOf } from '../recorded-request.ts'
import type { FieldPhoto, FieldStep } from './entry.ts'

/** What a step is taken on, as the page shows it. */
export interface StepSubject {
  readonly hazardId: string
  readonly version: number
  /** The hazard's number in the register, where it has one. */
  readonly label?: string | null | undefined
  readonly seenSeq: number | null
  readonly move: Move
  readonly taskId: string | null
}

/** Instants of the page are by the server's clock; the outbox keeps the device's own. */
const deviceMs = (at: string, clockOffsetMs: number): number => Date.parse(at) - clockOffsetMs

/** Null when its bytes are no longer on this device: such a step can only be taken online. */
export const fieldPhotoOf = (photo: TrayPhoto, clockOffsetMs: number): FieldPhoto | null => {
  const { id, name, bytes, capturedAt, position, takenWith } = photo
  if (bytes === null) return null
  const placed = position && {
    ...{ longitude: position.longitude, latitude: position.latitude, accuracyMetres: position.accuracyMetres },
    ...{ source: position.source, atMs: deviceMs(position.at, clockOffsetMs) },
  }
  const takenAtMs = deviceMs(capturedAt, clockOffsetMs)
  return { id, name, bytes, takenAtMs, takenWith, position: placed }
}

/** A tray's photos as a step names them, before anything of them has been sent. */
export const photosNamed = (photos: readonly TrayPhoto[]): PhotoTakenBody[] =>
  photos.map(({ id, sha256, capturedAt, takenWith, position }) => ({
    ...{ id, sha256: sha256 ?? '', capturedAt, takenWith, position },
  }))

interface Deciding {
  readonly subject: StepSubject
  readonly act: { readonly actId: string; readonly deviceAt: string }
  readonly photos: readonly FieldPhoto[] | null
  /** Other unsent entries stand before it: it is decided on what they will leave. */
  readonly behind: boolean
  readonly clockOffsetMs: number
}

/** The step as the outbox keeps it. `call` is the one that would have taken it online. */
export const fieldStepOf = async (
  { subject, act, photos, behind, clockOffsetMs }: Deciding,
  call: (headers: Record<string, string>) => Promise<unknown>,
): Promise<FieldStep> => {
  const { path, body } = await requestOf(call)
  const own = Object.entries(body).filter(([field]) => !['actId', 'deviceAt', 'photos'].includes(field))
  const { version, ...on } = subject
  return {
    kind: 'step',
    ...on,
    actId: act.actId,
    path,
    body: Object.fromEntries(own),
    version: behind ? null : version,
    takenAtMs: deviceMs(act.deviceAt, clockOffsetMs),
    photos,
  }
}
