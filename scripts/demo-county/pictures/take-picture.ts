import { hashOfText } from '../seeded-random.ts'
import { composePicture, type Shot } from './compose.ts'
import { asJpeg, develop } from './develop.ts'
import { exifOf, type ShotNotes } from './exif.ts'

export type PictureOrder = Shot & ShotNotes

/** Paints, develops and packs one picture on the thread it is called on (about a fifth of a second of its time). */
export const takePicture = (order: PictureOrder): Promise<Buffer> => {
  const { frame, light } = composePicture(order)
  const bytes = develop(frame, light, hashOfText(`${order.seed} ${order.takenAt} grain`))
  return asJpeg(bytes, frame, exifOf(order))
}
