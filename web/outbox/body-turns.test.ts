import { expect, test } from 'vitest'
import { makeBodyTurns } from './body-turns.ts'
import { makeLinkMeter } from './link-meter.ts'
import { makeDevice } from './test-device.ts'
import { reportOf } from './test-entries.ts'
import { msPerByte } from './test-field.ts'

/** Small enough to go as they are. */
const photos = (count: number, bytes: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`p${n}`, Array.from({ length: bytes }, (_, i) => (i === 0 ? n : 7))]),
  )

test('on a weak link no two photos share the line, and it does not rest while an answer is waited for', async () => {
  const { open, time, server } = makeDevice({ link: { saveData: false, fast: false } })
  const { outbox } = open()
  await outbox.keep([reportOf('h1', photos(20, 8))])
  await time.run(() => server.hazards.size === 1)
  const beganMs = time.nowMs()
  await time.run(() => server.blobs.size === 20)
  expect(server.onLine.most).toBe(1)
  const bareMs = 20 * 8 * msPerByte
  // there and back, twice: for the way to the first one, and the one by which the line is measured
  expect(time.nowMs() - beganMs).toBeLessThan(bareMs + 20 * 75 + 4 * 150)
})

test('records go before photos: on a weak link alone, on a better one beside a single photo', async () => {
  const bytesBesideRecords = async (fast: boolean): Promise<{ bytes: number; most: number }> => {
    const { open, time, server } = makeDevice({ link: { saveData: false, fast } })
    const { outbox } = open()
    const own = (n: number) => reportOf(`h${n}`, { [`p${n}`]: [n, 7, 7, 7, 7, 7, 7, 7], [`q${n}`]: [n, 8, 8, 8] })
    await outbox.keep(Array.from({ length: 16 }, (_, n) => own(n)))
    await time.run(() => server.hazards.size === 12)
    return { bytes: server.state.bytesIn, most: server.onLine.most }
  }
  expect(await bytesBesideRecords(false)).toEqual({ bytes: 0, most: 0 })
  const better = await bytesBesideRecords(true)
  expect(better.bytes).toBeGreaterThan(0)
  expect(better.most).toBe(1)
})

const turnsAt = () => {
  let nowMs = 0
  const meter = makeLinkMeter(() => nowMs)
  const turns = makeBodyTurns(meter, () => undefined)
  const took: string[] = []
  const take = async (name: string, mayGo = true) => {
    try {
      const body = await turns.take(30_000, () => mayGo)
      took.push(name)
      return body
    } catch {
      took.push(`${name} not now`)
      return null
    }
  }
  const pass = (ms: number): void => {
    nowMs += ms
  }
  return { turns, took, take, pass }
}
const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

test('the next photo begins when the last bytes of the one before are about to arrive, and not sooner', async () => {
  const { turns, took, take, pass } = turnsAt()
  turns.admit(1)
  const first = take('first')
  turns.admit(1)
  pass(3_000)
  ;(await first)?.ended(30_000) // 10 000 bytes a second
  const second = take('second')
  expect(turns.admit(1)).toBeNull()
  const body = await second
  void take('third')
  expect(turns.admit(1), 'its bytes are not even out of the device').toBeNull()
  body?.handedOver()
  expect(turns.admit(1), 'they are still on their way').toBe(1_500)
  pass(1_500)
  turns.admit(1)
  void take('fourth')
  expect(turns.admit(1)).toBeNull()
  await settle()
  expect(took).toEqual(['first', 'second', 'third'])
})

test('what waits for its turn is turned away where nothing may be sent any more, and what comes after it too', async () => {
  const { turns, took, take } = turnsAt()
  turns.admit(1)
  void take('on the line')
  turns.admit(1)
  void take('no more wanted', false)
  void take('waiting')
  turns.admit(1)
  turns.shut()
  void take('late')
  await settle()
  expect(took).toEqual(['on the line', 'no more wanted not now', 'waiting not now', 'late not now'])
})
