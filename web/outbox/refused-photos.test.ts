import { expect, test } from 'vitest'
import { badgeOf, isAllThere } from './badge-state.ts'
import type { Outbox, OutboxEntry } from './entry.ts'
import { makeDevice } from './test-device.ts'
import { reportOf, stepOf } from './test-entries.ts'
import { fakeHash } from './test-field.ts'

/** So small that it is sent as it is, and so large that a copy goes ahead of it. */
const small = [1, 2, 3]
const alsoSmall = [4, 5, 6]
const large = [7, 7, 7, 7, 7, 7, 7, 7, 7, 7]

const entryOf = (outbox: Outbox, id: string): OutboxEntry => {
  const entry = outbox.entries().find((each) => each.id === id)
  if (!entry) throw new Error(`${id} is not in the outbox`)
  return entry
}
const arrivedBut = (outbox: Outbox, id: string) => () => entryOf(outbox, id).state === 'photo-refused'

/** A phone whose server will not have these bytes. */
const refusing = async (...damaged: (readonly number[])[]) => {
  const device = makeDevice()
  for (const bytes of damaged) device.server.damaged.add(await fakeHash(Uint8Array.from(bytes)))
  const { outbox } = device.open()
  return { ...device, outbox }
}

test('one photo that is refused does not refuse the report: the rest goes on, and nobody is told that all is there', async () => {
  const { outbox, time, server } = await refusing(small)
  await outbox.keep([reportOf('h1', { p1: small, p2: large, p3: alsoSmall })])
  const said: string[] = []
  outbox.subscribe(() => said.push(...badgeOf(outbox.counts(), true, true).map(({ kind }) => kind)))
  await time.run(() => outbox.counts().photosReceived === 2)
  const entry = entryOf(outbox, 'h1')
  expect([entry.state, entry.recorded]).toEqual(['photo-refused', true])
  expect(entry.photos.map(({ refusal }) => refusal)).toEqual([expect.stringContaining('damaged-photo'), null, null])
  expect(outbox.counts()).toMatchObject({ waiting: 0, refused: 1, photosReceived: 2, photosAll: 3 })
  expect(server.hazards.get('h1')?.awaited.map(({ id }) => id)).toContain('p1')
  expect(said).not.toContain('all-there')
  // it says so still after the other originals have come
  await time.run(() => false, 60_000)
  expect(entryOf(outbox, 'h1').photos[0]?.refusal).toContain('damaged-photo')
})

test('while photos of a report are on their way it waits, also after one of them was refused', async () => {
  const { outbox, time } = await refusing(small)
  await outbox.keep([reportOf('h1', { p1: small, p2: [9, 9, 9, 9, 9, 9, 9, 9] })])
  await time.run(arrivedBut(outbox, 'h1'))
  expect(outbox.counts()).toMatchObject({ waiting: 1, refused: 1 })
  await time.run(() => outbox.counts().waiting === 0)
  expect(outbox.counts()).toMatchObject({ photosReceived: 1, refused: 1 })
})

test('its author gives up that photo alone: the server waits for it no longer, and what came after goes on', async () => {
  const { outbox, time, server, disk } = await refusing(small)
  await outbox.keep([reportOf('h1', { p1: small, p2: alsoSmall }), stepOf('h1', 's1', null)])
  await time.run(() => arrivedBut(outbox, 'h1')() && outbox.counts().photosReceived === 1)
  await time.run(() => false, 60_000)
  expect(server.log.map(({ id }) => id)).toEqual(['h1'])
  // the report as a whole is with the server and is not given up from here
  await outbox.giveUp('h1')
  await outbox.giveUpPhoto('h1', 'p2') // nor a photo that was received
  expect(entryOf(outbox, 'h1').photos).toHaveLength(2)
  await outbox.giveUpPhoto('h1', 'p1')
  await time.run(() => outbox.counts().waiting === 0)
  expect(server.hazards.get('h1')?.awaited).toEqual([])
  expect(server.log.map(({ id }) => id)).toEqual(['h1', 's1'])
  const left = entryOf(outbox, 'h1')
  expect([left.photos.map(({ id }) => id), isAllThere(left)]).toEqual([['p2'], true])
  expect(outbox.counts()).toMatchObject({ waiting: 0, refused: 0, photosReceived: 1, photosAll: 1 })
  expect([...disk.parts.keys()]).toEqual([])
  await time.run(() => outbox.entries().length === 0)
  expect(outbox.receipts()).toMatchObject([{ id: 'h1', photos: 1 }, { id: 's1' }])
})

test('without a signal the server is told as soon as there is one, also by a page opened later', async () => {
  const { outbox, time, server, network, open } = await refusing(small)
  await outbox.keep([reportOf('h1', { p1: small, p2: alsoSmall })])
  await time.run(() => arrivedBut(outbox, 'h1')() && outbox.counts().photosReceived === 1)
  network.online = false
  await outbox.giveUpPhoto('h1', 'p1')
  await time.run(() => false, 60_000)
  expect(server.hazards.get('h1')?.awaited).toHaveLength(1)
  network.online = true
  const { outbox: later } = open()
  await time.run(() => later.entries().length > 0 && later.counts().waiting === 0)
  expect(server.hazards.get('h1')?.awaited).toEqual([])
})

test('an original that is refused while its copy stands counts as received only once it is given up', async () => {
  const { outbox, time, server } = await refusing(large)
  await outbox.keep([reportOf('h1', { p1: large })])
  await time.run(arrivedBut(outbox, 'h1'))
  expect(outbox.counts()).toMatchObject({ photosReceived: 0, photosAll: 1, refused: 1, originalsWaiting: 0 })
  await outbox.giveUpPhoto('h1', 'p1')
  await time.run(() => server.hazards.get('h1')?.awaited.length === 0)
  await time.run(() => isAllThere(entryOf(outbox, 'h1')))
  expect(outbox.counts()).toMatchObject({ photosReceived: 1, photosAll: 1, refused: 0, originalsWaiting: 0 })
})

test('a step that waits for a refused photo goes without it; with no other photo it is given up as a whole', async () => {
  const { outbox, time, server } = await refusing(small)
  await outbox.keep([reportOf('h1', {}), reportOf('h2', {})])
  await time.run(() => server.log.length === 2)
  await outbox.keep([stepOf('h1', 's1', 1, { p1: small, p2: alsoSmall }), stepOf('h2', 's2', 1, { p3: small })])
  await time.run(() => arrivedBut(outbox, 's1')() && entryOf(outbox, 's2').state === 'refused')
  expect(outbox.counts()).toMatchObject({ waiting: 0, refused: 2 })
  expect(entryOf(outbox, 's1').recorded).toBe(false)
  await outbox.giveUpPhoto('s1', 'p1')
  await outbox.giveUpPhoto('s2', 'p3')
  await time.run(() => server.log.length === 3)
  expect(JSON.parse(server.acts.get('s1') ?? '{}')).toMatchObject({ photos: [{ id: 'p2' }] })
  expect(entryOf(outbox, 's2').state).toBe('refused')
  await outbox.giveUp('s2')
  expect(outbox.counts().refused).toBe(0)
})
