import type { Instant } from '../../server/domain/county-calendar.ts'
import type { Position } from '../../server/hazards/wire.ts'
import { serverClockOffsetMs } from '../server-clock.ts'
import { cameraTimeMs } from './camera-time.ts'
import type { Fix } from './device-position.ts'

/** What the file itself says, by the clock of the device that wrote it. */
export interface FileWitness {
  readonly exifAtMs: number | null
  readonly lastModifiedMs: number
  readonly lngLat: readonly [number, number] | null
}

/** A photo so fresh was taken where its sender stands; an older one from the album may be from anywhere. */
const takenHereMs = 10 * 60_000
const clockSlackMs = 60_000

/**
 * When a photo was taken, and where if that can honestly be said: by the device's fix for a fresh one,
 * by what the camera wrote for an older one, else nowhere. `nowMs` and the witness share the device's clock.
 */
export const whenTaken = (
  witness: FileWitness,
  fix: Fix | null,
  nowMs: number,
): { capturedAt: Instant; position: Position | null } => {
  const believable = [witness.exifAtMs, witness.lastModifiedMs].find(
    (atMs) => atMs !== null && atMs > 0 && atMs <= nowMs + clockSlackMs,
  )
  const takenMs = Math.min(believable ?? nowMs, nowMs)
  const capturedAt = new Date(takenMs + serverClockOffsetMs()).toISOString()
  if (nowMs - takenMs <= takenHereMs && fix !== null) return { capturedAt, position: fix }
  if (witness.lngLat === null) return { capturedAt, position: null }
  const [longitude, latitude] = witness.lngLat
  return { capturedAt, position: { longitude, latitude, accuracyMetres: null, source: 'exif', at: capturedAt } }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What a camera wrote about one photo, as far as it can be believed. */
export interface CameraNotes {
  readonly exifAtMs: number | null
  readonly lngLat: readonly [number, number] | null
  readonly make: string
  readonly model: string
  /** How the picture lies, 1 to 8 as EXIF counts. */
  readonly orientation: number
}

const noNotes: CameraNotes = { exifAtMs: null, lngLat: null, make: '', model: '', orientation: 1 }

const gps = ['GPSLatitude', 'GPSLatitudeRef', 'GPSLongitude', 'GPSLongitudeRef']
const clock = ['DateTimeOriginal', 'CreateDate', 'OffsetTimeOriginal', 'OffsetTime']
const pick = [...clock, ...gps, 'Make', 'Model', 'Orientation']

/** Exactly 0, 0 is what cameras write before they have a fix. */
const isPlace = (lng: unknown, lat: unknown): boolean =>
  typeof lng === 'number' &&
  typeof lat === 'number' &&
  Math.abs(lng) <= 180 &&
  Math.abs(lat) <= 90 &&
  (lng || lat) !== 0

const offsetIn = (text: string): string => (/^[+-]\d\d:\d\d$/.test(text.trim()) ? text.trim() : '')

/** The camera's notes in a photo; what is missing, broken or odd is simply not noted. `zone` is the county's. */
export const cameraNotes = async (photo: Blob | ArrayBuffer, zone: string): Promise<CameraNotes> => {
  try {
    const { default: exifr } = await import('exifr')
    const told: unknown = await exifr.parse(photo, { pick, reviveValues: false, translateValues: false })
    if (typeof told !== 'object' || told === null) return noNotes
    const field = (name: string): unknown => Reflect.get(told, name)
    const time = (textOf(field('DateTimeOriginal')) || textOf(field('CreateDate'))).trim().replace(/\.\d+$/, '')
    const offset = offsetIn(textOf(field('OffsetTimeOriginal')) || textOf(field('OffsetTime')))
    const exifAtMs = cameraTimeMs(`${time}${offset}`, zone)
    const [lng, lat, turn] = [field('longitude'), field('latitude'), field('Orientation')]
    return {
      exifAtMs: Number.isNaN(exifAtMs) ? null : exifAtMs,
      lngLat: isPlace(lng, lat) ? [Number(lng), Number(lat)] : null,
      make: textOf(field('Make')).trim().slice(0, 64),
      model: textOf(field('Model')).trim().slice(0, 64),
      orientation: typeof turn === 'number' && turn >= 1 && turn <= 8 ? turn : 1,
    }
  } catch {
    return noNotes
  }
}

/** Reads the witness in a file. `zone` is the county's. */
export const witnessOf = async (file: File, zone: string): Promise<FileWitness> => {
  const { exifAtMs, lngLat } = await cameraNotes(file, zone)
  return { exifAtMs, lastModifiedMs: file.lastModified, lngLat }
}
