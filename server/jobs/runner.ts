import { keepBooks } from '../../db/unit-of-work.ts'
import { addHours, dayOf, type Instant, startOfDay } from '../domain/county-calendar.ts'
import { isReminderHour } from '../domain/reminders.ts'
import { anyDue, forgetSent } from '../hooks/delivery-store.ts'
import type { Outside } from '../hooks/outside.ts'
import { sendDeliveries, takeBack } from '../hooks/send-deliveries.ts'
import { onRing } from '../messages/wake.ts'
import { timeZoneOf } from '../people/time-zone.ts'
import { remind } from './remind.ts'
import { enqueue, finishJob, forgetDoneJobs, type JobRow, putOffJob, releaseLeases, takeJob } from './store.ts'
import type { Works } from './works.ts'

export interface RunnerOptions extends Outside {
  readonly tickMillis?: number
  /** Told of what no job foresaw; the runner goes on. */
  readonly onFault: (error: unknown, what: string) => void
  /** How many reminders share a transaction. */
  readonly remindersAtOnce?: number
}

const usualTickMillis = 20_000
const leaseHours = 10 / 60
const retryHours = 5 / 60
const keptDays = 60

/** A job of its kind; it may be done twice, and then the second time changes nothing. */
type Handler = (world: Works, options: RunnerOptions, goOn: () => boolean) => Promise<unknown>

const handlers: Readonly<Record<string, Handler>> = {
  remind: async (world, { remindersAtOnce }, goOn) => {
    // one left over from the day and found at night waits for the morning's own
    if (isReminderHour(await countyHour(world))) await remind(world, goOn, remindersAtOnce)
  },
  'forget-old': async (world) => {
    const before = addHours(world.now(), -24 * keptDays)
    await keepBooks(world.db, async (tx) => {
      await forgetDoneJobs(tx, world.county, before)
      await forgetSent(tx, world.county, before)
    })
  },
}

const countyHour = async ({ db, county, now }: Works): Promise<number> => {
  const zone = await timeZoneOf(db, county)
  const at = now()
  return Math.floor((Date.parse(at) - Date.parse(startOfDay(dayOf(at, zone), zone))) / 3_600_000)
}

/** Reminders every full hour of the county's day, for deadlines also change during the day; tidying once a day. */
const putDownJobs = async (world: Works, known: Set<string>): Promise<void> => {
  const { db, county } = world
  const hour = await countyHour(world)
  if (!isReminderHour(hour)) return
  const dueAt: Instant = world.now()
  const today = dayOf(dueAt, await timeZoneOf(db, county))
  const wanted = [
    { kind: 'remind', onceKey: `remind ${today} ${hour}` },
    { kind: 'forget-old', onceKey: `forget-old ${today}` },
  ].filter(({ onceKey }) => !known.has(onceKey))
  if (wanted.length === 0) return
  await keepBooks(db, async (tx) => {
    for (const job of wanted) await enqueue(tx, { ...job, county, id: world.newId(), body: {}, dueAt })
  })
  for (const { onceKey } of wanted) known.add(onceKey)
}

const runJob = async (world: Works, options: RunnerOptions, job: JobRow, goOn: () => boolean): Promise<void> => {
  const { db } = world
  try {
    await handlers[job.kind]?.(world, options, goOn)
    // a job cut short by the end of the server is done by the next one
    if (goOn()) await keepBooks(db, (tx) => finishJob(tx, job, world.now()))
    else await keepBooks(db, (tx) => putOffJob(tx, job, job.dueAt, null))
  } catch (error) {
    options.onFault(error, `job ${job.kind}`)
    const dueAt = addHours(world.now(), retryHours)
    await keepBooks(db, (tx) => putOffJob(tx, job, dueAt, error instanceof Error ? error.name : 'fault'))
  }
}

/**
 * Does what is due, every tick and as soon as something was said, until told to stop: jobs first, then what goes out.
 * Several processes on one PostgreSQL share the work by leases; a SQLite file has one process.
 */
export const keepWorking = (world: Works, options: RunnerOptions): (() => Promise<void>) => {
  const { db, county } = world
  const known = new Set<string>()
  let stopped = false
  let atStart = true
  const goOn = (): boolean => !stopped

  const work = async (): Promise<void> => {
    if (atStart && db.engine === 'sqlite') await keepBooks(db, (tx) => releaseLeases(tx, county))
    await takeBack(world, atStart)
    atStart = false
    await putDownJobs(world, known)
    while (goOn()) {
      const now = world.now()
      const until = addHours(now, leaseHours)
      const job = await keepBooks(db, (tx) => takeJob(tx, county, { now, until }))
      if (!job) break
      await runJob(world, options, job, goOn)
    }
  }
  const send = async (): Promise<void> => {
    while (goOn() && (await anyDue(db, county, world.now())) && (await sendDeliveries(world, options, goOn)));
  }

  const oneAtATime = (task: () => Promise<void>, what: string): (() => void) & { last: () => Promise<void> } => {
    let running: Promise<void> | null = null
    let again = false
    const run = async (): Promise<void> => {
      do {
        again = false
        await task().catch((error: unknown) => (stopped ? undefined : options.onFault(error, what)))
      } while (again && goOn())
      running = null
    }
    const start = (): void => {
      if (stopped) return
      if (running) again = true
      else running = run()
    }
    return Object.assign(start, { last: async () => running ?? undefined })
  }
  const working = oneAtATime(() => work().then(sending), 'jobs')
  const sending = oneAtATime(send, 'deliveries')
  const hushed = onRing(db.t, sending)
  const timer = setInterval(working, options.tickMillis ?? usualTickMillis)
  timer.unref()
  working()
  return async () => {
    stopped = true
    clearInterval(timer)
    hushed()
    await working.last()
    await sending.last()
  }
}
