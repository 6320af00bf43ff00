import type { Row } from '../../db/schema/tables.ts'
import type { Tx } from '../../db/unit-of-work.ts'
import { type CheckedPhoto, checkSubmission, type OtherUse } from '../domain/clearance-checks.ts'
import { cureBegins } from '../domain/cure-begins.ts'
import { tellsNothing } from '../domain/perceptual-hash.ts'
import { findDrawing } from '../hazards/extent-store.ts'
import type { Ground } from '../hazards/step-frame.ts'
import { photosOf } from '../hazards/store.ts'
import { findTwins } from '../photos/find-twins.ts'
import { measuresOf } from '../remediation/store.ts'
import { addFindings, attemptsSoFar, familyOf, lastSceneAt, usesOf } from './findings-store.ts'

/** More uses or twins of one photo than this add nothing to the doubt. */
const mostShown = 5

type Attached = Awaited<ReturnType<typeof photosOf>>[number]

/**
 * The system's checks on what a task's unit has just submitted, in the submission's own transaction: found, kept under
 * their attempt, and given back for the journal. They advise whoever verifies and stop nobody.
 */
export const checkClearance = async (
  { tx, county, hazard, now }: Ground,
  task: Row<'tasks'>,
  submitted: { readonly by: string; readonly photoIds: readonly string[]; readonly deviceAt: string | null },
) => {
  const photos = await photosToCheck(tx, hazard, submitted.photoIds, now)
  const findings = checkSubmission({
    ...cureBegins({
      ...{ assignedAt: task.assignedAt, reopenedAt: hazard.lastReopenedAt },
      lastSceneAt: await lastSceneAt(tx, hazard),
      onTheSpot: hazard.sameDay && hazard.reportedBy === submitted.by,
    }),
    ...{ receivedAt: now, deviceAt: submitted.deviceAt, timeZone: county.timeZone },
    place: placeOf(hazard),
    drawing: hazard.extent === null ? null : (await findDrawing(tx, county.county, hazard.id))?.geometry,
    radiusMetres: county.settings.checkRadiusMetres,
    photos,
    measures: (await measuresOf(tx, county.county, task.id)).map((one) => ({
      measure: one.measure,
      plannedQuantity: one.plannedQuantity,
      installedQuantity: one.installedQuantity,
      struckBecause: one.struckBecause,
    })),
  })
  const attempt = (await attemptsSoFar(tx, county.county, task.id)) + 1
  await addFindings(tx, task, { attempt, at: now }, findings)
  return { attempt, verdicts: Object.fromEntries(findings.map(({ check, verdict }) => [check, verdict])) }
}

/** Photos of a submission with what is known of each; of other uses those that stood there when it was sent. */
export const photosToCheck = async (
  tx: Tx,
  { county, id: hazardId }: Pick<Row<'hazards'>, 'county' | 'id'>,
  photoIds: readonly string[],
  sentAt: string,
): Promise<CheckedPhoto[]> => {
  const ids = new Set(photoIds)
  const attached = (await photosOf(tx, county, hazardId)).filter(({ hazardPhoto }) => ids.has(hazardPhoto.id))
  const look = lookerAround(tx, county, await familyOf(tx, county, hazardId), attached, sentAt)
  const photos: CheckedPhoto[] = []
  for (const each of attached) photos.push(checkedPhoto(each, await look(each)))
  return photos
}

/** The middle of a village is no position: nobody stood there. */
export const placeOf = ({ longitude, latitude, accuracyMetres, positionSource }: Row<'hazards'>) =>
  longitude === null || latitude === null || positionSource === 'place' ? null : { longitude, latitude, accuracyMetres }

const looksOf = ({ differenceHash, perceptualHash }: Row<'photos'>) =>
  differenceHash === null || perceptualHash === null ? null : { differenceHash, perceptualHash }

type Around = Pick<CheckedPhoto, 'sameBytes' | 'twins' | 'tellable'>

/** Looks for the same bytes and for near twins among all photos of the county that hang on some hazard. */
const lookerAround = (
  tx: Tx,
  county: string,
  family: ReadonlySet<string>,
  attached: readonly Attached[],
  sentAt: string,
) => {
  const ownIds = attached.map(({ hazardPhoto }) => hazardPhoto.id)
  const asUse = <Use extends Omit<OtherUse, 'sameHazard'>>(use: Use) => ({
    ...use,
    sameHazard: family.has(use.hazardId),
  })
  return async ({ photo }: Attached): Promise<Around> => {
    const looks = looksOf(photo)
    const twins = looks ? await findTwins(tx, county, looks, photo.sha256) : []
    const likeness = new Map(twins.map((twin) => [twin.sha256, twin]))
    const sameBytes = await usesOf(tx, county, [photo.sha256], { ownIds, sentAt })
    const ofTwins = await usesOf(tx, county, [...likeness.keys()], { ownIds, sentAt })
    return {
      tellable: looks !== null && !tellsNothing(looks),
      sameBytes: mostTelling(sameBytes.map(asUse)),
      twins: mostTelling(
        ofTwins.map((use) => {
          const { differenceBits = 64, perceptualBits = 64 } = likeness.get(use.sha256) ?? {}
          return { ...asUse(use), differenceBits, perceptualBits }
        }),
      ),
    }
  }
}

/** Of this hazard and of others, some each: neither may crowd the other out. */
const mostTelling = <Use extends OtherUse>(uses: readonly Use[]): Use[] => [
  ...uses.filter(({ sameHazard, role }) => sameHazard && role !== 'after').slice(0, mostShown),
  ...uses.filter(({ sameHazard }) => !sameHazard).slice(0, mostShown),
]

const checkedPhoto = ({ hazardPhoto, photo }: Attached, around: Around): CheckedPhoto => {
  const { longitude, latitude, accuracyMetres, positionSource } = hazardPhoto
  return {
    photoId: hazardPhoto.id,
    capturedAt: hazardPhoto.capturedAt,
    ...{ clockOffsetMs: hazardPhoto.clockOffsetMs, takenWith: hazardPhoto.takenWith },
    copyOnly: hazardPhoto.sha256 === hazardPhoto.copySha256,
    fix:
      longitude === null || latitude === null || positionSource !== 'device'
        ? null
        : { longitude, latitude, accuracyMetres },
    exif: {
      ...{ takenAt: photo.exifTakenAt, longitude: photo.exifLongitude, latitude: photo.exifLatitude },
      make: photo.exifMake,
    },
    ...{ format: photo.format, widthPixels: photo.widthPixels, heightPixels: photo.heightPixels },
    ...around,
  }
}
