import { metresBetween } from '../../server/domain/distance.ts'
import type { Position } from '../../server/hazards/wire.ts'
import { serverClockOffsetMs } from '../server-clock.ts'

/** A position as the device measured it, by the server's clock. */
export type Fix = Position & { readonly source: 'device'; readonly accuracyMetres: number }

/** Why there is none: refused by its owner, not to be had here, not found in time, or the page came without HTTPS. */
export type WhyNoFix = 'refused' | 'unavailable' | 'too-slow' | 'not-secure'

/** So long a person may stand at one place: within it the more accurate fix counts, beyond it the newer one. */
const sameVisitMs = 2 * 60_000
/** A fix worse than this is shown as doubtful. */
export const doubtfulMetres = 30

/** Farther apart than both could be wrong: the device has moved, and the old place is no place of the next photo. */
const hasMoved = (older: Fix, newer: Fix): boolean =>
  metresBetween([older.longitude, older.latitude], [newer.longitude, newer.latitude]) >
  older.accuracyMetres + newer.accuracyMetres

export const betterFix = (a: Fix | null, b: Fix | null): Fix | null => {
  if (a === null || b === null) return a ?? b
  const [older, newer] = a.at <= b.at ? [a, b] : [b, a]
  if (Date.parse(newer.at) - Date.parse(older.at) > sameVisitMs || hasMoved(older, newer)) return newer
  return older.accuracyMetres < newer.accuracyMetres ? older : newer
}

/** Seven decimals are a centimetre; more would pretend. */
const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7

interface Measured {
  readonly coords: Pick<GeolocationCoordinates, 'longitude' | 'latitude' | 'accuracy'>
  readonly timestamp: number
}

export const fixFrom = ({ coords, timestamp }: Measured): Fix => ({
  longitude: rounded(coords.longitude),
  latitude: rounded(coords.latitude),
  accuracyMetres: Math.round(coords.accuracy * 10) / 10,
  source: 'device',
  at: new Date(timestamp + serverClockOffsetMs()).toISOString(),
})

const faultFrom = ({ code }: GeolocationPositionError): WhyNoFix =>
  code === 1 ? 'refused' : code === 3 ? 'too-slow' : 'unavailable'

// typed as always there, but a page without HTTPS or an old device may not have it
const geolocation = (): Geolocation | null =>
  typeof navigator === 'undefined' || !('geolocation' in navigator) ? null : navigator.geolocation

/** Follows the device until told to stop. Asks its owner for leave, so it begins only when a photo is about to be taken. */
export const watchFix = (onFix: (fix: Fix) => void, onFault: (why: WhyNoFix) => void): (() => void) => {
  const device = geolocation()
  if (device === null || !window.isSecureContext) {
    onFault(device === null ? 'unavailable' : 'not-secure')
    return () => undefined
  }
  const watch = device.watchPosition(
    (position) => onFix(fixFrom(position)),
    (error) => onFault(faultFrom(error)),
    { enableHighAccuracy: true, maximumAge: 5_000, timeout: 20_000 },
  )
  return () => device.clearWatch(watch)
}

/** Whether the device's owner lets this page know where it is; `prompt` where that is not decided or cannot be known. */
export const leaveToLocate = async (): Promise<PermissionState> => {
  try {
    return (await navigator.permissions.query({ name: 'geolocation' })).state
  } catch {
    return 'prompt'
  }
}

export interface FixSearch {
  /** The best so far, waiting a little for the first one; then the device rests. */
  settle: () => Promise<{ fix: Fix | null; why: WhyNoFix | null }>
  stop: () => void
}

const waitForFirstMs = 6_000
/** While its owner is still being asked for leave, the question must not be outrun. */
const waitForLeaveMs = 45_000
/** The camera may stay open for long; nobody needs the device to search for ever. */
const searchForMs = 5 * 60_000

/**
 * Searches from the moment the camera opens until the photo is back: the file input returns only after the shutter,
 * so the fix nearest to it is one of those heard meanwhile.
 */
export const beginFix = (): FixSearch => {
  let best: Fix | null = null
  let why: WhyNoFix | null = null
  let heard: () => void = () => undefined
  const first = new Promise<void>((resolve) => {
    heard = resolve
  })
  const stopWatching = watchFix(
    (fix) => {
      best = betterFix(best, fix)
      why = null
      heard()
    },
    (fault) => {
      if (best === null) why = fault
      // "too slow" may still be followed by a fix; the other faults will not
      if (fault !== 'too-slow') heard()
    },
  )
  const atLast = setTimeout(stopWatching, searchForMs)
  const stop = (): void => {
    clearTimeout(atLast)
    stopWatching()
  }
  return {
    stop,
    settle: async () => {
      const waitMs = (await leaveToLocate()) === 'prompt' ? waitForLeaveMs : waitForFirstMs
      const patience = new Promise<void>((resolve) => setTimeout(resolve, waitMs))
      await Promise.race([first, patience])
      stop()
      return { fix: best, why: best === null ? (why ?? 'too-slow') : null }
    },
  }
}
