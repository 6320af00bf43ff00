/** What the browser says of its connection; all of it unknown on iPhones. */
export interface LinkHints {
  readonly saveData: boolean
  /** False where the browser calls the connection slow; null where it says nothing. */
  readonly fast: boolean | null
}

export type LinkMeter = ReturnType<typeof makeLinkMeter>

const bytesPerSecondOf = (kilobits: number): number => (kilobits * 1000) / 8
/** Below it one upload after the other: two halves are worth less than one whole. */
const weak = bytesPerSecondOf(300)
const strong = bytesPerSecondOf(4_000)
/** An original of 4 MB in some 20 seconds. */
const goodForOriginals = bytesPerSecondOf(1_500)
/** A connection changes as its owner drives on. */
const forgottenAfterMs = 5 * 60_000

/** Measures the connection by what really arrived, over all uploads together. */
export const makeLinkMeter = (nowMs: () => number) => {
  let bytes = 0
  let busyMs = 0
  let under = 0
  let underBytes = 0
  let countedAtMs = 0
  let heardAtMs: number | null = null
  /** Of the bytes under way those that, at the measured rate, have not arrived yet; and when that was reckoned. */
  let ahead = 0
  let aheadAtMs = 0

  const count = (): void => {
    const now = nowMs()
    if (under > 0) busyMs += Math.max(0, now - countedAtMs)
    countedAtMs = now
  }
  const rate = (): number | null =>
    heardAtMs === null || nowMs() - heardAtMs > forgottenAfterMs || busyMs <= 0 ? null : (bytes / busyMs) * 1000

  const drain = (): void => {
    const now = nowMs()
    ahead = Math.max(0, ahead - ((rate() ?? 0) * Math.max(0, now - aheadAtMs)) / 1000)
    aheadAtMs = now
  }

  return {
    /** Bytes per second; null while unknown. */
    rate,
    begin: (bodyBytes: number): void => {
      count()
      drain()
      under += 1
      underBytes += bodyBytes
      ahead += bodyBytes
    },
    /** After how long, by the measure so far, all that is under way will have arrived; null while nothing was measured. */
    clearInMs: (): number | null => {
      drain()
      const now = rate()
      return now === null ? null : (ahead / now) * 1000
    },
    end: (bodyBytes: number, arrivedBytes: number): void => {
      count()
      drain()
      under -= 1
      underBytes -= bodyBytes
      ahead = Math.min(ahead, underBytes)
      bytes += arrivedBytes
      if (arrivedBytes > 0) heardAtMs = nowMs()
      // the last megabyte or so counts, what was longer ago fades
      if (bytes > 1_500_000 || busyMs > 30_000) {
        bytes *= 0.7
        busyMs *= 0.7
      }
    },
    forget: (): void => {
      bytes = 0
      busyMs = 0
      heardAtMs = null
    },
    /** How many uploads at a time. */
    lanes: ({ fast }: LinkHints): number => {
      const now = rate()
      if (now === null) return fast === false ? 1 : 2
      return now < weak ? 1 : now < strong ? 2 : 3
    },
    /** Whether originals go by themselves. Where nothing is known the first one is the measure. */
    takesOriginals: ({ saveData, fast }: LinkHints): boolean => {
      if (saveData) return false
      const now = rate()
      return now === null ? fast !== false : now >= goodForOriginals
    },
  }
}
