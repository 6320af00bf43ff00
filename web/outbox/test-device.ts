import type { Outbox } from './entry.ts'
import { keepCopy } from './keep-copy.ts'
import { makeLedger } from './ledger.ts'
import type { LinkHints } from './link-meter.ts'
import { makeOutbox } from './outbox.ts'
import { makeSender } from './sender.ts'
import { makeFakeDisk } from './test-disk.ts'
import { type Fault, fakeHash, makeFakeServer, makeTime } from './test-field.ts'

export const personId = 'squad1'

interface Page {
  readonly outbox: Outbox
  /** As a killed browser ends: nothing of it is heard or written any more. */
  kill(): void
}

interface Change {
  readonly fault?: (kind: 'send' | 'upload' | 'look') => Fault
  readonly random?: () => number
  readonly offsetMs?: () => number | null
  /** How far the device's calendar clock is ahead; its stopwatch goes on as ever. */
  readonly calendarAheadMs?: () => number
  readonly link?: LinkHints
}

/** For tests: a phone with its disk, on which pages are opened and killed, and the server far away. */
export const makeDevice = (change: Change = {}) => {
  const time = makeTime()
  const server = makeFakeServer({ time, personId, fault: change.fault ?? (() => 'none') })
  const disk = makeFakeDisk(server.answered)
  const arrived: string[] = []
  const network = { online: true }
  let holder: object | null = null

  const open = (): Page => {
    const me = {}
    let killed = false
    const hold = disk.openStore()
    const ledger = makeLedger(time.nowMs)
    const never = new Promise<never>(() => undefined)
    const heard = async <Answer>(asked: Promise<Answer>): Promise<Answer> => {
      try {
        const answer = await asked
        return killed ? never : answer
      } catch (error) {
        if (killed) return never
        throw error
      }
    }
    const { wire } = server
    const outbox = makeOutbox({
      ledger,
      openStore: async () => ({ store: hold.store, encrypts: true }),
      startSender: (store) => {
        const sender = makeSender({
          ...{ personId, store, ledger, hash: fakeHash, sentence: String, tellTabs: () => undefined },
          wire: {
            whoIsAsked: () => heard(wire.whoIsAsked()),
            send: (...asked) => heard(wire.send(...asked)),
            look: (id) => heard(wire.look(id)),
            upload: (...asked) => heard(wire.upload(...asked)),
            giveUpPhoto: (...asked) => heard(wire.giveUpPhoto(...asked)),
          },
          makeCopy: (entry, photoId) =>
            keepCopy(
              { store, ledger, hash: fakeHash },
              async (original) => (original.size > 8 ? original.slice(0, 4) : null),
              entry,
              photoId,
            ),
          clock: {
            ...{ offsetMs: change.offsetMs ?? (() => 0), runningMs: time.nowMs },
            nowMs: () => time.nowMs() + (change.calendarAheadMs?.() ?? 0),
          },
          after: (ms, act) => time.after(ms, () => (killed ? undefined : act())),
          random: change.random ?? (() => 0.5),
          alone: async (act) => {
            if (holder !== null && holder !== me) return false
            holder = me
            await act()
            if (holder === me) holder = null
            return true
          },
          isOnline: () => network.online,
          link: () => change.link ?? { saveData: false, fast: null },
          arrived: (id) => arrived.push(id),
        })
        sender.wake('afresh')
        return sender
      },
      ...{
        hash: fakeHash,
        freeBytes: async () => null,
        offsetMs: () => null,
        nowMs: () => time.nowMs() + (change.calendarAheadMs?.() ?? 0),
        tellTabs: () => undefined,
      },
    })
    return {
      outbox,
      kill: () => {
        killed = true
        hold.kill()
        if (holder === me) holder = null
      },
    }
  }
  const bytesSent = (): number => server.state.bytesIn
  return { time, server, disk, arrived, network, open, bytesSent }
}
