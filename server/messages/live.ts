import type { Db } from '../../db/unit-of-work.ts'
import { Problem } from '../http/problem.ts'
import { whoIsAsking } from '../people/who-is-asking.ts'
import type { World } from '../world.ts'
import { countUnread, lastSeq, messagesAfter } from './inbox-store.ts'
import { messageOnWire } from './message-view.ts'
import { onRing, timesRung, wakeListeners } from './wake.ts'
import type { MessageOnWire } from './wire.ts'

const mostPerPerson = 8
const lookMillis = 5_000
const pageSize = 100

interface Station {
  readonly perPerson: Map<string, number>
  readonly ending: Set<() => void>
  looking: NodeJS.Timeout | null
  closed: boolean
}

const stations = new WeakMap<object, Station>()

const stationOf = ({ t }: Db): Station => {
  const station = stations.get(t) ?? { perPerson: new Map(), ending: new Set(), looking: null, closed: false }
  stations.set(t, station)
  return station
}

/** Ends every stream and lets none begin, so that a server that stops need not wait for its listeners. */
export const endStreams = (db: Db): void => {
  const station = stationOf(db)
  station.closed = true
  for (const end of [...station.ending]) end()
}

/** What another process wrote rings no bell here, so somebody looks: one glance for all listeners. */
const keepLooking = ({ db, county }: World, station: Station): void => {
  if (station.looking) return
  let seen: number | null = null
  const look = async (): Promise<void> => {
    const last = await lastSeq(db, county).catch(() => seen)
    if (seen !== null && last !== seen) wakeListeners(db.t)
    seen = last
  }
  station.looking = setInterval(() => void look(), lookMillis)
  station.looking.unref()
}

/** A seat for one stream of this person, or 429; `leave` gives it back. */
export const takeSeat = (world: World, personId: string): { ended: AbortSignal; leave: () => void } => {
  const station = stationOf(world.db)
  const taken = station.perPerson.get(personId) ?? 0
  if (station.closed) throw new Problem('try-again')
  if (taken >= mostPerPerson) throw new Problem('too-often', { retryAfterSeconds: 60 })
  station.perPerson.set(personId, taken + 1)
  const ending = new AbortController()
  const end = (): void => ending.abort()
  station.ending.add(end)
  keepLooking(world, station)
  let left = false
  const leave = (): void => {
    if (left) return
    left = true
    end()
    station.ending.delete(end)
    const rest = (station.perPerson.get(personId) ?? 1) - 1
    if (rest > 0) station.perPerson.set(personId, rest)
    else station.perPerson.delete(personId)
    if (station.ending.size > 0 || !station.looking) return
    clearInterval(station.looking)
    station.looking = null
  }
  return { ended: ending.signal, leave }
}

/** Asks whether the session of this token is still good: a stream outlives the request that opened it. */
export const sessionOf = (world: World, token: string | null) => async (): Promise<boolean> =>
  token !== null && (await whoIsAsking(world, token)) !== null

export interface Stream {
  readonly hello: (at: number, unread: number) => Promise<unknown>
  readonly say: (message: MessageOnWire) => Promise<unknown>
  readonly beat: () => Promise<unknown>
}

export interface Listening {
  readonly person: { readonly county: string; readonly id: string }
  /** The last message this listener has; null begins with what comes from now on. */
  readonly after: number | null
  readonly ended: AbortSignal
  /** Whether the session that opened the stream is still good. */
  readonly stillIn: () => Promise<boolean>
  readonly beatMillis: number
}

/**
 * Says every message of somebody in its order, from after the last one they have, until they or their session go.
 * It reads the table and then waits, never the other way round, so that nothing falls in between.
 */
export const sayLive = async (world: World, stream: Stream, listening: Listening): Promise<void> => {
  const { db } = world
  const { person, ended, stillIn, beatMillis } = listening
  const last = await lastSeq(db, person.county)
  // a register brought back from its backup counts on from there, below what its listeners have seen
  let after = Math.min(listening.after ?? last, last)
  await stream.hello(after, await countUnread(db, person.county, person.id))
  let beatAt = performance.now() + beatMillis
  while (!ended.aborted) {
    const rung = timesRung(db.t)
    const news = await messagesAfter(db, person, after, pageSize)
    if (news.length > 0 && !(await stillIn())) return
    for (const row of news) {
      if (ended.aborted) return
      await stream.say(messageOnWire(row))
      after = row.seq
    }
    if (news.length > 0) continue
    await ringOr(db, rung, Math.max(0, beatAt - performance.now()), ended)
    if (performance.now() < beatAt || ended.aborted) continue
    if (!(await stillIn())) return
    await stream.beat()
    beatAt = performance.now() + beatMillis
  }
}

const ringOr = (db: Db, rung: number, millis: number, ended: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (timesRung(db.t) !== rung || ended.aborted) return resolve()
    const done = (): void => {
      clearTimeout(timer)
      hush()
      ended.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, millis)
    const hush = onRing(db.t, done)
    ended.addEventListener('abort', done)
  })
