import { expect, test } from 'vitest'
import type { Outbox, OutboxEntry } from './entry.ts'
import { makeDevice } from './test-device.ts'
import { reportOf, stepOf } from './test-entries.ts'
import type { Fault } from './test-field.ts'

const stateOf = (outbox: Outbox, id: string): OutboxEntry['state'] | undefined =>
  outbox.entries().find((entry) => entry.id === id)?.state
const nothingWaits = (outbox: Outbox) => () => outbox.counts().waiting === 0 && outbox.counts().originalsWaiting === 0
const big = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

/** The faults in this order, then none. */
const inTurn = (kind: 'send' | 'upload', ...faults: Fault[]) => {
  const left = [...faults]
  return (asked: string): Fault => (asked === kind ? (left.shift() ?? 'none') : 'none')
}

test('a report goes ahead of its photos, and counts as received only when each photo is there', async () => {
  const { open, time, server, arrived } = makeDevice()
  const { outbox } = open()
  await outbox.keep([reportOf('h1', { p1: big, p2: [9, 9] })])
  expect(outbox.counts()).toMatchObject({ waiting: 1, photosReceived: 0, photosAll: 2 })
  await time.run(() => stateOf(outbox, 'h1') === 'recorded')
  expect(server.hazards.get('h1')?.awaited).toHaveLength(2)
  await time.run(() => stateOf(outbox, 'h1') === 'received')
  expect(server.hazards.get('h1')?.awaited).toHaveLength(1) // a copy stands for the original that follows
  await time.run(nothingWaits(outbox))
  expect(outbox.counts()).toMatchObject({ photosReceived: 2, photosAll: 2, originalsWaiting: 0 })
  expect(arrived).toEqual(['h1', 'h1'])
})

test('a step waits until everything before it on its hazard has arrived, and is decided on what that left', async () => {
  const { open, time, server } = makeDevice()
  const { outbox } = open()
  await outbox.keep([reportOf('h1', { p1: big }), stepOf('h1', 's1', null, { p2: big.map((each) => each + 20) })])
  await outbox.keep([stepOf('h1', 's2', null), reportOf('h2', {})])
  // whatever is done on one place, it is one that waits
  expect(outbox.counts().waiting).toBe(2)
  await time.run(nothingWaits(outbox))
  expect(server.log.filter(({ hazardId }) => hazardId === 'h1').map(({ id }) => id)).toEqual(['h1', 's1', 's2'])
  expect(server.log.map(({ id }) => id).indexOf('h2')).toBeLessThan(2)
})

test('a photo leaves the phone only after the server has returned its hash', async () => {
  const { open, time, disk } = makeDevice({ fault: inTurn('upload', 'deaf', 'deaf', 'deaf') })
  const { outbox } = open()
  await outbox.keep([reportOf('h1', { p1: [1, 2, 3] })])
  await time.run(() => stateOf(outbox, 'h1') === 'recorded')
  expect(disk.parts.size).toBe(1)
  await time.run(nothingWaits(outbox))
  expect(disk.parts.size).toBe(0)
  expect(disk.wrongs).toEqual([])
})

test('what was received leaves the list after a while and stays as a receipt that still counts', async () => {
  const { open, time } = makeDevice()
  const { outbox } = open()
  await outbox.keep([reportOf('h1', { p1: big })])
  await time.run(() => outbox.entries().length === 0)
  expect(outbox.receipts()).toMatchObject([{ id: 'h1', hazardId: 'h1', photos: 1 }])
  expect(outbox.counts()).toMatchObject({ photosReceived: 1, photosAll: 1, waiting: 0 })
})

test('an upload that breaks off goes on where it broke: no byte that arrived is sent again', async () => {
  const { open, time, bytesSent } = makeDevice({ fault: inTurn('upload', 'cut', 'cut', 'deaf') })
  const { outbox } = open()
  await outbox.keep([reportOf('h1', { p1: [1, 2, 3, 4, 5, 6, 7, 8] })])
  await time.run(nothingWaits(outbox))
  expect(bytesSent()).toBe(8)
})

test('an answer lost after the commit is asked for again with the very same request', async () => {
  const { open, time, server } = makeDevice({ fault: inTurn('send', 'deaf', 'stall', 'deaf') })
  const { outbox } = open()
  await outbox.keep([reportOf('h1', {}), stepOf('h1', 's1', null)])
  await time.run(nothingWaits(outbox))
  expect(server.log.map(({ id }) => id)).toEqual(['h1', 's1'])
  expect(server.state.otherContent).toBe(0)
})

test('a full server loses nothing: photos wait, records go on, and it goes by itself when there is room again', async () => {
  const { open, time, server, disk } = makeDevice()
  server.state.full = true
  const { outbox } = open()
  await outbox.keep([reportOf('h1', { p1: [1, 2] }), reportOf('h2', { p2: [3, 4] })])
  await time.run(() => false, 5 * 60_000)
  expect(server.hazards.size).toBe(2)
  expect(outbox.facts().standstill).toBe('server-full')
  expect(outbox.entries()[0]?.problem?.code).toBe('disk-full')
  expect(disk.parts.size).toBe(2)
  server.state.full = false
  await time.run(nothingWaits(outbox))
  expect(outbox.counts().photosReceived).toBe(2)
})

test('signed out meanwhile: it stops, keeps everything, and goes on after signing in', async () => {
  const { open, time, server } = makeDevice()
  server.state.signedIn = null
  const { outbox } = open()
  await outbox.keep([reportOf('h1', { p1: big })])
  await time.run(() => false, 10 * 60_000)
  expect(outbox.facts().standstill).toBe('signed-out')
  expect(server.hazards.size).toBe(0)
  server.state.signedIn = 'squad1'
  outbox.flush()
  await time.run(nothingWaits(outbox))
  expect(server.hazards.size).toBe(1)
})

test('nothing is sent in the name of somebody else who signed in beside this page', async () => {
  const { open, time, server } = makeDevice()
  server.state.signedIn = 'chief1'
  const { outbox } = open()
  await outbox.keep([reportOf('h1', {})])
  await time.run(() => false, 10 * 60_000)
  expect(outbox.facts().standstill).toBe('somebody-else')
  expect(server.hazards.size).toBe(0)
})

test('a step that meets a newer version comes back to its author, and goes again on the version they have seen', async () => {
  const { open, time, server, network } = makeDevice()
  const { outbox } = open()
  await outbox.keep([reportOf('h1', {})])
  await time.run(nothingWaits(outbox))
  network.online = false
  await outbox.keep([stepOf('h1', 's1', 1), stepOf('h1', 's2', null)])
  server.changeBySomebodyElse('h1')
  server.changeBySomebodyElse('h1')
  network.online = true
  // the author saw version 1 and nothing of theirs came after it
  await time.run(() => stateOf(outbox, 's1') === 'conflict')
  expect(outbox.entries().find(({ id }) => id === 's1')).toMatchObject({ presentVersion: 3 })
  await time.run(() => false, 10 * 60_000)
  expect(stateOf(outbox, 's2')).toBe('waiting') // in order: it waits for its author too
  await outbox.decideAgain('s1', 3)
  await time.run(nothingWaits(outbox))
  expect(server.log.map(({ id }) => id)).toEqual(['h1', 's1', 's2'])
})

test('a comment, progress in words or one photo more meets a newer version and is simply added, each once', async () => {
  const { open, time, server, network } = makeDevice()
  const { outbox } = open()
  await outbox.keep([reportOf('h1', {})])
  await time.run(nothingWaits(outbox))
  network.online = false
  await outbox.keep([
    stepOf('h1', 's1', 1, null, 'comment'),
    stepOf('h1', 's2', null, null, 'report-progress'),
    stepOf('h1', 's3', null, { p1: [1, 2] }, 'add-scene-photo'),
    stepOf('h1', 's4', 1, null, 'comment'),
  ])
  server.changeBySomebodyElse('h1')
  network.online = true
  let conflicts = 0
  outbox.subscribe(() => {
    conflicts += outbox.counts().conflicts
  })
  await time.run(nothingWaits(outbox))
  expect(server.log.map(({ id }) => id)).toEqual(['h1', 's1', 's2', 's3', 's4'])
  expect(conflicts).toBe(0)
})

test('what its author gives up is gone, and what waited behind it goes on', async () => {
  const { open, time, server } = makeDevice()
  const { outbox } = open()
  await outbox.keep([reportOf('h1', {})])
  await time.run(nothingWaits(outbox))
  server.changeBySomebodyElse('h1')
  await outbox.keep([stepOf('h1', 's1', 1), stepOf('h1', 's2', null)])
  await time.run(() => stateOf(outbox, 's1') === 'conflict')
  await outbox.giveUp('s2')
  expect(stateOf(outbox, 's2')).toBe('waiting') // only what conflicts or was refused can be given up
  await outbox.giveUp('s1')
  await time.run(nothingWaits(outbox))
  expect(server.log.map(({ id }) => id)).toEqual(['h1', 's2'])
})

test('a plain no is shown and keeps every byte; a page of some hotspot is no answer', async () => {
  const refusing = makeDevice({ fault: inTurn('send', 'hotspot', 'hotspot') })
  const { outbox } = refusing.open()
  await outbox.keep([reportOf('h1', { p1: big }), stepOf('none', 's1', 4, { p2: [7, 7] })])
  await refusing.time.run(() => stateOf(outbox, 'h1') === 'received' && stateOf(outbox, 's1') === 'refused')
  expect(outbox.entries().find(({ id }) => id === 's1')?.problem?.code).toBe('not-there')
  expect(refusing.disk.parts.has('p2/original')).toBe(true)
})

test('bytes that rotted on the device are owned up to, not sent round for ever', async () => {
  const { open, time, disk } = makeDevice()
  const { outbox } = open()
  await outbox.keep([reportOf('h1', { p1: [1, 2, 3] })])
  const part = disk.parts.get('p1/original')
  if (part) disk.parts.set('p1/original', { ...part, bytes: Uint8Array.from([1, 2, 4]).buffer })
  await time.run(() => stateOf(outbox, 'h1') === 'photo-refused')
  expect(outbox.entries()[0]?.photos[0]?.refusal).toContain('photo lost')
})

test('originals keep away from a connection that asks to save data, until they are sent for', async () => {
  const { open, time, server } = makeDevice({ link: { saveData: true, fast: true } })
  const { outbox } = open()
  await outbox.keep([reportOf('h1', { p1: big })])
  await time.run(() => false, 30 * 60_000)
  expect(outbox.counts()).toMatchObject({ waiting: 0, photosReceived: 1, originalsWaiting: 1 })
  expect(server.blobs.size).toBe(1)
  outbox.flushOriginals()
  await time.run(nothingWaits(outbox))
  expect(server.blobs.size).toBe(2)
})

test('two tabs send each thing once', async () => {
  const { open, time, server, bytesSent } = makeDevice()
  const [one, other] = [open(), open()]
  await one.outbox.keep([reportOf('h1', { p1: [1, 2, 3] })])
  await other.outbox.keep([reportOf('h2', { p2: [4, 5, 6] })])
  await time.run(() => server.hazards.size === 2 && server.blobs.size === 2)
  expect(bytesSent()).toBe(6)
  expect(server.log).toHaveLength(2)
})

test('a tab that takes over when another one has sent it all sends nothing twice, and calls no photo lost', async () => {
  const { open, time, server, bytesSent, network } = makeDevice()
  const one = open()
  network.online = false
  await one.outbox.keep([reportOf('h1', { p1: big, p2: [4, 5, 6] })])
  await time.run(() => one.outbox.entries().every(({ photos }) => photos.every(({ copyBytes }) => copyBytes !== null)))
  // it has read what waits, and hears nothing more of the first one until its turn comes
  const other = open()
  await time.run(() => other.outbox.entries().length === 1)
  network.online = true
  one.outbox.flush()
  await time.run(nothingWaits(one.outbox))
  other.outbox.flush()
  await time.run(nothingWaits(other.outbox))
  for (const { outbox } of [one, other]) {
    expect(outbox.counts()).toMatchObject({ photosReceived: 2, photosAll: 2, refused: 0, conflicts: 0 })
    expect(outbox.entries().flatMap(({ photos }) => photos.map(({ refusal }) => refusal))).toEqual([null, null])
  }
  expect(bytesSent()).toBe(4 + 10 + 3)
  expect(server.log).toHaveLength(1)
})

test('a clock two years off is put right by what the server told, and the offset is said', async () => {
  const twoYearsMs = 2 * 365 * 86_400_000
  const { open, time, server } = makeDevice({ offsetMs: () => twoYearsMs })
  const { outbox } = open()
  const takenAtMs = time.nowMs() - 1_000
  await outbox.keep([{ ...reportOf('h1', { p1: [1] }), takenAtMs }])
  await time.run(nothingWaits(outbox))
  const body: unknown = JSON.parse(server.acts.get('h1') ?? '')
  expect(body).toMatchObject({
    capturedAt: new Date(takenAtMs + twoYearsMs).toISOString(),
    clockOffsetMs: twoYearsMs,
    photos: [{ clockOffsetMs: twoYearsMs }],
  })
})

test('a clock that is set right amid the queue neither halts it nor lets what it was known to be off be forgotten', async () => {
  const twoYearsMs = 2 * 365 * 86_400_000
  let aheadMs = twoYearsMs
  const fault = { now: 'busy' as 'busy' | 'none' }
  const { open, time, server } = makeDevice({
    calendarAheadMs: () => aheadMs,
    offsetMs: () => -aheadMs,
    fault: () => fault.now,
  })
  const { outbox } = open()
  const takenAtMs = time.nowMs() + twoYearsMs
  await outbox.keep([{ ...reportOf('h1', { p1: [1] }), takenAtMs }])
  await time.run(() => (outbox.entries()[0]?.attempts ?? 0) > 2)
  aheadMs = 0
  fault.now = 'none'
  // nothing wakes it but its own patience
  await time.run(nothingWaits(outbox), 3 * 60_000)
  expect(JSON.parse(server.acts.get('h1') ?? '')).toMatchObject({
    capturedAt: new Date(takenAtMs - twoYearsMs).toISOString(),
    clockOffsetMs: -twoYearsMs,
  })
})

test('nothing is sealed before an answer has told what the clock is worth', async () => {
  const twoYearsMs = 2 * 365 * 86_400_000
  let asked = 0
  const { open, time, server } = makeDevice({
    // opened without a signal: the first requests die, and only an answer measures
    fault: () => (asked++ < 5 ? 'hotspot' : 'none'),
    offsetMs: () => (asked > 5 ? -twoYearsMs : null),
  })
  const { outbox } = open()
  const takenAtMs = time.nowMs()
  await outbox.keep([{ ...reportOf('h1', { p1: [1] }), takenAtMs }])
  await time.run(nothingWaits(outbox))
  expect(JSON.parse(server.acts.get('h1') ?? '')).toMatchObject({
    capturedAt: new Date(takenAtMs - twoYearsMs).toISOString(),
    clockOffsetMs: -twoYearsMs,
  })
})
