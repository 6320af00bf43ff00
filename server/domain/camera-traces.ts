import type { CheckVerdict } from '../../db/vocabulary.ts'
import type { CheckedPhoto, Submission } from './clearance-checks.ts'
import { worstOf } from './worst-of.ts'

export type CameraDoubt =
  | 'before-photo-again'
  | 'original-on-phone'
  | 'screen-format'
  | 'viewfinder'
  | 'screen-sized'
  | 'no-traces'

/** Where nothing speaks for the photo, and nothing against it. */
const untold: readonly CameraDoubt[] = ['original-on-phone', 'viewfinder', 'no-traces']

/** Screens whose sides stand to each other as a camera's frame does; longer ones are told by that alone. */
const screens = new Set(['720x1280', '750x1334', '768x1366', '900x1440', '1080x1920', '1440x2560', '2160x3840'])

/** Phones have been twice as long as wide since 2017, and cameras write such frames only when asked to. */
const isScreenSized = ({ widthPixels, heightPixels }: CheckedPhoto): boolean => {
  const [short, long] = [Math.min(widthPixels, heightPixels), Math.max(widthPixels, heightPixels)]
  return screens.has(`${short}x${long}`) || (short >= 640 && long <= 4000 && long / short >= 2)
}

/**
 * Is each photo a new one from a camera? The before photo again and screenshots are doubtful; a camera's make in the
 * file speaks for it; without one nothing can be told, since phones and messengers strip it, the app's own viewfinder
 * writes none, and the phone's copy bears none while its original is awaited.
 */
export const fromACamera = ({ photos }: Pick<Submission, 'photos'>) => {
  const judged = photos.map((photo) => {
    const before = [
      ...photo.sameBytes.map((use) => ({ ...use, differenceBits: 0, perceptualBits: 0 })),
      ...photo.twins,
    ].filter(({ sameHazard, role }) => sameHazard && role === 'scene')
    const { photoId, exif, format, widthPixels, heightPixels } = photo
    const hasMake = (exif.make ?? '').trim() !== ''
    const because: CameraDoubt | null =
      before.length > 0
        ? 'before-photo-again'
        : photo.copyOnly
          ? 'original-on-phone'
          : format === 'png'
            ? 'screen-format'
            : hasMake
              ? null
              : photo.takenWith === 'viewfinder'
                ? 'viewfinder'
                : isScreenSized(photo)
                  ? 'screen-sized'
                  : 'no-traces'
    const verdict: CheckVerdict = because === null ? 'pass' : untold.includes(because) ? 'cannot-tell' : 'doubt'
    return { photoId, verdict, because, make: exif.make, format, widthPixels, heightPixels, before }
  })
  return {
    check: 'from-a-camera' as const,
    verdict: worstOf(judged.map(({ verdict }) => verdict)),
    evidence: { photos: judged },
  }
}
