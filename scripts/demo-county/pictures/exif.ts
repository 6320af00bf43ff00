import type { Exif } from './develop.ts'

export type ShotNotes = {
  lngLat: readonly [lng: number, lat: number]
  takenAt: string
  device: { make: string; model: string }
}

const two = (value: number) => String(value).padStart(2, '0')

/** Degrees as the three fractions that EXIF asks for, to a hundredth of a second of arc. */
const asDegrees = (value: number): string => {
  const hundredths = Math.round(Math.abs(value) * 360_000)
  return `${Math.floor(hundredths / 360_000)}/1 ${Math.floor((hundredths % 360_000) / 6000)}/1 ${hundredths % 6000}/100`
}

/**
 * What a telephone would write into its picture, with a comment that says that there was none.
 * No brackets in these texts: the library that packs them reads what stands in brackets as a note of its own.
 */
export const exifOf = ({ lngLat: [lng, lat], takenAt, device }: ShotNotes): Exif => {
  // The county keeps China Standard Time, eight hours ahead of UTC, all year.
  const local = new Date(Date.parse(takenAt) + 8 * 3_600_000)
  const utc = new Date(takenAt)
  const day = (d: Date) => `${d.getUTCFullYear()}:${two(d.getUTCMonth() + 1)}:${two(d.getUTCDate())}`
  const time = `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}:${two(local.getUTCSeconds())}`
  const stamp = `${day(local)} ${time}`
  return {
    IFD0: { Make: device.make, Model: device.model, Software: 'Luqing demo county, generated', DateTime: stamp },
    IFD2: {
      DateTimeOriginal: stamp,
      DateTimeDigitized: stamp,
      OffsetTime: '+08:00',
      OffsetTimeOriginal: '+08:00',
      UserComment: 'Invented: drawn by a program for the demo county; no such place, no such camera.',
    },
    IFD3: {
      GPSLatitudeRef: lat < 0 ? 'S' : 'N',
      GPSLatitude: asDegrees(lat),
      GPSLongitudeRef: lng < 0 ? 'W' : 'E',
      GPSLongitude: asDegrees(lng),
      GPSDateStamp: day(utc),
      GPSTimeStamp: `${utc.getUTCHours()}/1 ${utc.getUTCMinutes()}/1 ${utc.getUTCSeconds()}/1`,
    },
  }
}
