import { makeBodyTurns, NotNow } from './body-turns.ts'
import type { Standstill } from './entry.ts'
import { judgeAnswer } from './judge-answer.ts'
import { isDone, type KeptEntry, type OutboxStore, photosOf } from './kept.ts'
import type { Ledger } from './ledger.ts'
import { type LinkHints, makeLinkMeter } from './link-meter.ts'
import { type Job, nextJobs } from './next-jobs.ts'
import { makePatience } from './patience.ts'
import { sendPart } from './send-part.ts'
import { sendRecord } from './send-record.ts'
import { tellGivenUp } from './tell-given-up.ts'
import type { Wire } from './wire-port.ts'

/** What the sender needs of the world; tests give it one of their own. */
export interface SenderTools {
  readonly personId: string
  readonly store: OutboxStore
  readonly ledger: Ledger
  readonly wire: Wire
  readonly makeCopy: (entry: KeptEntry, photoId: string) => Promise<void>
  readonly clock: {
    readonly nowMs: () => number
    readonly offsetMs: () => number | null
    /** A stopwatch: what is waited for must not take years because the calendar clock was set. */
    readonly runningMs: () => number
  }
  /** Calls once after so long, unless taken back. */
  readonly after: (ms: number, act: () => void) => () => void
  readonly random: () => number
  /** Runs while no other tab sends for this person; false where one does. */
  readonly alone: (act: () => Promise<void>) => Promise<boolean>
  readonly isOnline: () => boolean
  readonly link: () => LinkHints
  readonly hash: (bytes: Uint8Array<ArrayBuffer>) => Promise<string>
  readonly sentence: (error: unknown) => string
  /** The record, or the last of its photos, has arrived. */
  readonly arrived: (hazardId: string) => void
  readonly tellTabs: () => void
}

export type Sender = ReturnType<typeof makeSender>

const recordsAtOnce = 4
/** Photos read and asked about while others are on the line, so that each can go the moment there is room. */
const readyAhead = 2
const sureOfPersonMs = 60_000
/** An entry stays to be seen for a while after all of it was received. */
const lingerMs = 2 * 60_000
const lookAgainMs = 20_000

/** Sends what waits, in order, as long as there is something to send and somebody to send it to. */
export const makeSender = (tools: SenderTools) => {
  const { ledger, clock, personId } = tools
  const meter = makeLinkMeter(clock.runningMs)
  const patience = makePatience(clock.runningMs, tools.random)
  const active = new Map<string, { readonly job: Job; readonly done: Promise<void> }>()
  let running = false
  let again = false
  let ended = false
  let originalsWanted = false
  let doubted = false
  /** Another tab has been sending: what is known here is older than what it did. */
  let outdated = false
  let halted: Standstill | null = null
  let sureUntilMs = 0
  let nudge: () => void = () => undefined
  let takeBackTimer: () => void = () => undefined
  const turns = makeBodyTurns(meter, () => nudge())

  const stand = (why: Standstill | null): void => {
    if (halted === why) return
    halted = why
    ledger.changed()
  }

  /** Cookies belong to the browser, not to this page: somebody else may have signed in beside it. */
  const isStillThem = async (): Promise<boolean> => {
    if (clock.runningMs() < sureUntilMs) return true
    const who = await tools.wire.whoIsAsked()
    if (who !== personId) {
      stand(who === null ? 'signed-out' : 'somebody-else')
      return false
    }
    sureUntilMs = clock.runningMs() + sureOfPersonMs
    return true
  }

  const failed = (job: Job, error: unknown): void => {
    const verdict = judgeAnswer(error)
    if (verdict.kind === 'signed-out') {
      sureUntilMs = 0
      stand('signed-out')
    } else patience.failed(job, verdict.kind === 'again' ? verdict : null)
  }

  const isShut = (): boolean => ended || doubted || halted === 'signed-out' || halted === 'somebody-else'
  /** Between a photo's being ready and its turn much may have happened. */
  const mayGoOn = (job: Job) => (): boolean => !isShut() && tools.isOnline() && patience.allows(job)

  const doJob = async (job: Job): Promise<void> => {
    const entry = ledger.find(job.entryId)
    if (entry === null) return
    const end = ledger.begin(job.entryId)
    try {
      if (job.lane === 'copy') await tools.makeCopy(entry, job.photo.id)
      else if (job.lane === 'record') await sendRecord(tools, entry)
      else if (job.lane === 'give-up') await tellGivenUp(tools, entry, job.photo.id)
      else
        await sendPart(tools, entry, job, {
          again: patience.isRepeat(job) || !ledger.isFresh(entry.id),
          turn: (bytes) => turns.take(bytes, mayGoOn(job)),
        })
      patience.went(job)
      if (halted === 'no-answer' || halted === 'server-full') stand(null)
    } catch (error) {
      if (!(error instanceof NotNow)) failed(job, error)
    } finally {
      end()
      tools.tellTabs()
    }
  }

  const start = (job: Job): void => {
    const done = doJob(job).finally(() => {
      active.delete(job.key)
    })
    active.set(job.key, { job, done })
  }

  const underWay = (lane: Job['lane']): Job[] =>
    [...active.values()].flatMap(({ job }) => (job.lane === lane ? [job] : []))

  /** Records go before bytes: while some wait photos have a lane less, on a weak link none. */
  const lanesNow = (jobs: readonly Job[]): number => {
    const recordsWait = jobs.some((job) => job.lane === 'record' && !active.has(job.key) && patience.allows(job))
    return meter.lanes(tools.link()) - (recordsWait ? 1 : 0)
  }

  /** The same bytes never twice at a time; originals only where the connection is good. */
  const mayStart = (job: Job, jobs: readonly Job[]): boolean => {
    if (active.has(job.key) || !patience.allows(job)) return false
    if (job.lane === 'copy') return underWay('copy').length === 0
    if (!tools.isOnline()) return false
    if (job.lane !== 'part') return underWay(job.lane).length < recordsAtOnce
    if (underWay('part').some((other) => other.lane === 'part' && other.sha256 === job.sha256)) return false
    const hints = tools.link()
    if (job.canWait && !originalsWanted && !meter.takesOriginals(hints)) return false
    const lanes = lanesNow(jobs)
    if (lanes === 0) return false
    const atOnce = job.canWait && meter.rate() === null ? 1 : lanes + readyAhead
    return underWay('part').length < atOnce
  }

  /** Answers after how many milliseconds there may be room for more; null where an event will tell. */
  const startWhatMay = (): number | null => {
    const jobs = nextJobs(ledger.kept())
    for (const job of jobs) {
      if (mayStart(job, jobs)) start(job)
    }
    if (!jobs.some((job) => job.lane === 'part' && job.canWait)) originalsWanted = false
    return turns.admit(lanesNow(jobs))
  }

  const clearAway = async (): Promise<void> => {
    for (const entry of ledger.kept().filter(isDone)) {
      const { id, facts, progress } = entry
      if (progress.doneAtMs === null || Math.abs(clock.nowMs() - progress.doneAtMs) < lingerMs) continue
      const { leftVersion, doneAtMs } = progress
      const receipt = { id, hazardId: facts.what.hazardId, atMs: doneAtMs, photos: photosOf(entry).length, leftVersion }
      await tools.store.remove(id, receipt)
      ledger.remove(id, receipt)
      tools.tellTabs()
    }
  }

  const readAnew = async (): Promise<void> => {
    const asOf = ledger.moment()
    ledger.load(await tools.store.load(), asOf)
    outdated = false
  }

  const round = async (): Promise<void> => {
    doubted = false
    if (outdated) await readAnew()
    await clearAway()
    if (nextJobs(ledger.kept()).some(({ lane }) => lane !== 'copy') && tools.isOnline()) {
      try {
        if (!(await isStillThem())) return
      } catch (error) {
        if (judgeAnswer(error).kind === 'signed-out') return stand('signed-out')
        patience.noAnswer()
      }
    }
    while (!isShut()) {
      const nudged = new Promise<void>((resolve) => {
        nudge = resolve
      })
      const moreInMs = startWhatMay()
      if (active.size === 0) break
      const takeBack = moreInMs === null ? null : tools.after(moreInMs, () => nudge())
      await Promise.race([nudged, ...[...active.values()].map(({ done }) => done)])
      takeBack?.()
    }
    turns.shut()
    await Promise.all([...active.values()].map(({ done }) => done))
    await clearAway()
  }

  const setTimer = (ms: number): void => {
    takeBackTimer()
    takeBackTimer = tools.after(ms, () => wake('gently'))
  }

  const run = async (): Promise<void> => {
    let wasAlone = true
    // an event that lands inside a run starts another one; it is never lost
    while (again && wasAlone && !ended) {
      again = false
      wasAlone = await tools.alone(round)
      if (wasAlone) continue
      ledger.noneIsFresh()
      outdated = true
    }
    if (ended) return
    stand(halted === 'signed-out' || halted === 'somebody-else' ? halted : patience.standstill())
    if (ledger.kept().length === 0) return
    setTimer(wasAlone ? (patience.nextAfterMs() ?? lookAgainMs) : lookAgainMs)
  }

  const wake = (how: 'gently' | 'afresh'): void => {
    if (ended) return
    if (how === 'afresh') {
      patience.forget()
      if (halted === 'signed-out' || halted === 'somebody-else') {
        sureUntilMs = 0
        halted = null
      }
    }
    again = true
    nudge()
    if (running) return
    running = true
    void run()
      .catch(() => setTimer(lookAgainMs))
      .finally(() => {
        running = false
        if (again && !ended && halted === null) setTimer(0)
      })
  }

  return {
    wake,
    wantOriginals: (): void => {
      originalsWanted = true
      wake('afresh')
    },
    standstill: (): Standstill | null => halted,
    /** Another connection than the one measured. */
    linkChanged: (): void => {
      meter.forget()
      wake('afresh')
    },
    /** For ever: this person is signed in here no more. */
    end: (): void => {
      ended = true
      takeBackTimer()
      nudge()
    },
    /** Somebody signed out or in beside this page: whoever it is must be asked before anything more is sent. */
    doubt: (): void => {
      sureUntilMs = 0
      doubted = true
      wake('gently')
    },
  }
}
