import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeDevice } from './test-device.ts'
import { reportOf, stepOf } from './test-entries.ts'
import type { Fault } from './test-field.ts'

type Device = ReturnType<typeof makeDevice>
type Page = ReturnType<Device['open']>

/** What a walk does between captures: keeps them, and now and then a page is killed and opened again. */
interface Walk {
  readonly photos: readonly (readonly number[])[]
  readonly hazards: number
  readonly stepsAfter: readonly number[]
  readonly faults: readonly Fault[]
  readonly killAtMs: readonly number[]
  readonly secondTab: boolean
}

const faults: readonly Fault[] = ['none', 'none', 'cut', 'deaf', 'stall', 'busy', 'full', 'hotspot']
const walks: fc.Arbitrary<Walk> = fc.record({
  // each photo is unlike any other by its first bytes; some are large enough for a copy
  photos: fc.array(fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 12 }), { maxLength: 6 }),
  hazards: fc.integer({ min: 1, max: 4 }),
  stepsAfter: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 6 }),
  faults: fc.array(fc.constantFrom(...faults), { maxLength: 60 }),
  killAtMs: fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 4 }),
  secondTab: fc.boolean(),
})

/** Photos shared out over reports and steps; returns the ids of the acts in the order in which they were kept. */
const keepAll = async ({ outbox }: Page, walk: Walk): Promise<readonly { hazardId: string; id: string }[]> => {
  const shares = Array.from({ length: walk.hazards }, (): Record<string, number[]> => ({}))
  for (const [index, bytes] of walk.photos.entries()) {
    const share = shares[index % walk.hazards]
    if (share) share[`p${index}`] = [index, index, ...bytes]
  }
  const acts = shares.map((photos, index) => ({ hazardId: `h${index}`, id: `h${index}`, photos }))
  await outbox.keep(acts.map(({ hazardId, photos }) => reportOf(hazardId, photos)))
  const steps = walk.stepsAfter.map((hazard, index) => ({
    hazardId: `h${hazard % walk.hazards}`,
    id: `s${index}`,
    index,
  }))
  for (const { hazardId, id, index } of steps) {
    const photos = index % 2 === 0 ? { [`q${index}`]: [200, index, 1, 2, 3, 4, 5, 6, 7, 8, 9] } : null
    await outbox.keep([stepOf(hazardId, id, null, photos)])
  }
  return [...acts, ...steps].map(({ hazardId, id }) => ({ hazardId, id }))
}

const allIsThere =
  ({ server, disk }: Device, acts: number) =>
  (): boolean =>
    server.log.length === acts &&
    [...disk.rows.values()].every(({ progress }) => progress.recorded && progress.doneAtMs !== null)

const uniqueBytes = ({ server }: Device): number => [...server.blobs.values()].reduce((sum, size) => sum + size, 0)

const walkThrough = async (walk: Walk): Promise<void> => {
  const left = [...walk.faults]
  const device = makeDevice({ fault: () => left.shift() ?? 'none' })
  let page = device.open()
  const acts = await keepAll(page, walk)
  if (walk.secondTab) device.open()
  for (const atMs of walk.killAtMs) {
    await device.time.run(() => false, atMs)
    page.kill()
    page = device.open()
  }
  await device.time.run(allIsThere(device, acts.length), 24 * 3_600_000)

  const { server, disk } = device
  expect(server.log.map(({ id }) => id).sort(), 'each exactly once').toEqual(acts.map(({ id }) => id).sort())
  for (const hazardId of new Set(acts.map((act) => act.hazardId)))
    expect(server.log.filter((act) => act.hazardId === hazardId).map(({ id }) => id)).toEqual(
      acts.filter((act) => act.hazardId === hazardId).map(({ id }) => id),
    )
  expect(
    server.log.every(({ awaitedThen }) => awaitedThen === 0),
    'the former entry had arrived whole',
  ).toBe(true)
  expect(server.state.otherContent, 'a resend is identical').toBe(0)
  expect(disk.wrongs, 'nothing left the device before its hash was returned').toEqual([])
  expect([...disk.rows.values()].flatMap(({ progress }) => progress.stopped ?? [])).toEqual([])
  expect(disk.parts.size, 'and everything left it in the end').toBe(0)
  // a page killed within an upload is not told how far it came: what that one upload holds may go twice
  const onceMore = walk.killAtMs.length * 3 * 14
  expect(server.state.bytesIn).toBeLessThanOrEqual(uniqueBytes(device) + onceMore)
}

test('whatever the network, the server and the battery do, every capture arrives exactly once and in order', async () => {
  await fc.assert(fc.asyncProperty(walks, walkThrough), { seed: 20261122, numRuns: 250 })
})

test('where only the network fails, no byte that arrived is sent again', async () => {
  const quiet = walks.map((walk) => ({ ...walk, killAtMs: [], secondTab: false }))
  await fc.assert(fc.asyncProperty(quiet, walkThrough), { seed: 42, numRuns: 100 })
})
