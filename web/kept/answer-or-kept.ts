import { ApiProblem, NoAnswer } from '../api-problem.ts'
import type { Kept } from './field-shelf.ts'

export interface Asking {
  readonly ask: () => Promise<unknown>
  readonly kept: () => Promise<Kept | null>
  /** How long the link may stay silent before the kept answer is shown in the meantime. */
  readonly patienceMs: number
  /** What the server said: to be kept. */
  readonly onFresh: (answer: unknown) => void
  /** The link was silent for so long that the kept answer is shown. */
  readonly onSilent: () => void
  /** The server's answer came after all, when the kept one was shown already. */
  readonly onLate: (answer: unknown) => void
  /** The server says that this is not there, or not for this person: nothing of it may stay. */
  readonly onGone: () => void
}

export interface Answered {
  readonly value: unknown
  /** When the server said so; null when it did just now. */
  readonly keptAtMs: number | null
}

const silence = Symbol('silence')

/** No answer at all, or that of a broken house or of something in front of it. */
const isNoAnswer = (fault: unknown): boolean =>
  fault instanceof NoAnswer || (fault instanceof ApiProblem && fault.status >= 500)

const isGone = (fault: unknown): boolean =>
  fault instanceof ApiProblem && (fault.code === 'not-there' || fault.code === 'not-yours')

/**
 * The server's answer where it comes in time, else the one kept from before. Without a kept one the server is waited
 * for as long as it takes; what the server refuses is refused, whatever is kept.
 */
export const answerOrKept = async (asking: Asking): Promise<Answered> => {
  const { ask, kept, patienceMs, onFresh, onSilent, onLate, onGone } = asking
  const asked = ask()
  let shownFromKept = false
  asked.then(
    (answer) => {
      onFresh(answer)
      if (shownFromKept) onLate(answer)
    },
    (fault: unknown) => {
      if (isGone(fault)) onGone()
    },
  )
  const former = kept()
  try {
    const first = await Promise.race([asked, silenceAfter(patienceMs)])
    if (first !== silence) return { value: first, keptAtMs: null }
  } catch (fault) {
    const found = isNoAnswer(fault) ? await former : null
    if (found === null) throw fault
    return found
  }
  const found = await former
  if (found === null) return { value: await asked, keptAtMs: null }
  shownFromKept = true
  onSilent()
  return found
}

const silenceAfter = (patienceMs: number): Promise<typeof silence> =>
  new Promise((resolve) => setTimeout(() => resolve(silence), patienceMs))
