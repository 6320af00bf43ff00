import type { Row } from '../../db/schema/tables.ts'
import type { Move } from '../../db/vocabulary.ts'
import type { Instant } from '../domain/county-calendar.ts'
import { dayOf } from '../domain/county-calendar.ts'
import { daysOverdue } from '../domain/deadline.ts'
import type { Verdict } from '../domain/hazard-workflow.ts'
import { colourOf } from '../domain/warning-colour.ts'
import type { EntryView, HazardLine, HazardWhole, MoveView, PhotoView, TaskView } from './answers.ts'
import type { HazardRow, TaskRow } from './store.ts'

/** What leaves the server about a hazard: picked field by field, no row leaves whole. */

export interface Names {
  person: (id: string | null) => { id: string; name: string; unitName: string | null } | null
  unit: (id: string | null) => { id: string; name: string } | null
  place: (code: string | null) => string | null
}

/** Days past the earliest deadline of a hazard still on the register; 0 for one that is cleared or off the path. */
export const hazardDaysOverdue = (
  hazard: Pick<HazardRow, 'stage' | 'dueOn' | 'setAside'>,
  now: Instant,
  zone: string,
): number =>
  hazard.stage === 'register' && hazard.setAside === null && hazard.dueOn !== null
    ? daysOverdue(hazard.dueOn, now, zone)
    : 0

/** The line of a list, a card or a pin. */
export const hazardLine = (
  hazard: HazardRow,
  names: Names,
  now: Instant,
  zone: string,
  photoSha256: string | null,
): HazardLine => {
  const today = dayOf(now, zone)
  return {
    id: hazard.id,
    version: hazard.version,
    shortCode: hazard.shortCode,
    registerNumber: hazard.registerNumber,
    stage: hazard.stage,
    setAside: hazard.setAside,
    severity: hazard.severity,
    colour: colourOf(hazard, today),
    source: hazard.source,
    code: hazard.code,
    description: hazard.description,
    spot: hazard.spot,
    longitude: hazard.longitude,
    latitude: hazard.latitude,
    placeCode: hazard.placeCode,
    townshipName: names.place(hazard.townshipCode),
    villageName: hazard.placeCode.length === 12 ? names.place(hazard.placeCode) : null,
    outsideCounty: hazard.outsideCounty,
    routeCode: hazard.routeCode,
    roadClass: hazard.roadClass,
    chainageMetres: hazard.chainageMetres,
    extent: hazard.extent,
    reportedAt: hazard.reportedAt,
    registeredAt: hazard.registeredAt,
    dueOn: hazard.dueOn,
    daysOverdue: hazardDaysOverdue(hazard, now, zone),
    clearedAt: hazard.clearedAt,
    timesReopened: hazard.timesReopened,
    photoSha256,
  }
}

export const taskView = (
  task: TaskRow,
  { measures, extensions }: { measures: readonly Row<'taskMeasures'>[]; extensions: readonly Row<'extensions'>[] },
  names: Names,
): TaskView => ({
  id: task.id,
  state: task.state,
  unit: names.unit(task.unitId),
  person: names.person(task.personId),
  demand: task.demand,
  firstDueOn: task.firstDueOn,
  dueOn: task.dueOn,
  assignedAt: task.assignedAt,
  acceptedAt: task.acceptedAt,
  startedAt: task.startedAt,
  interimAt: task.interimAt,
  interimRemark: task.interimRemark,
  plannedYear: task.plannedYear,
  plannedBecause: task.plannedBecause,
  refusedBecause: task.refusedBecause,
  refusedOwner: names.unit(task.refusedOwnerUnitId),
  submittedAt: task.submittedAt,
  submittedBy: names.person(task.submittedBy),
  submitRemark: task.submitRemark,
  costYuan: task.costYuan,
  returnedBecause: task.returnedBecause,
  timesReturned: task.timesReturned,
  verifiedAt: task.verifiedAt,
  verifiedBy: names.person(task.verifiedBy),
  extensions: extensions.map((extension) => ({
    id: extension.id,
    because: extension.because,
    fromDueOn: extension.fromDueOn,
    askedDueOn: extension.askedDueOn,
    askedAt: extension.askedAt,
    askedBy: names.person(extension.askedBy),
    // earlier ones without an answer fell away when the task changed hands
    waiting: task.extensionAskedBy !== null && extension.id === lastUnanswered(extensions),
    outcome: extension.outcome,
    grantedDueOn: extension.grantedDueOn,
    decidedAt: extension.decidedAt,
    decidedBy: names.person(extension.decidedBy),
    decidedBecause: extension.decidedBecause,
  })),
  measures: measures.map(({ measure, plannedQuantity, installedQuantity, struckBecause }) => ({
    measure,
    plannedQuantity,
    installedQuantity,
    struckBecause,
  })),
})

const lastUnanswered = (extensions: readonly Row<'extensions'>[]): string | undefined =>
  extensions.findLast(({ outcome }) => outcome === null)?.id

export const photoView = (
  { hazardPhoto, photo }: { hazardPhoto: Row<'hazardPhotos'>; photo: Row<'photos'> },
  names: Names,
  ofId: string,
): PhotoView => ({
  id: hazardPhoto.id,
  sha256: photo.sha256,
  role: hazardPhoto.role,
  taskId: hazardPhoto.taskId,
  takenBy: names.person(hazardPhoto.takenBy),
  capturedAt: hazardPhoto.capturedAt,
  clockOffsetMs: hazardPhoto.clockOffsetMs,
  takenWith: hazardPhoto.takenWith,
  copySha256: hazardPhoto.copySha256,
  attachedAt: hazardPhoto.attachedAt,
  position:
    hazardPhoto.longitude === null || hazardPhoto.latitude === null
      ? null
      : {
          longitude: hazardPhoto.longitude,
          latitude: hazardPhoto.latitude,
          accuracyMetres: hazardPhoto.accuracyMetres,
          source: hazardPhoto.positionSource,
          at: hazardPhoto.positionedAt,
        },
  /** What the camera wrote into the file: a second witness beside the device's record. */
  exif: {
    takenAt: photo.exifTakenAt,
    longitude: photo.exifLongitude,
    latitude: photo.exifLatitude,
    make: photo.exifMake,
    model: photo.exifModel,
  },
  widthPixels: photo.widthPixels,
  heightPixels: photo.heightPixels,
  bytes: photo.bytes,
  fromHazardId: hazardPhoto.hazardId === ofId ? null : hazardPhoto.hazardId,
})

export const responsibilityView = (hazard: HazardRow, names: Names) => ({
  local: names.unit(hazard.localUnitId),
  sector: names.unit(hazard.sectorUnitId),
  cure: names.unit(hazard.cureUnitId),
})

export const moveView = ({
  move,
  taskId,
  verdict,
}: {
  move: Move
  taskId: string | null
  verdict: Verdict
}): MoveView => ({
  move,
  taskId,
  ok: verdict.ok,
  because: verdict.ok ? null : verdict.because,
  who: verdict.ok ? [] : [...verdict.who],
})

export const revisitView = (visit: Row<'revisits'>, names: Names): HazardWhole['revisits'][number] => {
  const { id, dueOn, outcome, doneAt, remark, droppedAt, kind } = visit
  const who = { doneBy: names.person(visit.doneBy), unit: names.unit(visit.unitId) }
  return { id, dueOn, outcome, doneAt, remark, droppedAt, kind, ...who }
}

export const entryView = (entry: Row<'journal'>, names: Names, ofId: string): EntryView => {
  const body: Record<string, unknown> = JSON.parse(entry.body)
  const fromHazardId = entry.subjectId === ofId ? null : entry.subjectId
  return { seq: entry.seq, at: entry.at, kind: entry.kind, actor: names.person(entry.actorId), body, fromHazardId }
}

export const supervisionView = (
  hazard: HazardRow,
  inForce: Row<'supervisions'> | null,
  names: Names,
): HazardWhole['supervision'] =>
  inForce === null || hazard.supervisionLevel === null || hazard.progressDueOn === null
    ? null
    : {
        level: hazard.supervisionLevel,
        supervisor: names.person(hazard.supervisorId),
        because: inForce.because,
        everyDays: inForce.everyDays,
        progressDueOn: hazard.progressDueOn,
        startedAt: inForce.startedAt,
        startedBy: names.person(inForce.startedBy),
      }

/** The transfer on its way, and where it went if it left the county. */
export const transferView = (
  hazard: HazardRow,
  transfers: readonly Row<'transfers'>[],
  names: Names,
): Pick<HazardWhole, 'transfer' | 'transferredTo'> => {
  const pending = hazard.transferToUnitId !== null || hazard.transferToCounty !== null
  const waiting = pending ? transfers.find(({ outcome }) => outcome === null) : undefined
  const gone = hazard.setAside === 'transferred' ? transfers.find(({ outcome }) => outcome === 'accepted') : undefined
  return {
    transferredTo: gone?.toCounty ?? null,
    transfer: waiting
      ? {
          toUnit: names.unit(waiting.toUnitId),
          toCounty: waiting.toCounty,
          because: waiting.because,
          askedAt: waiting.askedAt,
          askedBy: names.person(waiting.askedBy),
        }
      : null,
  }
}
