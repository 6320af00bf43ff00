import type { FieldPosition } from '../outbox/entry.ts'
import { type FileWitness, whenTaken } from '../photos/when-taken.ts'
import { serverClockOffsetMs } from '../server-clock.ts'
import { atShutter } from './position-choice.ts'

/** A file so fresh was taken where its sender stands; an older one from the album may be from anywhere. */
const takenHereMs = 10 * 60_000

/** When a picked file was taken, by this device's clock, and where if that can honestly be said. */
export const takenFromFile = (
  witness: FileWitness,
  fix: FieldPosition | null,
  nowMs: number,
): { takenAtMs: number; position: FieldPosition | null } => {
  const { capturedAt, position } = whenTaken(witness, null, nowMs)
  const takenAtMs = Date.parse(capturedAt) - serverClockOffsetMs()
  const here = nowMs - takenAtMs <= takenHereMs ? atShutter(fix, nowMs) : null
  if (here !== null || position === null) return { takenAtMs, position: here }
  const { longitude, latitude, accuracyMetres, source } = position
  return { takenAtMs, position: { longitude, latitude, accuracyMetres, source, atMs: takenAtMs } }
}
