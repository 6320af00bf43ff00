import { atShutter } from '../capture/position-choice.ts'
import type { Fix } from '../photos/device-position.ts'
import { serverClockOffsetMs } from '../server-clock.ts'

/**
 * Of a watch that is running: the last fix it heard, as the capture page takes it at its shutter, which is by the
 * device's own clock. A device at rest tells nothing new, least of all to one that asks afresh.
 */
export const fixAtShutter = (known: Fix | null, takenAtMs: number): Fix | null =>
  known !== null && atShutter({ ...known, atMs: Date.parse(known.at) - serverClockOffsetMs() }, takenAtMs) !== null
    ? known
    : null
