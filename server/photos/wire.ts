import { z } from 'zod'
import type { Row } from '../../db/schema/tables.ts'
import { photoFormats, variantSizes } from '../../db/vocabulary.ts'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

export const PhotoParam = z.strictObject({ sha256: Sha256 })
export const VariantParam = z.strictObject({ sha256: Sha256, size: z.enum(variantSizes) })

/** Where the body of a PATCH goes on: how many bytes were kept. */
export const RestHeader = z.object({ 'upload-offset': z.coerce.number().int().min(1).max(100_000_000) })

/** All of it can be read from the bytes themselves: who sends bytes learns nothing of who sent them before. */
export const PhotoFacts = z
  .strictObject({
    sha256: Sha256,
    bytes: z.int(),
    format: z.enum(photoFormats),
    widthPixels: z.int(),
    heightPixels: z.int(),
    trailingBytes: z.int(),
    exif: z.strictObject({
      takenAt: z.string().nullable(),
      longitude: z.number().nullable(),
      latitude: z.number().nullable(),
      make: z.string().nullable(),
      model: z.string().nullable(),
    }),
  })
  .meta({ id: 'PhotoFacts' })
export type PhotoFacts = z.infer<typeof PhotoFacts>

export const photoOnWire = (photo: Row<'photos'>): PhotoFacts => ({
  sha256: photo.sha256,
  bytes: photo.bytes,
  format: photo.format,
  widthPixels: photo.widthPixels,
  heightPixels: photo.heightPixels,
  trailingBytes: photo.trailingBytes,
  exif: {
    takenAt: photo.exifTakenAt,
    longitude: photo.exifLongitude,
    latitude: photo.exifLatitude,
    make: photo.exifMake,
    model: photo.exifModel,
  },
})
