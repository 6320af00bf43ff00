import type { Kit } from '../dialect.ts'
import { photoFormats } from '../vocabulary.ts'

/** A photo is its bytes, named by their SHA-256. What the camera wrote into them is a second witness only. */
export const photoTables = (kit: Kit) => ({
  photos: kit.table(
    'photos',
    {
      county: kit.text().notNull(),
      sha256: kit.text().notNull(),
      bytes: kit.whole().notNull(),
      format: kit.oneOf(photoFormats).notNull(),
      widthPixels: kit.count().notNull(),
      heightPixels: kit.count().notNull(),
      /** Bytes behind the picture's end: motion photos of phones, and polyglots. */
      trailingBytes: kit.whole().notNull(),
      exifTakenAt: kit.text(),
      exifLongitude: kit.real(),
      exifLatitude: kit.real(),
      exifMake: kit.text(),
      exifModel: kit.text(),
      /** What the picture looks like, as 16 hex digits each; null until it has been looked at. */
      differenceHash: kit.text(),
      perceptualHash: kit.text(),
      receivedAt: kit.instant().notNull(),
      receivedFrom: kit.text().notNull(),
    },
    (c) => [kit.primaryKey({ columns: [c.county, c.sha256] })],
  ),
  /** The four 16-bit bands of each hash (0-3 difference, 4-7 perceptual), by which near twins are looked up. */
  photoBands: kit.table(
    'photo_bands',
    {
      county: kit.text().notNull(),
      band: kit.count().notNull(),
      value: kit.count().notNull(),
      sha256: kit.text().notNull(),
    },
    (c) => [kit.primaryKey({ columns: [c.county, c.band, c.value, c.sha256] })],
  ),
})
