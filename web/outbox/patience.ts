import type { Standstill } from './entry.ts'
import type { Verdict } from './judge-answer.ts'
import type { Job } from './next-jobs.ts'

const firstMs = 600
/** A valley ends round the next bend: one small request so often is worth having all of it sent there. */
const longestMs = 20_000
/** One lost answer is that answer's misfortune; several in a row are the connection's. */
const inARow = 3

type Again = Extract<Verdict, { kind: 'again' }>

/** When to try again: each failed job waits for itself, twice as long each time; all wait where nothing answers. */
export const makePatience = (nowMs: () => number, random: () => number) => {
  const jobs = new Map<string, { readonly failures: number; readonly untilMs: number }>()
  let unanswered = 0
  let allUntilMs = 0
  let partsUntilMs = 0
  let fullFailures = 0

  const delayMs = (failures: number): number =>
    Math.min(longestMs, firstMs * 2 ** Math.min(failures, 10)) * (0.5 + random() / 2)

  const noAnswer = (): void => {
    unanswered += 1
    if (unanswered >= inARow) allUntilMs = nowMs() + delayMs(unanswered - inARow + 1)
  }

  return {
    noAnswer,
    allows: (job: Job): boolean => {
      const now = nowMs()
      if (job.lane !== 'copy' && now < allUntilMs) return false
      if (job.lane === 'part' && now < partsUntilMs) return false
      return now >= (jobs.get(job.key)?.untilMs ?? 0)
    },
    isRepeat: (job: Job): boolean => jobs.has(job.key),
    went: (job: Job): void => {
      jobs.delete(job.key)
      if (job.lane === 'copy') return
      unanswered = 0
      allUntilMs = 0
      if (job.lane !== 'part') return
      fullFailures = 0
      partsUntilMs = 0
    },
    failed: (job: Job, verdict: Again | null): void => {
      const failures = (jobs.get(job.key)?.failures ?? 0) + 1
      const waitMs = Math.max(delayMs(failures - 1), verdict?.afterMs ?? 0)
      jobs.set(job.key, { failures, untilMs: nowMs() + waitMs })
      if (verdict?.cause === 'no-answer') noAnswer()
      else unanswered = 0
      if (verdict?.cause === 'full') {
        fullFailures += 1
        partsUntilMs = nowMs() + Math.max(delayMs(fullFailures + 2), verdict.afterMs ?? 0)
      }
    },
    /** Somebody wants it tried now. What was tried before is still remembered as such. */
    forget: (): void => {
      unanswered = 0
      fullFailures = 0
      allUntilMs = 0
      partsUntilMs = 0
      for (const [key] of jobs) jobs.set(key, { failures: 1, untilMs: 0 })
    },
    nextAfterMs: (): number | null => {
      const now = nowMs()
      const ends = [allUntilMs, partsUntilMs, ...[...jobs.values()].map(({ untilMs }) => untilMs)]
      const ahead = ends.filter((untilMs) => untilMs > now)
      return ahead.length === 0 ? null : Math.max(50, Math.min(...ahead) - now)
    },
    standstill: (): Standstill | null => {
      const now = nowMs()
      return now < partsUntilMs ? 'server-full' : now < allUntilMs ? 'no-answer' : null
    },
  }
}
