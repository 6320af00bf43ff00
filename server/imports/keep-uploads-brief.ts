import type { World } from '../world.ts'

const sweepMillis = 10 * 60_000

/** Lets go of uploads whose hour is over, now and every ten minutes; answers how to stop. */
export const keepUploadsBrief = ({ uploads, now }: World, onFault: (error: unknown) => void): (() => void) => {
  const sweep = (): void => {
    uploads.sweep(now()).catch(onFault)
  }
  sweep()
  const timer = setInterval(sweep, sweepMillis)
  timer.unref()
  return () => clearInterval(timer)
}
