import exifr from 'exifr'

/** What the camera wrote into a photo: a second witness beside the device's own record, never more. */
export interface ExifWitness {
  /** Local time as given, with the offset where the camera knew it: `2025-09-05T16:28:04`, `...04+08:00`. */
  readonly takenAt: string | null
  readonly longitude: number | null
  readonly latitude: number | null
  readonly make: string | null
  readonly model: string | null
}

export const noWitness: ExifWitness = { takenAt: null, longitude: null, latitude: null, make: null, model: null }

const options = {
  mergeOutput: false,
  reviveValues: false,
  translateValues: false,
  xmp: false,
  icc: false,
  iptc: false,
  jfif: false,
  ihdr: false,
  interop: false,
  ifd1: false,
  // not ModifyDate: when a picture was last edited is no witness of when it was taken
  ifd0: { pick: ['Make', 'Model'] },
  exif: { pick: ['DateTimeOriginal', 'CreateDate', 'OffsetTime', 'OffsetTimeOriginal', 'OffsetTimeDigitized'] },
  gps: { pick: ['GPSLatitudeRef', 'GPSLatitude', 'GPSLongitudeRef', 'GPSLongitude'] },
}

/**
 * The tags of an EXIF block (or of a HEIC file) as they stand; null when there are none or they cannot be read.
 * Works on a copy with a memory of its own: broken lengths must not reach into what lies beside.
 */
export const rawExif = async (bytes: Uint8Array): Promise<unknown> => {
  try {
    return (await exifr.parse(new Uint8Array(bytes).buffer, options)) ?? null
  } catch {
    return null
  }
}

/** What can be believed of the tags; anything odd, missing or hostile is null. Never throws. */
export const witnessOf = (tags: unknown): ExifWitness => {
  const ifd0 = group(tags, 'ifd0')
  const exif = group(tags, 'exif')
  const gps = group(tags, 'gps')
  const latitude = degrees(gps('GPSLatitude'), gps('GPSLatitudeRef'), 90, ['N', 'S'])
  const longitude = degrees(gps('GPSLongitude'), gps('GPSLongitudeRef'), 180, ['E', 'W'])
  // exactly 0, 0 is what cameras write before they have a fix
  const isPlace = latitude !== null && longitude !== null && (latitude !== 0 || longitude !== 0)
  return {
    takenAt:
      localTime(exif('DateTimeOriginal'), exif('OffsetTimeOriginal') ?? exif('OffsetTime')) ??
      localTime(exif('CreateDate'), exif('OffsetTimeDigitized') ?? exif('OffsetTime')),
    longitude: isPlace ? longitude : null,
    latitude: isPlace ? latitude : null,
    make: plainName(ifd0('Make')),
    model: plainName(ifd0('Model')),
  }
}

const group = (tags: unknown, name: string): ((tag: string) => unknown) => {
  const block = own(tags, name)
  return (tag) => own(block, tag)
}

const own = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined

/** Degrees, minutes, seconds with their letter, as signed degrees; without a letter the north and east are meant. */
const degrees = (value: unknown, letter: unknown, limit: number, [plus, minus]: [string, string]): number | null => {
  const parts = numbersIn(value)
  const [whole = Number.NaN, minutes = 0, seconds = 0] = parts
  const sum = whole + minutes / 60 + seconds / 3600
  if (!Number.isFinite(sum) || sum < 0 || sum > limit || minutes < 0 || minutes >= 60 || seconds < 0 || seconds >= 60)
    return null
  const sign = typeof letter === 'string' ? letter.trim().slice(0, 1).toUpperCase() : plus
  if (sign !== plus && sign !== minus) return null
  return sign === minus && sum !== 0 ? -sum : sum
}

const numbersIn = (value: unknown): readonly number[] => {
  const list: readonly unknown[] = typeof value === 'number' ? [value] : isListLike(value) ? Array.from(value) : []
  return list.length <= 3 && list.every((part) => typeof part === 'number') ? list : []
}

const isListLike = (value: unknown): value is ArrayLike<unknown> =>
  Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView))

const timePattern = /^(\d{4})[:\-/](\d{2})[:\-/](\d{2})[ T](\d{2}):(\d{2}):(\d{2})/
const offsetPattern = /^[+-](0\d|1[0-4]):[0-5]\d$/

/** A time that exists on a calendar, as given: a camera whose clock stood at 1970 or 2099 did write that. */
const localTime = (value: unknown, offset: unknown): string | null => {
  const parts = typeof value === 'string' ? timePattern.exec(value.trim()) : null
  if (!parts) return null
  const [, year, month, day, hour, minute, second] = parts
  const text = `${year}-${month}-${day}T${hour}:${minute}:${second}`
  const at = new Date(`${text}Z`)
  if (Number(year) < 1900 || Number.isNaN(at.getTime()) || at.toISOString().slice(0, 19) !== text) return null
  const zone = typeof offset === 'string' ? offset.trim() : ''
  return offsetPattern.test(zone) ? text + zone : text
}

const maxNameLength = 64

/** A maker's or model's name: letters, digits and the few signs that occur in such names, one line, cut to length. */
const plainName = (value: unknown): string | null => {
  if (typeof value !== 'string') return null
  const plain = value
    .slice(0, 1000)
    .replace(/[^\p{L}\p{M}\p{N} .,:;()+\-_/&'*#@!°®™]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}]+/u, '')
  return [...plain].slice(0, maxNameLength).join('').trim() || null
}
