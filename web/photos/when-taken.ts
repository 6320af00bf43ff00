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

/** Reads the witness in a file; what cannot be read is simply not testified. `zone` is the county's. */
export const witnessOf = async (file: File, zone: string): Promise<FileWitness> => {
  const silent: FileWitness = { exifAtMs: null, lastModifiedMs: file.lastModified, lngLat: null }
  try {
    const { default: exifr } = await import('exifr')
    const gps = ['GPSLatitude', 'GPSLatitudeRef', 'GPSLongitude', 'GPSLongitudeRef']
    const pick = ['DateTimeOriginal', 'CreateDate', 'OffsetTimeOriginal', 'OffsetTime', ...gps]
    const told: unknown = await exifr.parse(file, { pick, reviveValues: false })
    if (typeof told !== 'object' || told === null) return silent
    const field = (name: string): unknown => Reflect.get(told, name)
    const time = textOf(field('DateTimeOriginal')) || textOf(field('CreateDate'))
    const exifAtMs = cameraTimeMs(`${time}${textOf(field('OffsetTimeOriginal')) || textOf(field('OffsetTime'))}`, zone)
    const [lng, lat] = [field('longitude'), field('latitude')]
    const placed = typeof lng === 'number' && typeof lat === 'number' && Number.isFinite(lng) && Number.isFinite(lat)
    return {
      ...silent,
      exifAtMs: Number.isNaN(exifAtMs) ? null : exifAtMs,
      lngLat: placed ? [lng, lat] : null,
    }
  } catch {
    return silent
  }
}
