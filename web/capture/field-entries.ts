import type { FieldEntry, FieldPhoto, FieldPosition, FieldReport, FieldStep } from '../outbox/entry.ts'
import { type CaptureDraft, inGuidedOrder, type KnownHazard, type Shot, shotsOf } from './capture-draft.ts'
import { divisionMeant, placeMeant } from './picked-place.ts'

interface Saving {
  readonly draft: CaptureDraft
  readonly shots: readonly Shot[]
  readonly position: FieldPosition | null
  /** The unit whose own task an on-the-spot cure becomes; null where its author has none. */
  readonly unitId: string | null
  /** What the chosen code is called: a remark is not asked for at the roadside. */
  readonly codeName: string
  readonly nowMs: number
}

const ending: Readonly<Record<string, string>> = { 'image/png': 'png', 'image/webp': 'webp', 'image/heic': 'heic' }

const photoOf = ({ id, bytes, takenAtMs, takenWith, position, part, kind }: Shot, at: number): FieldPhoto => ({
  ...{ id, bytes, takenAtMs, takenWith, position },
  name: `${part}-${at + 1}${kind === null ? '' : `-${kind}`}.${ending[bytes.type] ?? 'jpg'}`,
})

const firstOf = (shots: readonly Shot[], nowMs: number): number =>
  shots.reduce((first, { takenAtMs }) => Math.min(first, takenAtMs), nowMs)

/** What goes into the outbox in one keep: a report, a cure on the spot behind it, or photos for a hazard on file. */
export const fieldEntries = (saving: Saving): readonly FieldEntry[] => {
  const { draft } = saving
  if (draft.known !== null) return [morePhotos(saving, draft.known)]
  if (draft.cured === null || saving.unitId === null) return [report(saving)]
  return [report(saving), ...cureOnTheSpot(saving, draft.cured, saving.unitId)]
}

const report = ({ draft, shots, position, nowMs }: Saving): FieldReport => {
  const before = inGuidedOrder(shotsOf(shots, 'before'))
  return {
    kind: 'report',
    ...{ hazardId: draft.hazardId, code: draft.code, source: draft.source, description: draft.remark.trim() },
    spot: placeMeant(draft, position)?.words ?? '',
    placeCode: position === null ? (draft.place?.code ?? null) : divisionMeant(draft, position),
    position,
    ...(draft.extent !== null && { extent: draft.extent.extent }),
    // a scene that nobody can find again is not complete; the cure of one has to be
    sceneComplete: position !== null && (draft.sceneComplete || draft.cured !== null),
    takenAtMs: firstOf(before, nowMs),
    photos: before.map(photoOf),
  }
}

const morePhotos = ({ draft, shots, nowMs }: Saving, known: KnownHazard): FieldStep => {
  const photos = inGuidedOrder(shotsOf(shots, 'before'))
  return {
    ...{ kind: 'step', actId: draft.actIds.photos, hazardId: known.id, move: 'add-scene-photo', taskId: null },
    path: `/api/hazards/${known.id}/scene-photos`,
    body: { position: null },
    ...{ version: known.version, label: known.shortCode, seenSeq: null },
    takenAtMs: firstOf(photos, nowMs),
    photos: photos.map(photoOf),
  }
}

/** On the register as a minor one due today, taken on by the own unit, done: somebody else still verifies it. */
const cureOnTheSpot = (
  { draft, shots, position, codeName, nowMs }: Saving,
  cured: NonNullable<CaptureDraft['cured']>,
  unitId: string,
): readonly FieldStep[] => {
  const { hazardId, taskId, actIds } = draft
  const after = shotsOf(shots, 'after')
  const step = { kind: 'step', hazardId, version: null, seenSeq: null, photos: null, takenAtMs: nowMs } as const
  const ofTask = `/api/hazards/${hazardId}/tasks/${taskId}`
  const measures = cured.map(({ measure, quantity }) => ({ measure, quantity }))
  const registering = {
    ...{ code: draft.code, severity: 'minor', sameDay: true, spot: placeMeant(draft, position)?.words ?? '' },
    description: draft.remark.trim() === '' ? codeName : draft.remark.trim(),
    tasks: [{ id: taskId, unitId, measures }],
  }
  const installed = cured.map(({ measure, quantity }) => ({
    measure,
    installedQuantity: quantity,
    struckBecause: null,
  }))
  return [
    {
      ...{ ...step, actId: actIds.register, move: 'register-hazard', taskId: null },
      ...{ path: `/api/hazards/${hazardId}/register`, body: registering },
    },
    { ...step, actId: actIds.accept, move: 'accept-task', taskId, path: `${ofTask}/accept`, body: {} },
    {
      ...{ ...step, actId: actIds.submit, move: 'submit-task', taskId, path: `${ofTask}/submit` },
      body: { measures: installed, remark: '', costYuan: null },
      takenAtMs: firstOf(after, nowMs),
      photos: after.map(photoOf),
    },
  ]
}
