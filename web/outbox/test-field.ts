import { ApiProblem, NoAnswer } from '../api-problem.ts'
import type { Sending } from '../photos/send-photo.ts'
import type { Frozen } from './kept.ts'
import type { Present, Wire } from './wire-port.ts'

/** For tests: a device, a network and a server in a time of their own, without a browser. */

export const problem = (status: number, code: string, present: unknown = null): ApiProblem =>
  new ApiProblem({ code, status, sentence: code, because: null, who: [], fields: [], present, retryAfterSeconds: null })

/** Time that passes only when nothing else is left to happen. */
export const makeTime = (startMs = Date.parse('2026-11-21T06:00:00.000Z')) => {
  let nowMs = startMs
  let count = 0
  const waiting: { atMs: number; order: number; act: () => void }[] = []
  const after = (ms: number, act: () => void): (() => void) => {
    const timer = { atMs: nowMs + ms, order: count++, act }
    waiting.push(timer)
    return () => {
      const index = waiting.indexOf(timer)
      if (index >= 0) waiting.splice(index, 1)
    }
  }
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 3; turn++) await new Promise<void>((resolve) => setImmediate(resolve))
  }
  return {
    nowMs: () => nowMs,
    after,
    settle,
    sleep: (ms: number) => new Promise<void>((resolve) => void after(ms, resolve)),
    /** Until it is so, or nothing more happens, or so long has passed. */
    run: async (isSo: () => boolean, longestMs = 6 * 3_600_000): Promise<void> => {
      const endMs = nowMs + longestMs
      await settle()
      while (!isSo()) {
        waiting.sort((a, b) => a.atMs - b.atMs || a.order - b.order)
        const [next] = waiting
        if (next === undefined || next.atMs > endMs) return
        waiting.shift()
        nowMs = Math.max(nowMs, next.atMs)
        next.act()
        await settle()
      }
    },
  }
}
export type Time = ReturnType<typeof makeTime>

/** Equal for equal bytes, and only for them. */
export const fakeHash = async (bytes: Uint8Array): Promise<string> => `hash-${[...bytes].join('.')}`

/** What the network does to one exchange. `cut`: so much of the body arrives; `deaf`: the server acts, its answer is lost. */
export type Fault = 'none' | 'cut' | 'deaf' | 'stall' | 'busy' | 'full' | 'hotspot'

export interface ServerTools {
  readonly time: Time
  readonly fault: (kind: 'send' | 'upload' | 'look') => Fault
  readonly personId: string
}

interface Hazard {
  version: number
  reportedBy: string
  /** Hashes of a photo's two forms, while its original is not here. */
  awaited: { id: string; original: string; copy: string }[]
  photos: string[]
}

export const msPerByte = 10

/** The server as far as the outbox knows it, holding to the same rules. */
export const makeFakeServer = ({ time, fault, personId }: ServerTools) => {
  const hazards = new Map<string, Hazard>()
  const acts = new Map<string, string>()
  const blobs = new Map<string, number>()
  const partial = new Map<string, Uint8Array>()
  /** Ids in the order in which they took effect. */
  const log: { hazardId: string; id: string; awaitedThen: number }[] = []
  /** Hashes whose answers really reached the device. */
  const answered = new Set<string>()
  /** Bodies of which bytes are moving, each at a speed of its own. */
  const onLine = { now: 0, most: 0 }
  /** Hashes of what is no photo. */
  const damaged = new Set<string>()
  const state = { bytesIn: 0, signedIn: personId as string | null, full: false, otherContent: 0 }

  const textIn = (value: object, name: string): string => {
    const text: unknown = Reflect.get(value, name)
    return typeof text === 'string' ? text : ''
  }
  const rowsIn = (value: object): object[] => {
    const rows: unknown = Reflect.get(value, 'photos')
    return Array.isArray(rows) ? rows.filter((row) => typeof row === 'object' && row !== null) : []
  }
  const isHere = (photo: object): boolean =>
    [textIn(photo, 'sha256'), textIn(photo, 'copySha256')].some((hash) => blobs.has(hash))

  const guard = (): void => {
    if (state.signedIn !== personId) throw problem(401, 'not-signed-in')
  }
  const report = (hazardId: string, body: string, photos: object[]): number => {
    const before = acts.get(hazardId)
    const known = hazards.get(hazardId)
    if (known) {
      if (before !== body) {
        state.otherContent += 1
        throw problem(409, 'other-content')
      }
      return known.version
    }
    const forms = photos.map((each) => ({
      id: textIn(each, 'id'),
      original: textIn(each, 'sha256'),
      copy: textIn(each, 'copySha256'),
    }))
    const awaited = forms.filter(({ original }) => !blobs.has(original))
    acts.set(hazardId, body)
    hazards.set(hazardId, {
      version: 1,
      reportedBy: personId,
      awaited,
      photos: photos.map((each) => textIn(each, 'id')),
    })
    log.push({ hazardId, id: hazardId, awaitedThen: 0 })
    return 1
  }
  const step = (hazardId: string, body: string, told: object, photos: object[], version: number | null): number => {
    const id = textIn(told, 'actId')
    const hazard = hazards.get(hazardId)
    const before = acts.get(id)
    if (before !== undefined) {
      if (before !== body) {
        state.otherContent += 1
        throw problem(409, 'other-content')
      }
      return hazard?.version ?? 0
    }
    if (!hazard) throw problem(404, 'not-there')
    if (version !== hazard.version) throw problem(412, 'changed-meanwhile', { version: hazard.version })
    if (!photos.every(isHere)) throw problem(422, 'no-such-photo')
    acts.set(id, body)
    hazard.version += 1
    hazard.photos.push(...photos.map((each) => textIn(each, 'id')))
    log.push({ hazardId, id, awaitedThen: hazard.awaited.filter(({ copy }) => !blobs.has(copy)).length })
    return hazard.version
  }
  const arrive = (sha256: string, size: number): void => {
    blobs.set(sha256, size)
    partial.delete(sha256)
    for (const hazard of hazards.values()) {
      // a photo that comes in changes the hazard; an original in its copy's place does not
      const comesIn = ({ original, copy }: Hazard['awaited'][number]): boolean =>
        copy === sha256 || (original === sha256 && !blobs.has(copy))
      if (hazard.awaited.some(comesIn)) hazard.version += 1
      hazard.awaited = hazard.awaited.filter(({ original }) => original !== sha256)
    }
  }

  const exchange = async <Answer>(kind: 'send' | 'upload' | 'look', act: (cut: boolean) => Promise<Answer>) => {
    const what = fault(kind)
    await time.sleep(what === 'stall' ? 10_000 : 75)
    if (what === 'hotspot') throw problem(403, 'unreadable')
    if (what === 'busy') throw problem(503, 'try-again')
    if (what === 'full' || (kind === 'upload' && state.full)) throw problem(507, 'disk-full')
    guard()
    const answer = await act(what === 'cut')
    await time.sleep(75)
    if (what === 'deaf') throw new NoAnswer(false, null)
    return answer
  }

  const wire: Wire = {
    whoIsAsked: () =>
      exchange('look', async () => state.signedIn).catch((error: unknown) => {
        if (error instanceof ApiProblem && error.status === 401) return state.signedIn
        throw error
      }),
    send: ({ path, body }: Frozen, version) =>
      exchange('send', async (cut) => {
        if (cut) throw new NoAnswer(false, null)
        const told: unknown = JSON.parse(body)
        if (typeof told !== 'object' || told === null) throw problem(400, 'malformed')
        const hazardId = path.split('/')[3] ?? ''
        const photos = rowsIn(told)
        return Reflect.has(told, 'actId') ? step(hazardId, body, told, photos, version) : report(hazardId, body, photos)
      }),
    look: (hazardId): Promise<Present> =>
      exchange('look', async (cut) => {
        if (cut) throw new NoAnswer(false, null)
        const hazard = hazards.get(hazardId)
        if (!hazard) throw problem(404, 'not-there')
        return { version: hazard.version, reportedBy: hazard.reportedBy, photoIds: hazard.photos, acts: [] }
      }),
    giveUpPhoto: (hazardId, photoId) =>
      exchange('send', async (cut) => {
        if (cut) throw new NoAnswer(false, null)
        const hazard = hazards.get(hazardId)
        const promised = hazard?.awaited.find(({ id }) => id === photoId)
        if (!hazard || !promised) throw problem(404, 'not-there')
        hazard.awaited = hazard.awaited.filter(({ id }) => id !== photoId)
        if (!blobs.has(promised.copy)) hazard.version += 1
      }),
    upload: async (blob, sha256, { again, turn }: Sending) => {
      const whole = new Uint8Array(await blob.arrayBuffer())
      const offset = again
        ? await exchange('look', async () => (blobs.has(sha256) ? null : (partial.get(sha256)?.length ?? 0)))
        : 0
      if (offset !== null) {
        const going = await turn?.(whole.length - offset)
        const arrived = (): number => (blobs.has(sha256) ? whole.length - offset : 0)
        await exchange('upload', async (cut) => {
          const rest = whole.slice(offset)
          onLine.now += 1
          onLine.most = Math.max(onLine.most, onLine.now)
          await time.sleep(rest.length * msPerByte)
          onLine.now -= 1
          going?.handedOver()
          const here = [
            ...(partial.get(sha256) ?? []).slice(0, offset),
            ...(cut ? rest.slice(0, rest.length >> 1) : rest),
          ]
          state.bytesIn += here.length - offset
          if (cut) {
            partial.set(sha256, Uint8Array.from(here))
            throw new NoAnswer(false, null)
          }
          if ((await fakeHash(Uint8Array.from(here))) !== sha256) throw problem(422, 'hash-mismatch')
          if (damaged.has(sha256)) throw problem(422, 'damaged-photo')
          if (!blobs.has(sha256)) arrive(sha256, here.length)
        }).finally(() => going?.ended(arrived()))
      }
      answered.add(sha256)
      return sha256
    },
  }
  const changeBySomebodyElse = (hazardId: string): void => {
    const hazard = hazards.get(hazardId)
    if (hazard) hazard.version += 1
  }
  return { wire, damaged, hazards, acts, blobs, log, answered, state, onLine, changeBySomebodyElse }
}
