import { ApiProblem, NoAnswer } from '../api-problem.ts'

/** What an answer that is not good means for what was sent. Nothing is ever given up but by its author. */
export type Verdict =
  /** To be tried again by itself. */
  | {
      readonly kind: 'again'
      readonly cause: 'no-answer' | 'busy' | 'full' | 'broken'
      readonly afterMs: number | null
    }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'conflict'; readonly presentVersion: number | null }
  /** Something lies under this id that is not the same: perhaps this very act, carried in by another way. */
  | { readonly kind: 'under-same-id' }
  /** Photos that had been received are there no more. */
  | { readonly kind: 'photos-missing' }
  | { readonly kind: 'hash-mismatch' }
  | { readonly kind: 'refused' }

export const presentVersionIn = (present: unknown): number | null => {
  if (typeof present !== 'object' || present === null) return null
  const version: unknown = Reflect.get(present, 'version')
  return typeof version === 'number' && Number.isInteger(version) ? version : null
}

const again = (cause: 'no-answer' | 'busy' | 'full' | 'broken', afterMs: number | null = null): Verdict => ({
  ...{ kind: 'again', cause, afterMs },
})

export const judgeAnswer = (error: unknown): Verdict => {
  if (error instanceof NoAnswer) return again('no-answer')
  if (!(error instanceof ApiProblem)) return again('broken')
  const { code, status, present, retryAfterSeconds } = error
  const afterMs = retryAfterSeconds === null ? null : retryAfterSeconds * 1000
  if (status === 401 || code === 'must-change-password') return { kind: 'signed-out' }
  if (status === 507) return again('full', afterMs)
  if (status >= 500 || status === 429 || status === 408) return again('busy', afterMs)
  // a proxy or a hotspot's own page answered, not our server
  if (code === 'unreadable' || code === 'wrong-origin') return again('no-answer')
  if (code === 'changed-meanwhile' || code === 'does-not-fit')
    return { kind: 'conflict', presentVersion: presentVersionIn(present) }
  if (code === 'other-content') return { kind: 'under-same-id' }
  if (code === 'no-such-photo') return { kind: 'photos-missing' }
  if (code === 'hash-mismatch') return { kind: 'hash-mismatch' }
  if (code === 'offset-mismatch') return again('broken')
  return { kind: 'refused' }
}
