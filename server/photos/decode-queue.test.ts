import { expect, test } from 'vitest'
import { places } from './decode-queue.ts'

const gate = () => Promise.withResolvers<void>()

test('no more than so many run at once, in the order they came', async () => {
  const two = places(2, 10)
  const gates = [gate(), gate(), gate()]
  const started: number[] = []
  const jobs = gates.map(({ promise }, index) =>
    two.run(() => {
      started.push(index)
      return promise
    }),
  )
  await Promise.resolve()
  expect(started).toEqual([0, 1])
  gates[1]?.resolve()
  await jobs[1]
  await Promise.resolve()
  expect(started).toEqual([0, 1, 2])
  for (const { resolve } of gates) resolve()
  await Promise.all(jobs)
})

test('a heavy job waits until it has the room to itself, and nobody overtakes it', async () => {
  const two = places(2, 10)
  const [light, heavy] = [gate(), gate()]
  const started: string[] = []
  const start = (name: string, until: Promise<void>, weight: number) =>
    two.run(() => {
      started.push(name)
      return until
    }, weight)
  const jobs = [start('light', light.promise, 1), start('heavy', heavy.promise, 2), start('last', Promise.resolve(), 1)]
  await Promise.resolve()
  expect(started).toEqual(['light'])
  light.resolve()
  await jobs[0]
  await Promise.resolve()
  expect(started).toEqual(['light', 'heavy'])
  heavy.resolve()
  await Promise.all(jobs)
  expect(started).toEqual(['light', 'heavy', 'last'])
})

test('when the line is full the next is told to come again', async () => {
  const one = places(1, 1)
  const { promise, resolve } = gate()
  const jobs = [one.run(() => promise), one.run(() => promise)]
  expect(one.isFull()).toBe(true)
  await expect(one.run(() => promise)).rejects.toMatchObject({ code: 'try-again', details: { retryAfterSeconds: 5 } })
  resolve()
  await Promise.all(jobs)
  expect(one.isFull()).toBe(false)
})

test('a job that fails gives its place back', async () => {
  const one = places(1, 1)
  await expect(one.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await one.run(async () => 'yes')).toBe('yes')
})
