import type { HazardWhole, PhotoView, TaskView } from '../../server/hazards/answers.ts'
import { arrivalWords } from '../text/arrival-words.ts'
import { bytesText } from '../text/bytes-text.ts'
import { hazardWords } from '../text/hazard-words.ts'
import { useWords } from '../text/language.ts'
import { tradeWords } from '../text/trade-words.ts'
import { useTime } from '../text/use-time.ts'
import { useCounty } from '../ui/use-county.ts'
import {
  cameLate,
  cameraOf,
  clockDifference,
  clockOffMinutes,
  daysAfterAssigning,
  isCopyOnly,
  metresFromHazard,
} from './photo-facts.ts'

const lateAfterMs = 10 * 60_000

/** What can be said about a photo, each a short fact: who and when, how late it came, how far away, with what. */
export const usePhotoFacts = (hazard: HazardWhole) => {
  const text = useWords(hazardWords)
  const arrival = useWords(arrivalWords)
  const { photoRoles } = useWords(tradeWords)
  const time = useTime()
  const { timeZone } = useCounty()

  const whereOf = (photo: PhotoView): string[] => {
    if (photo.position === null) return [text.noFix]
    const { accuracyMetres, source } = photo.position
    const metres = metresFromHazard(photo, hazard)
    return [
      ...(metres === null ? [] : [text.distance(text.metres(metres))]),
      ...(accuracyMetres === null ? [] : [text.accuracy(Math.round(accuracyMetres))]),
      ...(source === 'exif' ? [text.source_exif] : []),
    ]
  }
  const whoOf = ({ takenBy }: PhotoView): string =>
    takenBy === null ? '' : text.takenBy([takenBy.name, takenBy.unitName].filter(Boolean).join(' · '))
  const cameraText = (photo: PhotoView): string => {
    const camera = cameraOf(photo)
    if (camera !== '') return text.camera(camera)
    return photo.takenWith === 'viewfinder' ? arrival.takenInApp : text.noCamera
  }
  const whenOf = (photo: PhotoView): string[] => {
    const isLate = Date.parse(photo.attachedAt) - Date.parse(photo.capturedAt) > lateAfterMs
    return [
      text.captured(time.instant(photo.capturedAt)),
      ...(isLate ? [text.received(time.instant(photo.attachedAt))] : []),
      ...(cameLate({ capturedAt: photo.capturedAt, receivedAt: photo.attachedAt }) ? [arrival.late] : []),
    ]
  }
  const clockOf = (photo: PhotoView): string[] => {
    const minutes = clockOffMinutes(photo)
    return minutes === null ? [] : [arrival.clockOff(minutes)]
  }
  /** Why it stands as its copy. */
  const copyOf = ({ originalUnlike, originalGivenUp }: PhotoView): string => {
    if (originalUnlike) return arrival.originalUnlike
    return originalGivenUp ? arrival.originalGivenUp : arrival.copyOnly
  }
  return {
    who: whoOf,
    /** Who and when, for a caption. */
    caption: (photo: PhotoView): string =>
      [photo.takenBy?.name ?? '', time.instant(photo.capturedAt)].filter((part) => part !== '').join(' · '),
    /** What is to be seen, for those who do not see it. */
    alt: (photo: PhotoView): string =>
      `${photoRoles[photo.role]} ${[photo.takenBy?.name ?? '', time.instant(photo.capturedAt)].join(' ').trim()}`,
    /** All of it in a few short lines: who, when, where, with what. */
    lines: (photo: PhotoView): readonly string[] => {
      const minutes = clockDifference(photo, timeZone)
      return [
        whoOf(photo),
        whenOf(photo).join(text.comma),
        whereOf(photo).join(text.comma),
        [cameraText(photo), bytesText(photo.bytes)].join(text.comma),
        minutes === null ? '' : text.clocksDiffer(minutes),
        ...clockOf(photo),
        isCopyOnly(photo) ? copyOf(photo) : '',
      ].filter((line) => line !== '')
    },
    /** What a verifier weighs: after the task was given? at the place? by whose clock? */
    toVerify: (photo: PhotoView, task: TaskView): readonly string[] => {
      const days = daysAfterAssigning(photo, task, time.dayKey)
      const minutes = clockDifference(photo, timeZone)
      return [
        days < 0 ? text.beforeAssigned : text.afterAssigned(days),
        ...whereOf(photo),
        ...(minutes === null ? [] : [text.clocksDiffer(minutes)]),
        ...clockOf(photo),
        cameraText(photo),
      ]
    },
  }
}
