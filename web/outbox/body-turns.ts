import type { LinkMeter } from './link-meter.ts'

/** To a photo that is ready to go while nothing may be sent: nothing of it went, and nothing of it failed. */
export class NotNow extends Error {
  constructor() {
    super('not now')
    this.name = 'not-now'
  }
}

/** The body of one request, as whoever sends it tells of it. */
export interface BodyOnLine {
  /** The browser has handed its last byte to the network. */
  readonly handedOver: () => void
  /** The answer is there, or will not come; of its bytes so many are known to have arrived. */
  readonly ended: (arrivedBytes: number) => void
}

interface Waiting {
  readonly bytes: number
  readonly mayGo: () => boolean
  readonly go: (body: BodyOnLine) => void
  readonly turnAway: (why: NotNow) => void
}

/**
 * The way there, a connection of its own, the answer, and what the measure is off by: the next body begins so long before
 * the last is reckoned to be through. It costs little where it is too long, and an idle line where it is too short.
 */
const leadMs = 1_500
/** What is reckoned is no more exact than that. */
const soonestMs = 20

/**
 * Whose bytes are on the line. As many bodies at a time as the line is good for; the one after them begins when their
 * last bytes are about to arrive, so that the line is not idle while an answer is waited for, nor shared on a weak one.
 */
export const makeBodyTurns = (meter: LinkMeter, changed: () => void) => {
  let waiting: Waiting[] = []
  const onLine = new Set<{ handedOver: boolean }>()
  let open = false

  const begin = ({ bytes, go }: Waiting): void => {
    const body = { handedOver: false }
    onLine.add(body)
    meter.begin(bytes)
    go({
      handedOver: () => {
        body.handedOver = true
        changed()
      },
      ended: (arrivedBytes) => {
        if (onLine.delete(body)) meter.end(bytes, arrivedBytes)
        changed()
      },
    })
  }
  const oneIsOut = (): boolean => [...onLine].some(({ handedOver }) => handedOver)

  return {
    /** Resolves when these bytes may go; rejects with NotNow where they may not. */
    take: (bytes: number, mayGo: () => boolean): Promise<BodyOnLine> =>
      new Promise((go, turnAway) => {
        if (!open) return turnAway(new NotNow())
        waiting.push({ bytes, mayGo, go, turnAway })
        changed()
      }),
    /** Lets in whom there is room for. Answers after how many milliseconds there may be more; null: an event will tell. */
    admit: (lanes: number): number | null => {
      open = true
      for (const { mayGo, turnAway } of waiting) if (!mayGo()) turnAway(new NotNow())
      waiting = waiting.filter(({ mayGo }) => mayGo())
      for (;;) {
        const [next] = waiting
        if (next === undefined) return null
        if (onLine.size >= lanes) {
          const clearMs = meter.clearInMs()
          if (onLine.size > lanes || !oneIsOut() || clearMs === null) return null
          if (clearMs > leadMs) return Math.max(soonestMs, Math.ceil(clearMs - leadMs))
        }
        waiting.shift()
        begin(next)
      }
    },
    /** Nothing more goes until `admit` is called again; what is on the line stays there. */
    shut: (): void => {
      open = false
      for (const { turnAway } of waiting) turnAway(new NotNow())
      waiting = []
    },
  }
}
